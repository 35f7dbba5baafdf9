using Microsoft.OpenApi;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// What is sent is held against stricter rules than what is answered: fields may be left out, but unknown ones are refused; replies always
/// have all their fields, and may get more. A type that travels both ways therefore has two schemas.
/// </summary>
internal static class RequestSchemas
{
    /// <summary>Behind the name of the schema of what is sent, where the same type is answered too.</summary>
    public const string Suffix = "Input";

    public static void Separate(OpenApiDocument document)
    {
        AddFilePart(document);
        var schemas = document.Schemas();
        var sent = document.ReachableFrom(document.RequestMedia().Select(m => m.Schema));
        var answered = document.ReachableFrom(document.ReplyMedia().Select(m => m.Schema));
        var both = sent.Where(name => answered.Contains(name) && schemas[name].Properties is { Count: > 0 })
            .ToHashSet();

        foreach (var name in sent)
        {
            var copy = Copy(schemas[name]);
            if (copy is OpenApiSchema schema)
                Close(schema);
            schemas[both.Contains(name) ? name + Suffix : name] = copy;
        }
        foreach (var media in document.RequestMedia())
        {
            media.Schema = Copy(media.Schema!);
            if (media.Schema is OpenApiSchema { Items: not null } list)
                list.MaxItems ??= Limits.List;
        }
        foreach (
            var reply in answered
                .Select(name => schemas[name])
                .OfType<OpenApiSchema>()
                .Where(s => s.Properties is { Count: > 0 })
        )
            reply.Required = reply.Properties!.Keys.ToHashSet();
        // Whoever names blocks gets no other ones.
        if (schemas.TryGetValue(nameof(DashboardReply), out var dashboard) && dashboard.Required is { } always)
            always.ExceptWith(Codes.All<DashboardBlock>());
        var used = document.ReachableFrom(document.RequestMedia().Concat(document.ReplyMedia()).Select(m => m.Schema));
        foreach (var unused in schemas.Keys.Except(used).ToList())
            schemas.Remove(unused);

        IOpenApiSchema Copy(IOpenApiSchema schema)
        {
            if (DocumentWalk.NameOf(schema) is { } name)
                return both.Contains(name)
                    ? new OpenApiSchemaReference(name + Suffix, document)
                    {
                        Description = ((OpenApiSchemaReference)schema).Reference.Description,
                    }
                    : schema;
            var copy = (OpenApiSchema)schema.CreateShallowCopy();
            copy.Properties = copy.Properties?.ToDictionary(p => p.Key, p => Copy(p.Value));
            copy.Items = copy.Items is { } items ? Copy(items) : null;
            copy.AdditionalProperties = copy.AdditionalProperties is { } more ? Copy(more) : null;
            copy.OneOf = copy.OneOf?.Select(Copy).ToList();
            return copy;
        }
    }

    private static void Close(OpenApiSchema schema)
    {
        if (schema.Properties is not { Count: > 0 } properties)
            return;
        schema.AdditionalPropertiesAllowed = false;
        foreach (var (name, property) in properties)
        {
            if (property is not OpenApiSchema part)
                continue;
            // A text that has to be there has to say something.
            if (
                part.Type == JsonSchemaType.String
                && part.Format is null
                && part.MinLength is null or 0
                && schema.Required?.Contains(name) == true
            )
                part.MinLength = 1;
            if (part.Is(JsonSchemaType.Array))
                part.MaxItems ??= Limits.List;
        }
    }

    // A form with one part: the framework shows the part as if it were the form.
    private static void AddFilePart(OpenApiDocument document)
    {
        foreach (var (_, _, operation) in document.Operations())
            if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) == true)
            {
                form!.Schema = operation.OperationId switch
                {
                    "AddDocument" => DocumentForm(),
                    "ImportObservations" => FileForm("A table of observations as CSV or workbook."),
                    _ => FileForm("A grant file: 360Giving as JSON, CSV or workbook, recognised by its content."),
                };
            }
    }

    private static OpenApiSchema FileForm(string what) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = FilePart(what) },
        };

    private static OpenApiSchema DocumentForm() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file", "kind" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = FilePart($"One of {DocumentTypes.Names}, told by its content."),
                ["kind"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = SchemaText.Codes(Codes.All<DocumentKind>()),
                    Description = "What it is to the project.",
                },
                ["title"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MaxLength = Limits.Name,
                    Description = "What people call it; the file's name where left out.",
                },
            },
        };

    private static OpenApiSchema FilePart(string description) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = "binary",
            Description = description,
        };
}
