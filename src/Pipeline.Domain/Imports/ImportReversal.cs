using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>That an import was taken back.</summary>
public sealed class ImportReversal : IAppendOnly
{
    private ImportReversal() { }

    internal ImportReversal(Guid importId, string? reason, Guid recordedBy, DateTimeOffset now)
    {
        ImportId = importId;
        Reason = Guard.Required(reason, "reason", Limits.Paragraph);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    /// <summary>Which one.</summary>
    public Guid ImportId { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who took it back.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
