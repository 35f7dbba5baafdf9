using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The document as clients read it.</summary>
internal sealed class ApiDocument(JsonObject root)
{
    public JsonObject Root { get; } = root;

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new ApiOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()),
    ];

    /// <summary>The operations of the API itself, without the service's own addresses.</summary>
    public IEnumerable<ApiOperation> OfApi =>
        Operations.Where(o => o.Path.StartsWith("/api/v1", StringComparison.Ordinal));

    public ApiOperation Operation(string id) => Operations.Single(o => o.Id == id);

    public SchemaValidator Validator(bool closed = false) => new(Root, closed);

    /// <summary>The schema itself, wherever it stands.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? Schemas[reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;
}

/// <summary>One operation.</summary>
internal sealed record ApiOperation(string Path, string Method, JsonObject Json)
{
    public string? Id => Json["operationId"]?.GetValue<string>();

    public bool IsAnonymous => Json["security"] is not JsonArray { Count: > 0 };

    public IReadOnlyList<JsonObject> Parameters =>
        [.. (Json["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject())];

    public IReadOnlyDictionary<string, JsonObject> Replies =>
        Json["responses"]!.AsObject().ToDictionary(r => r.Key, r => r.Value!.AsObject());

    /// <summary>The JSON that is sent; null without.</summary>
    public JsonObject? Body => Json["requestBody"]?["content"]?["application/json"]?.AsObject();

    public bool Has(string parameter) => Parameters.Any(p => p["name"]!.GetValue<string>() == parameter);

    /// <summary>Every body with its place, sent or answered, bytes left out.</summary>
    public IEnumerable<(string Place, JsonObject Media)> Media =>
        from media in Of(Json["requestBody"], "request").Concat(Replies.SelectMany(r => Of(r.Value, r.Key)))
        where
            media.Media["schema"]!["format"]?.GetValue<string>() != "binary"
            && !media.Place.EndsWith("multipart/form-data", StringComparison.Ordinal)
        select media;

    public override string ToString() => $"{Method} {Path}";

    private IEnumerable<(string Place, JsonObject Media)> Of(JsonNode? holder, string name) =>
        (holder?["content"]?.AsObject() ?? []).Select(c => ($"{this} {name} {c.Key}", c.Value!.AsObject()));
}
