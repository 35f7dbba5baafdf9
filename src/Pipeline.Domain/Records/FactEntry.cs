using Pipeline.Domain.Common;
using Pipeline.Domain.Records.Events;

namespace Pipeline.Domain.Records;

/// <summary>Something that happened on a day, or the opposite entry that takes it back: written once, never edited (docs/adr/0030).</summary>
public sealed class FactEntry : EventSource, IAppendOnly
{
    private FactEntry() { }

    /// <summary>A new fact; what it says is checked by its own terms before it comes here.</summary>
    /// <param name="subjectId">What it is about, for example a commitment.</param>
    /// <param name="on">The day it counts from.</param>
    /// <param name="json">What it says.</param>
    /// <param name="portfolioId">Whose books it is in, who is told; null for what is no ledger line's.</param>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>out_of_range</c>; at <paramref name="field"/>.</exception>
    public FactEntry(
        FactKind kind,
        Guid projectId,
        Guid subjectId,
        DateOnly on,
        string field,
        string json,
        Guid? portfolioId,
        Guid recordedBy,
        DateTimeOffset now
    )
        : this(
            kind,
            projectId,
            subjectId,
            Guard.Day(Guard.NotInFuture(on, now, field), field),
            json,
            portfolioId,
            recordedBy,
            now,
            null,
            null
        ) { }

    private FactEntry(
        FactKind kind,
        Guid projectId,
        Guid subjectId,
        DateOnly on,
        string json,
        Guid? portfolioId,
        Guid recordedBy,
        DateTimeOffset now,
        Guid? reversesId,
        string? reason
    )
    {
        Id = Guid.CreateVersion7(now);
        (Kind, ProjectId, SubjectId, On, Json) = (kind, projectId, subjectId, on, json);
        (ReversesId, Reason, RecordedBy, RecordedAt) = (reversesId, reason, recordedBy, now);
        var what = reversesId is null ? "recorded" : "reversed";
        Raise(
            new FactRecorded($"{Codes.Of(Kind)}.{what}", now, Id, SubjectId, ReversesId)
            {
                ProjectId = ProjectId,
                PortfolioId = portfolioId,
            }
        );
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it says.</summary>
    public FactKind Kind { get; private init; }

    /// <summary>Of which project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>What it is about.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The day it counts from.</summary>
    public DateOnly On { get; private init; }

    /// <summary>What it says, as the API gives it; an opposite entry repeats what it takes back.</summary>
    public string Json { get; private init; } = "";

    /// <summary>The fact that this entry takes back; null for a fact.</summary>
    public Guid? ReversesId { get; private init; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; private init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The opposite entry that takes this one back.</summary>
    /// <param name="isReversed">There is one already.</param>
    /// <param name="portfolioId">Whose books it is in, who is told; null for what is no ledger line's.</param>
    /// <exception cref="RefusedException"><c>already_reversed</c>, <c>reversal_of_reversal</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>date_in_future</c>, <c>reversal_before_fact</c>.</exception>
    public FactEntry Reverse(
        bool isReversed,
        string? reason,
        DateOnly reversedOn,
        Guid? portfolioId,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        if (ReversesId is not null)
            throw FactRefusals.ReversalOfReversal.Exception();
        if (isReversed)
            throw FactRefusals.AlreadyReversed.Exception();
        var why = Guard.Required(reason, "reason", Limits.Paragraph);
        Guard.NotInFuture(reversedOn, now, "reversedOn");
        Guard.NotBefore(reversedOn, On, "reversedOn", FactRefusals.ReversalBeforeFact);
        return new(Kind, ProjectId, SubjectId, reversedOn, Json, portfolioId, recordedBy, now, Id, why);
    }
}
