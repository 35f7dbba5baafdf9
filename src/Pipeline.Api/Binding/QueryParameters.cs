using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Pipeline.Api.Binding;

/// <summary>Which query parameters an endpoint takes, read off its handler or page: the refusal of others and the OpenAPI document ask here.</summary>
internal static class QueryParameters
{
    private static readonly ConcurrentDictionary<Endpoint, IReadOnlyList<string>> Known = [];

    /// <summary>Their names as callers write them; empty where it takes none.</summary>
    public static IReadOnlyList<string> Of(RouteEndpoint endpoint) =>
        Known.GetOrAdd(
            endpoint,
            _ =>
                [
                    .. HandlerParameters(endpoint.Metadata)
                        .SelectMany(NamesOf)
                        .Concat(endpoint.Metadata.OfType<TakesAttribute>().SelectMany(page => page.Names))
                        .Where(name => endpoint.RoutePattern.GetParameter(name) is null),
                ]
        );

    /// <summary>What a handler takes; the members of a group of parameters are parameters like any other.</summary>
    public static IEnumerable<ParameterInfo> HandlerParameters(IEnumerable<object> metadata) =>
        (metadata.OfType<MethodInfo>().FirstOrDefault()?.GetParameters() ?? []).SelectMany(parameter =>
            parameter.GetCustomAttribute<AsParametersAttribute>() is null
                ? [parameter]
                : parameter.ParameterType.GetConstructors().Single().GetParameters()
        );

    /// <summary>The name of a parameter of the query, as callers write it.</summary>
    public static string NameOf(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    /// <summary>Whether a type is made of a generic one.</summary>
    public static bool IsOf(Type generic, Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static IEnumerable<string> NamesOf(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(PageQuery))
            return PageQuery.Names;
        if (type == typeof(FeedQuery))
            return FeedQuery.Names;
        if (type == typeof(string))
            return [parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? NameOf(parameter)];
        return IsOf(typeof(Query<>), type) || IsOf(typeof(Several<>), type) ? [NameOf(parameter)] : [];
    }
}
