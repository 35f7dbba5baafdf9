using Microsoft.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// Gives every body an example, made from its schema: each value is the one that the field's examples (ExampleValues.json) have for the property,
/// or follows from its type. An example can so never name a field that is gone.
/// </summary>
internal static class Examples
{
    public static void Add(OpenApiDocument document)
    {
        var writer = new ExampleWriter(document);
        foreach (var media in document.RequestMedia().Concat(document.ReplyMedia()))
            if (media is { Example: null, Schema: { } schema } && !IsFile(document, schema))
                media.Example = writer.Write(schema);
    }

    // Bytes have no example that would help anybody.
    private static bool IsFile(OpenApiDocument document, IOpenApiSchema schema)
    {
        var shape = document.Resolve(schema);
        return shape.Format == "binary" || shape.Properties?.Values.Any(p => p.Format == "binary") == true;
    }
}
