using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>An event that was committed with its cause and waits to be delivered (docs/adr/0017).</summary>
public sealed class OutboxMessage
{
    /// <summary>Characters of the longest type.</summary>
    public const int TypeLength = 60;

    /// <summary>Characters of a <c>traceparent</c>.</summary>
    public const int TraceParentLength = 55;

    /// <summary>
    /// Given by the database: the order in which events were written, which ids of version 7 do not keep within a millisecond, nor on SQL Server.
    /// </summary>
    public long Sequence { get; private init; }

    /// <summary>UUID of version 7; the same at every attempt.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is called outside, for example <c>transition.reported</c>.</summary>
    public string Type { get; private init; } = "";

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>When it was written (UTC): the instant of the audit that its cause is recorded at, which follows all that were committed before.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The project it happened in; null where it is none's.</summary>
    public Guid? ProjectId { get; private init; }

    /// <summary>The portfolio it happened in; null where it is none's.</summary>
    public Guid? PortfolioId { get; private init; }

    /// <summary>In whose name its cause was done; null for what was written before this was kept.</summary>
    public Guid? CausedBy { get; private init; }

    /// <summary>The request that was its cause, as W3C's <c>traceparent</c>; null for what nobody traced.</summary>
    public string? TraceParent { get; private init; }

    /// <summary>What it adds, as a JSON object of ids and states.</summary>
    public string Payload { get; private init; } = "";

    /// <summary>Whether it is removed once it is delivered, since it names a person; and which <see cref="OutboxLane"/> it goes by.</summary>
    public bool IsPersonal { get; private init; }

    /// <summary>What became of it.</summary>
    public OutboxStatus Status { get; private init; } = OutboxStatus.Pending;

    /// <summary>How often its delivery was begun. One that was cut off while others were held with it is begun again and not counted twice.</summary>
    public int Attempts { get; private init; }

    /// <summary>
    /// How often a lease ended over it, since its worker died or was too slow. The first one may have been another's doing, which was held with it; since then it is held alone (docs/adr/0064).
    /// </summary>
    public int LeasesLost { get; private init; }

    /// <summary>Whether it was held alone by the worker that it was lost with.</summary>
    public bool WasLostAlone => LeasesLost > 1;

    /// <summary>Not to be delivered before (UTC).</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>The lease by which a worker holds it; null while none does.</summary>
    public Guid? LeaseId { get; private init; }

    /// <summary>Until when it is held (UTC); whoever holds it and is killed has lost it then.</summary>
    public DateTimeOffset? LeasedUntil { get; private init; }

    /// <summary>When it was delivered or given up (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>An event about to be written.</summary>
    /// <param name="recordedAt">What its cause is recorded at.</param>
    /// <param name="now">What this process's clock says, by which it is due.</param>
    public static OutboxMessage Of(
        DomainEvent happened,
        Guid causedBy,
        string? traceParent,
        DateTimeOffset recordedAt,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Type = happened.Type,
            OccurredAt = happened.OccurredAt,
            RecordedAt = recordedAt,
            ProjectId = happened.ProjectId,
            PortfolioId = happened.PortfolioId,
            CausedBy = causedBy,
            TraceParent = traceParent,
            Payload = PublishedEvent.PayloadOf(happened),
            IsPersonal = happened.IsPersonal,
            DueAt = now,
        };

    /// <summary>As handlers see it.</summary>
    public PublishedEvent Published =>
        new(Id, Type, OccurredAt, ProjectId, PortfolioId, Payload) { RecordedAt = RecordedAt, CausedBy = CausedBy };
}
