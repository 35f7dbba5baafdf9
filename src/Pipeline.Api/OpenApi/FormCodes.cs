using Microsoft.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>What can be wrong with the form of a body or of a query, read off its schemas: one code for each kind of rule.</summary>
internal static class FormCodes
{
    public static string[] Of(OpenApiDocument document, OpenApiOperation operation)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var media in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            if (media.Key == "application/json")
                Add(document, media.Value.Schema!, codes);
            else
                codes.Add("required");
        if (operation.RequestBody?.Content?.ContainsKey("application/json") == true)
            codes.UnionWith(["required", "invalid_values"]);
        foreach (var parameter in operation.Parameters?.Where(p => p.In == ParameterLocation.Query) ?? [])
            AddValue(parameter.Schema!, codes, inQuery: true);
        return [.. codes];
    }

    /// <summary>A field that an example of a fault can name.</summary>
    public static string FirstField(OpenApiDocument document, OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } schema
            ? document.Resolve(schema)
            : null;
        var (list, shape) = body?.Items is { } item ? (true, document.Resolve(item)) : (false, body);
        var field =
            shape?.Required?.FirstOrDefault()
            ?? shape?.Properties?.Keys.FirstOrDefault()
            ?? operation.Parameters?.FirstOrDefault(p => p.In == ParameterLocation.Query)?.Name;
        return field is null ? "Idempotency-Key"
            : list ? $"[0].{field}"
            : field;
    }

    private static void Add(OpenApiDocument document, IOpenApiSchema root, ISet<string> codes)
    {
        AddInline(root, codes);
        foreach (var name in document.ReachableFrom([root]))
            AddInline(document.Schemas()[name], codes);
    }

    private static void AddInline(IOpenApiSchema schema, ISet<string> codes)
    {
        AddValue(schema, codes, inQuery: false);
        foreach (var part in DocumentWalk.Parts(schema).Where(p => DocumentWalk.NameOf(p) is null))
            AddInline(part, codes);
    }

    private static void AddValue(IOpenApiSchema schema, ISet<string> codes, bool inQuery)
    {
        if (schema is not OpenApiSchema value)
            return;
        if (value.Properties is { Count: > 0 })
            codes.UnionWith(["unknown_field", "required", "invalid_object"]);
        if (value.Is(JsonSchemaType.Array))
            codes.UnionWith(["invalid_list", "too_many"]);
        if (value.Is(JsonSchemaType.Boolean))
            codes.Add("invalid_boolean");
        if (value.Is(JsonSchemaType.Integer) || value.Is(JsonSchemaType.Number))
            codes.Add(inQuery && value.Default is not null ? "out_of_range" : "invalid_number");
        if (!inQuery && (value.Minimum ?? value.Maximum) is not null)
            codes.Add("out_of_range");
        if (!value.Is(JsonSchemaType.String))
            return;
        if (value.MaxLength is not null)
            codes.Add("too_long");
        if (value.Pattern is not null && value.Format is null)
            codes.Add("invalid_form");
        if (value.Enum is { Count: > 0 } && !(inQuery && value.Default is not null))
            codes.Add("unknown_code");
        else if (!inQuery)
            codes.Add("invalid_text");
        // Days begin in 1900 here.
        if (value.Format is "date" or "date-time")
            codes.Add("out_of_range");
        if (value.Format is { } format && Formats.TryGetValue(format, out var code))
            codes.Add(code);
    }

    private static readonly Dictionary<string, string> Formats = new()
    {
        ["uuid"] = "invalid_id",
        ["date"] = "invalid_date",
        ["date-time"] = "invalid_instant",
    };
}
