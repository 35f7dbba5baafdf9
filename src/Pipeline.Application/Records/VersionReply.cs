using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>A version of a document: who wrote it and when, and beside that the document's own fields as they were then.</summary>
public sealed record VersionReply
{
    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required NamedRef RecordedBy { get; init; }

    /// <summary>The document's fields.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>Versions with the names of those who wrote them.</summary>
    internal static async Task<Listed<VersionReply>> ListAsync(
        IReadOnlyList<DocumentVersion> versions,
        Names names,
        CancellationToken cancellationToken
    )
    {
        var by = await names.OfPeopleAsync(versions.Select(v => v.RecordedBy), cancellationToken);
        return new([.. versions.Select(v => Of(v, by))]);
    }

    private static VersionReply Of(DocumentVersion version, Func<Guid, NamedRef> person) =>
        new()
        {
            Version = version.Number,
            RecordedAt = version.RecordedAt,
            RecordedBy = person(version.RecordedBy),
            Fields = RecordJson.Read<Dictionary<string, JsonElement>>(version.Json),
        };
}
