using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Common;

/// <summary>What the API answered.</summary>
public sealed record Reply(
    int Status,
    string? MediaType,
    string? ETag,
    string? Location,
    byte[] Bytes,
    JsonNode? Json,
    bool Replayed,
    string? RetryAfter
)
{
    /// <summary>What lies at a path of names and positions, as in <c>ratios.capacityBuilding.committed.value</c> or <c>items.0.id</c>.</summary>
    public JsonNode? this[string path] =>
        path.Split('.')
            .Aggregate(Json, (node, step) => node is JsonArray list ? list[int.Parse(step, null)] : node?[step]);

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var json =
            bytes.Length > 0 && type?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(bytes) : null;
        return new(
            (int)response.StatusCode,
            type,
            response.Headers.ETag?.ToString(),
            response.Headers.Location?.ToString(),
            bytes,
            json,
            response.Headers.Contains("Idempotency-Replayed"),
            response.Headers.RetryAfter?.ToString()
        );
    }

    public string Text(string path) => this[path]!.GetValue<string>();

    public Guid Id(string path) => this[path]!.GetValue<Guid>();

    public int Number(string path) => this[path]!.GetValue<int>();

    public decimal? Figure(string path) => this[path]?.GetValue<decimal>();

    public bool Flag(string path) => this[path]!.GetValue<bool>();

    public IReadOnlyList<JsonNode> Items(string path = "items") => [.. this[path]!.AsArray().Select(node => node!)];

    public IReadOnlyList<string> Texts(string path) =>
        [.. this[path]!.AsArray().Select(node => node!.GetValue<string>())];

    /// <summary>Demands a status, and shows the answer when it is another.</summary>
    public Reply ShouldBe(int status)
    {
        Status
            .Should()
            .Be(status, "the answer was {0}", Json?.ToJsonString(Readable) ?? $"{Bytes.Length} bytes of {MediaType}");
        return this;
    }

    /// <summary>Demands a problem in the contract's form.</summary>
    public Reply ShouldBeProblem(int status, string code)
    {
        ShouldBe(status);
        MediaType.Should().Be("application/problem+json");
        Text("code").Should().Be(code, "the answer was {0}", Json!.ToJsonString(Readable));
        Text("title").Should().NotBeEmpty();
        Text("detail").Should().NotBeEmpty();
        Text("traceId").Should().NotBeEmpty();
        Number("status").Should().Be(status);
        Json!.ToJsonString().Should().NotContain("   at ", "a problem never shows a stack trace");
        return this;
    }

    /// <summary>Demands a problem that names a field and its fault.</summary>
    public Reply ShouldBlame(string field, string code, int status = 422)
    {
        ShouldBe(status);
        Items("errors")
            .Select(e => (e["field"]!.GetValue<string>(), e["code"]!.GetValue<string>()))
            .Should()
            .Contain((field, code), "the answer was {0}", Json!.ToJsonString(Readable));
        return this;
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
