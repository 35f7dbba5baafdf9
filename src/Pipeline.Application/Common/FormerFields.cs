using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Pipeline.Application.Common;

/// <summary>What some things said at an instant, as far as they say something else now.</summary>
public sealed class FormerFields
{
    /// <summary>How fields are written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Nothing has changed since.</summary>
    public static readonly FormerFields None = new();

    private readonly Dictionary<(Guid Subject, string Field), JsonNode?> _fields = [];

    private FormerFields() { }

    /// <summary>Reads what was replaced after an instant.</summary>
    /// <param name="versions">Those of the things in question, of one kind.</param>
    /// <param name="knownAt">The instant.</param>
    public static async Task<FormerFields> ReadAsync(
        IQueryable<FormerVersion> versions,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        var fields = new FormerFields();
        var replaced = versions.Where(v => v.RecordedAt > knownAt).OrderBy(v => v.RecordedAt);
        await foreach (var v in replaced.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        foreach (var (name, value) in JsonNode.Parse(v.Fields)!.AsObject())
            // The first to be replaced is what was known at the instant.
            fields._fields.TryAdd((v.SubjectId, name), value);
        return fields;
    }

    /// <summary>What a field said.</summary>
    /// <param name="subject">Of which thing.</param>
    /// <param name="field">Its name, camelCase.</param>
    /// <param name="now">What it says now.</param>
    public T Of<T>(Guid subject, string field, T now) =>
        _fields.Count > 0 && _fields.TryGetValue((subject, field), out var then) ? then.Deserialize<T>(Json)! : now;
}
