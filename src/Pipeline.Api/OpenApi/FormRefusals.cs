using Microsoft.OpenApi;
using Pipeline.Api.Binding;
using Pipeline.Domain.Common;

namespace Pipeline.Api.OpenApi;

/// <summary>What can be wrong with the form of a body or of a query, read off its schemas: one refusal for each kind of rule.</summary>
internal static class FormRefusals
{
    public static IEnumerable<Refusal> Of(OpenApiDocument document, OpenApiOperation operation)
    {
        var refusals = new List<Refusal> { BindingRefusals.UnknownParameter };
        foreach (var media in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            if (media.Key == "application/json")
                Add(document, media.Value.Schema!, refusals);
            else
                refusals.AddRange([CommonRefusals.Required, BindingRefusals.UnknownField]);
        if (operation.RequestBody?.Content?.ContainsKey("application/json") == true)
            refusals.AddRange([CommonRefusals.Required, CommonRefusals.InvalidValues]);
        foreach (var parameter in operation.Parameters?.Where(p => p.In == ParameterLocation.Query) ?? [])
            // Of several values each is read as one.
            AddValue(parameter.Schema!.Items ?? parameter.Schema, refusals, inQuery: true);
        return refusals.DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal);
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

    private static void Add(OpenApiDocument document, IOpenApiSchema root, List<Refusal> refusals)
    {
        AddInline(root, refusals);
        foreach (var name in document.ReachableFrom([root]))
            AddInline(document.Schemas()[name], refusals);
    }

    private static void AddInline(IOpenApiSchema schema, List<Refusal> refusals)
    {
        AddValue(schema, refusals, inQuery: false);
        foreach (var part in DocumentWalk.Parts(schema).Where(p => DocumentWalk.NameOf(p) is null))
            AddInline(part, refusals);
    }

    private static void AddValue(IOpenApiSchema schema, List<Refusal> refusals, bool inQuery)
    {
        if (schema is not OpenApiSchema value)
            return;
        if (value.Properties is { Count: > 0 })
            refusals.AddRange([BindingRefusals.UnknownField, CommonRefusals.Required, BindingRefusals.InvalidObject]);
        if (value.Is(JsonSchemaType.Array))
            refusals.AddRange([BindingRefusals.InvalidList, CommonRefusals.TooMany]);
        if (value.Is(JsonSchemaType.Boolean))
            refusals.Add(BindingRefusals.InvalidBoolean);
        if (value.Is(JsonSchemaType.Integer) || value.Is(JsonSchemaType.Number))
            refusals.Add(
                inQuery && value.Default is not null ? BindingRefusals.OutOfRange : CommonRefusals.InvalidNumber
            );
        if (!inQuery && (value.Minimum ?? value.Maximum) is not null)
            refusals.Add(BindingRefusals.OutOfRange);
        if (!value.Is(JsonSchemaType.String))
            return;
        if (value.MaxLength is not null)
            refusals.Add(CommonRefusals.TooLong);
        if (value.Pattern is not null && value.Format is null)
            refusals.Add(BindingRefusals.InvalidForm);
        var isCode = value.Enum is { Count: > 0 };
        if (isCode && !(inQuery && value.Default is not null))
            refusals.Add(CommonRefusals.UnknownCode);
        // A text that has to be one of some codes is read as a text first.
        if (!inQuery && (!isCode || value.Pattern is not null))
            refusals.Add(CommonRefusals.InvalidText);
        // Days begin in 1900 here.
        if (value.Format is "date" or "date-time")
            refusals.Add(BindingRefusals.OutOfRange);
        if (value.Format is { } format && Formats.TryGetValue(format, out var refusal))
            refusals.Add(refusal);
    }

    private static readonly Dictionary<string, Refusal> Formats = new()
    {
        ["uuid"] = BindingRefusals.InvalidId,
        ["date"] = CommonRefusals.InvalidDate,
        ["date-time"] = BindingRefusals.InvalidInstant,
    };
}
