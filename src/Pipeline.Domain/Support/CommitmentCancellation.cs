using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>The end of a commitment. Its key is the commitment's, so there is at most one.</summary>
public sealed class CommitmentCancellation : IAppendOnly
{
    private CommitmentCancellation() { }

    internal CommitmentCancellation(
        Guid commitmentId,
        string reason,
        DateOnly cancelledOn,
        Guid recordedBy,
        DateTimeOffset now
    ) =>
        (CommitmentId, Reason, CancelledOn, RecordedBy, RecordedAt) = (
            commitmentId,
            reason,
            cancelledOn,
            recordedBy,
            now
        );

    /// <summary>The commitment that ended.</summary>
    public Guid CommitmentId { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The day from which only what was delivered counts.</summary>
    public DateOnly CancelledOn { get; private init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
