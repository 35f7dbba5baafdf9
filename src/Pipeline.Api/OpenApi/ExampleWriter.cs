using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>Writes a value that a schema permits.</summary>
internal sealed class ExampleWriter(OpenApiDocument document)
{
    /// <summary>Any id.</summary>
    public const string Id = "01989c3e-7a10-7c21-9b5e-0d6f4a2b8c11";

    private static readonly Dictionary<string, JsonNode> ByFormat = new()
    {
        ["uuid"] = Id,
        ["date"] = "2026-03-31",
        ["date-time"] = "2026-03-31T09:24:05.123Z",
    };

    public JsonNode? Write(IOpenApiSchema schema) => Write(schema, "", "");

    private JsonNode? Write(IOpenApiSchema schema, string owner, string property)
    {
        if (ExampleValues.TryFind(owner, property, out var value) && Suits(schema, value))
            return value?.DeepClone();
        var name = DocumentWalk.NameOf(schema) ?? owner;
        var shape = document.Resolve(schema);
        if (
            (shape.OneOf ?? shape.AnyOf)?.FirstOrDefault(s =>
                s is OpenApiSchemaReference || s.Type != JsonSchemaType.Null
            ) is
            { } choice
        )
            return Write(choice, owner, property);
        if (shape.Enum is { Count: > 0 } codes)
            return codes[0].DeepClone();
        if (shape.Properties is { Count: > 0 } properties)
            return new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, Write(p.Value, name, p.Key))));
        if (shape.Is(JsonSchemaType.Array))
            return new JsonArray(Write(shape.Items!, owner, property));
        if (shape is OpenApiSchema { AdditionalProperties: { } entry } map)
            return WriteEntries(map, entry);
        if (shape.Is(JsonSchemaType.Boolean))
            return true;
        if (shape.Is(JsonSchemaType.Integer))
            return int.TryParse(shape.Minimum, out var least) && least > 0 ? least : 1;
        if (shape.Is(JsonSchemaType.Number))
            return 0.25m;
        return shape.Format is { } format && ByFormat.TryGetValue(format, out var formatted)
            ? formatted.DeepClone()
            : property;
    }

    private JsonObject WriteEntries(OpenApiSchema shape, IOpenApiSchema entry)
    {
        var keys = shape.Required is { Count: > 0 } required
            ? required
            : shape.PropertyNames?.Enum?.Take(1).Select(key => key.GetValue<string>()) ?? [];
        return new(keys.Select(key => KeyValuePair.Create(key, Write(entry, "", ""))));
    }

    // A name can mean a text here and an object there; a value found by it is taken only where it is of the right kind.
    private bool Suits(IOpenApiSchema schema, JsonNode? value)
    {
        var shape = document.Resolve(schema);
        if (shape.OneOf is { Count: > 0 } choices)
            return choices.Any(choice => Suits(choice, value));
        // An amount in one reply and a number in another: the schema leaves it open.
        if (shape is { Type: null, Properties: null or { Count: 0 } })
            return true;
        return value switch
        {
            null => shape.Is(JsonSchemaType.Null),
            JsonObject => shape.Is(JsonSchemaType.Object),
            JsonArray => shape.Is(JsonSchemaType.Array),
            _ when shape.Enum is { Count: > 0 } codes => codes.Any(code => JsonNode.DeepEquals(code, value)),
            _ => value.GetValueKind() switch
            {
                JsonValueKind.String => shape.Is(JsonSchemaType.String),
                JsonValueKind.Number => shape.Is(JsonSchemaType.Number) || shape.Is(JsonSchemaType.Integer),
                _ => shape.Is(JsonSchemaType.Boolean),
            },
        };
    }
}
