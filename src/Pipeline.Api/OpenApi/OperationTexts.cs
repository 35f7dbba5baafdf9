using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pipeline.Application.Common;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// Says what an operation does, in the words of the use case that carries it out: an endpoint has its use case's name, and a use case's
/// documentation is written as "what it does; who may" or "what it gives: in detail".
/// </summary>
internal static class OperationTexts
{
    private static readonly Dictionary<string, Type> UseCases = typeof(IPipelineDb)
        .Assembly.GetTypes()
        .Where(type => typeof(IBaseRequest).IsAssignableFrom(type) && !type.IsInterface)
        .ToDictionary(type => type.Name);

    public static async Task WriteAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken token
    )
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(DocumentHead.Bearer, context.Document)] = [] },
            ];
        if (operation.Summary is not null || !UseCases.TryGetValue(operation.OperationId ?? "", out var useCase))
            return;
        var text = (await context.GetOrCreateSchemaAsync(useCase, cancellationToken: token)).Description;
        if (string.IsNullOrWhiteSpace(text))
            return;
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        operation.Summary = text[..(text.IndexOfAny([';', ':']) is > 0 and var end ? end : text.Length)].TrimEnd('.');
        operation.Description ??= text;
    }
}
