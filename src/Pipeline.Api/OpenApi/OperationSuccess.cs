using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pipeline.Api.Idempotency;
using Pipeline.Application.Common;

namespace Pipeline.Api.OpenApi;

/// <summary>Says of each success what comes back: in words, with its headers, and with the media type of what is no JSON.</summary>
internal static class OperationSuccess
{
    public static async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken token
    )
    {
        if (operation.Responses?.GetValueOrDefault("304") is OpenApiResponse unchanged)
            (unchanged.Description, unchanged.Headers) = (
                "What the client holds still holds.",
                new Dictionary<string, IOpenApiHeader> { ["ETag"] = Headers.Tag() }
            );
        var post =
            HttpMethods.IsPost(context.Description.HttpMethod!) && OperationParameters.KeepsAnswers(operation, context);
        foreach (
            var reply in context
                .Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>()
                .Where(r => r.StatusCode is >= 200 and < 300)
        )
        {
            if (operation.Responses?[$"{reply.StatusCode}"] is not OpenApiResponse response)
                continue;
            var headers = response.Headers = new Dictionary<string, IOpenApiHeader>();
            var type = reply.Type is null || reply.Type == typeof(void) ? null : reply.Type;
            response.Description = type is null
                ? "Done."
                : (await context.GetOrCreateSchemaAsync(type, cancellationToken: token)).Description ?? "Done.";
            if (type is not null && type.IsAssignableTo(typeof(IVersioned)))
                headers["ETag"] = Headers.ETag();
            if (type is not null && type.IsAssignableTo(typeof(ITagged)))
                headers["ETag"] = Headers.Tag();
            if (reply.StatusCode == StatusCodes.Status201Created)
                headers["Location"] = Headers.Location(PlaceOf(context.Description.RelativePath!.TrimEnd('/')));
            if (post)
                headers[IdempotencyMiddleware.Replayed] = Headers.Replayed();
            if (type is null && reply.ContentTypes.Any())
                AddFile(
                    response,
                    reply.ContentTypes,
                    isPackage: operation.OperationId?.StartsWith("GetGrants", StringComparison.Ordinal) == true
                );
        }
    }

    // What belongs to something else is read in that one's list, and everything else by its own id.
    private static string PlaceOf(string path)
    {
        var filled = Regex.Replace(path, "{[^}]+}", ExampleWriter.Id);
        return filled == path ? $"/{filled}/{ExampleWriter.Id}" : $"/{filled}";
    }

    private static void AddFile(OpenApiResponse response, IEnumerable<string> mediaTypes, bool isPackage)
    {
        response.Description = "The file.";
        response.Headers!["Content-Disposition"] = Headers.FileName();
        response.Content = mediaTypes.ToDictionary(
            type => type,
            type => new OpenApiMediaType
            {
                Schema =
                    type != "application/json" ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }
                    : isPackage ? Package()
                    : Rows(),
            }
        );
    }

    // What a grant looks like, the standard's own schema says.
    private static OpenApiSchema Package() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["grants"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "Grants in the 360Giving Data Standard.",
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        AdditionalProperties = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Array,
                        },
                    },
                },
            },
        };

    // A register's columns are those of its sheet, which the definitions explain.
    private static OpenApiSchema Rows() =>
        new()
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "A row: a field for each column of the register.",
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Null,
                },
            },
        };
}
