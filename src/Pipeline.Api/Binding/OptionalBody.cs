using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Pipeline.Api.Binding;

/// <summary>The same as <see cref="Body{T}"/> where nothing need be sent: no body, and <c>null</c>, say nothing.</summary>
internal sealed class OptionalBody<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private OptionalBody(T? value) => Value = value;

    public T? Value { get; }

    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext context)
    {
        var (length, type) = (context.Request.ContentLength, context.Request.ContentType);
        if (length is 0 || (length is null && type is null))
            return new(null);
        return new(await Body<T>.ReadAsync(context, optional: true));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
}
