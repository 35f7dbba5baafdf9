using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>A line of the delivered ledger: something that came, or the opposite entry that takes it back.</summary>
public sealed class Delivery : IAppendOnly
{
    private Delivery() { }

    internal Delivery(
        Guid id,
        Guid commitmentId,
        long cents,
        DateOnly deliveredOn,
        decimal? hours,
        string? reference,
        Guid? reversesId,
        string? reason,
        Provider? provider,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        (Id, CommitmentId, Cents, DeliveredOn, Hours, Reference) = (
            id,
            commitmentId,
            cents,
            deliveredOn,
            hours,
            reference
        );
        (ReversesId, Reason, RecordedBy, RecordedAt) = (reversesId, reason, recordedBy, now);
        (ProviderOrganisationId, ProviderKind) = (provider?.OrganisationId, provider?.Kind);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Against which commitment.</summary>
    public Guid CommitmentId { get; private init; }

    /// <summary>Cents; negative for a reversal.</summary>
    public long Cents { get; private init; }

    /// <summary>The day it counts from.</summary>
    public DateOnly DeliveredOn { get; private init; }

    /// <summary>Hours of pro-bono work; negative for a reversal.</summary>
    public decimal? Hours { get; private init; }

    /// <summary>The payment's or voucher's reference.</summary>
    public string? Reference { get; private init; }

    /// <summary>The delivery that this entry takes back; null for a delivery.</summary>
    public Guid? ReversesId { get; private init; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; private init; }

    /// <summary>Who accompanied: what was said of the delivery, or else of its commitment.</summary>
    public Guid? ProviderOrganisationId { get; private init; }

    /// <summary>In which capacity they did.</summary>
    public ProviderKind? ProviderKind { get; private init; }

    /// <summary>Who accompanied, in which capacity.</summary>
    public Provider? Provider =>
        ProviderOrganisationId is { } organisation ? new(organisation, ProviderKind!.Value) : null;

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
