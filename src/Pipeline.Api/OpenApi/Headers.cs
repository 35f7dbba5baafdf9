using Microsoft.OpenApi;
using Pipeline.Api.Idempotency;

namespace Pipeline.Api.OpenApi;

/// <summary>The headers of the contract, as parameters and as parts of replies.</summary>
internal static class Headers
{
    // Weak tags and plain numbers are taken as well; this is the form that is sent.
    private const string ETagForm = "^\"[0-9]+\"$",
        AnyETag = "^(\\*|(W/)?\"[0-9]+\")$",
        TagForm = "^W/\"[0-9a-zA-Z.]+\"$";

    public static OpenApiParameter IfMatch() =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Required = true,
            Description =
                "The ETag of what was read, so that nobody's change is lost; `*` takes any version. 428 without it, 412 when it is stale.",
            Schema = Text(AnyETag),
            Example = "\"7\"",
        };

    public static OpenApiParameter IfMatchWhereThere() =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Description =
                "The ETag of what was read: 412 when it is stale; `*` takes any version. A mapping that would be replaced needs it (428 without); what is not there yet, or as it is sent already, needs none.",
            Schema = Text(AnyETag),
            Example = "\"7\"",
        };

    public static OpenApiParameter IfNoneMatch() =>
        new()
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description =
                "The ETag of what the client holds: where that still holds, the answer is 304 without a body.",
            Schema = Text(TagForm),
        };

    /// <param name="honoured">Keys belong to a person, so that an operation which nobody signed in for has nothing to keep an answer under.</param>
    public static OpenApiParameter IdempotencyKey(bool honoured) =>
        new()
        {
            Name = IdempotencyMiddleware.Header,
            In = ParameterLocation.Header,
            Description = honoured
                ? "Chosen by the client for one request. The same key and request give the first answer again, for 24 hours; with another request the key is refused (422, `idempotency_key_reused`)."
                : "Taken and without effect: doing it twice does no harm, or is refused.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        };

    public static OpenApiParameter AcceptLanguage() =>
        new()
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description =
                "`en` or `fr`, with regions and weights as usual: the language of messages and labels, never of codes. English where neither is asked for.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = "en" },
            Example = "fr",
        };

    public static OpenApiHeader ETag() =>
        Sent("The version: send it as If-Match with the next write.", Text(ETagForm), "\"7\"");

    public static OpenApiHeader Tag() =>
        Sent(
            "What the reply was made of: send it as If-None-Match to learn whether it still holds.",
            Text(TagForm),
            "W/\"1a2b3c4d.1207.0123456789abcdef\""
        );

    public static OpenApiHeader Location(string example) =>
        Sent(
            "Where what was made can be read.",
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
            example
        );

    public static OpenApiHeader FileName() =>
        Sent(
            "The file's name.",
            new OpenApiSchema { Type = JsonSchemaType.String },
            "attachment; filename=pipeline-MOBILITY-2026-03-31.xlsx"
        );

    public static OpenApiHeader Challenge() =>
        Sent("How to sign in.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["Bearer"] }, "Bearer");

    public static OpenApiHeader RetryAfter() =>
        Sent("Seconds to wait.", new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]+$" }, "5");

    /// <summary>Only on an answer that is given again.</summary>
    public static OpenApiHeader Replayed() =>
        new()
        {
            Description = "`true` where this is the first answer to the same Idempotency-Key, given again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["true"] },
        };

    private static OpenApiSchema Text(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiHeader Sent(string description, OpenApiSchema schema, string example) =>
        new()
        {
            Description = description,
            Required = true,
            Schema = schema,
            Example = example,
        };
}
