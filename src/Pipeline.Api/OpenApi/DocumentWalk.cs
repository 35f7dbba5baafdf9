using Microsoft.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>Ways through a document that several of its writers take. References are followed by name only: their targets are still being written.</summary>
internal static class DocumentWalk
{
    public static IEnumerable<(string Path, HttpMethod Method, OpenApiOperation Operation)> Operations(
        this OpenApiDocument document
    ) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        select (path.Key, operation.Key, operation.Value);

    /// <summary>The named schemas.</summary>
    public static IDictionary<string, IOpenApiSchema> Schemas(this OpenApiDocument document) =>
        (document.Components ??= new()).Schemas ??= new Dictionary<string, IOpenApiSchema>();

    /// <summary>The media types of all request bodies.</summary>
    public static IEnumerable<OpenApiMediaType> RequestMedia(this OpenApiDocument document) =>
        document.Operations().SelectMany(o => o.Operation.RequestBody?.Content?.Values ?? []);

    /// <summary>The media types of all replies.</summary>
    public static IEnumerable<OpenApiMediaType> ReplyMedia(this OpenApiDocument document) =>
        document
            .Operations()
            .SelectMany(o => o.Operation.Responses ?? [])
            .Select(r => r.Value)
            .SelectMany(r => r.Content?.Values ?? []);

    /// <summary>The name that a reference carries; null for a schema that stands in place.</summary>
    public static string? NameOf(IOpenApiSchema schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>The schema itself, wherever it stands.</summary>
    public static IOpenApiSchema Resolve(this OpenApiDocument document, IOpenApiSchema schema) =>
        NameOf(schema) is { } name ? document.Schemas()[name] : schema;

    /// <summary>The schemas directly within one; none within a reference.</summary>
    public static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference
            ? []
            :
            [
                .. schema.Properties?.Values ?? [],
                .. new[] { schema.Items, schema.AdditionalProperties }.OfType<IOpenApiSchema>(),
                .. schema.OneOf ?? [],
                .. schema.AnyOf ?? [],
            ];

    /// <summary>The names of all schemas that can be reached.</summary>
    public static HashSet<string> ReachableFrom(this OpenApiDocument document, IEnumerable<IOpenApiSchema?> roots)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<IOpenApiSchema>(roots.OfType<IOpenApiSchema>());
        while (open.TryPop(out var schema))
        {
            if (NameOf(schema) is { } name)
            {
                if (!found.Add(name))
                    continue;
                schema = document.Schemas()[name];
            }
            foreach (var part in Parts(schema))
                open.Push(part);
        }
        return found;
    }

    public static bool Is(this IOpenApiSchema schema, JsonSchemaType type) =>
        schema.Type is { } types && types.HasFlag(type);
}
