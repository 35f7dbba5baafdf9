using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
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
        if (length is 0 || (length is null && type is null && await IsEmptyAsync(context)))
            return new(null);
        return new(await Body<T>.ReadAsync(context, optional: true));
    }

    // A body may come without saying its length.
    private static async Task<bool> IsEmptyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return true;
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        var isEmpty = read.Buffer.IsEmpty;
        reader.AdvanceTo(read.Buffer.Start);
        return isEmpty;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
}
