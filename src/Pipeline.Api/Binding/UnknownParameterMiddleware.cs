using Microsoft.AspNetCore.Components.Endpoints;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>
/// Refuses query parameters that the endpoint does not take: a misspelt filter would else be left out in silence, and its list show everybody's.
/// </summary>
internal sealed class UnknownParameterMiddleware(RequestDelegate next)
{
    /// <exception cref="InvalidValueException"><c>unknown_parameter</c>, naming each and the known one that is nearest.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        if (
            context.Request.Query.Count == 0
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || !IsStrict(endpoint.Metadata)
        )
            return next(context);
        var known = QueryParameters.Of(endpoint);
        var faults = context
            .Request.Query.Keys.Except(known, StringComparer.Ordinal)
            .Select(name => Refusing(name, known).On(name))
            .ToList();
        return faults.Count == 0 ? next(context) : throw InvalidValueException.Of(faults);
    }

    // Every page is: a filter that is misspelt in its address would show everything just as well.
    private static bool IsStrict(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<StrictQuery>() is not null || metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static Refusal Refusing(string name, IReadOnlyList<string> known) =>
        Nearest.Of(name, known) is { } nearest
            ? BindingRefusals.UnknownParameter.With(name, nearest, string.Join(", ", known))
            : BindingRefusals.NoParameters.With(name);
}

/// <summary>Marks endpoints that refuse query parameters that they do not take.</summary>
internal sealed record StrictQuery;
