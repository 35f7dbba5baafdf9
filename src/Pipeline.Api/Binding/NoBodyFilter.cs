using Microsoft.AspNetCore.Http.Metadata;

namespace Pipeline.Api.Binding;

/// <summary>
/// Refuses what is sent to an endpoint that takes no body: nothing of it would be done, and nobody told. No body, <c>null</c> and an object without fields say nothing.
/// </summary>
internal sealed class NoBodyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (
            !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method)
            && http.GetEndpoint()!.Metadata.GetMetadata<IAcceptsMetadata>() is null
        )
            await OptionalBody<Nothing>.BindAsync(http);
        return await next(context);
    }

    /// <summary>A body without fields.</summary>
    private sealed record Nothing;
}
