using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>A transition as it was reported, with the gate as it was judged then. Never changed: what follows are records of their own.</summary>
public sealed class Transition : IAppendOnly
{
    private Transition() { }

    internal Transition(
        Guid id,
        Guid projectId,
        TransitionRule move,
        TransitionReport report,
        IReadOnlyList<JudgedCriterion> gate,
        Guid reportedBy,
        DateTimeOffset reportedAt
    )
    {
        (Id, ProjectId, Trigger, From, To) = (id, projectId, move.Trigger, move.From, move.To);
        (EffectiveOn, Narrative, Reason) = (report.EffectiveOn, report.Narrative, report.Reason);
        (Lessons, LessonsSearch) = (report.Lessons, report.Lessons is null ? null : Folded.Of(report.Lessons));
        (Evidence, RequestedWaivers, TakeOver) = (report.Evidence, report.Waivers, report.TakeOver);
        (Gate, ReportedBy, RecordedAt) = (gate, reportedBy, reportedAt);
    }

    /// <summary>UUID of version 7, shared by the decision and the effect.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project that moves.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>What was asked.</summary>
    public Trigger Trigger { get; private init; }

    /// <summary>Where from.</summary>
    public State From
    {
        get => new(FromPhase, FromStanding);
        private init => (FromPhase, FromStanding) = value;
    }

    /// <summary>Where to.</summary>
    public State To
    {
        get => new(ToPhase, ToStanding);
        private init => (ToPhase, ToStanding) = value;
    }

    /// <summary>Phase before.</summary>
    public Phase FromPhase { get; private init; }

    /// <summary>Standing before.</summary>
    public Standing FromStanding { get; private init; }

    /// <summary>Phase after.</summary>
    public Phase ToPhase { get; private init; }

    /// <summary>Standing after.</summary>
    public Standing ToStanding { get; private init; }

    /// <summary>The day it happened, as reported.</summary>
    public DateOnly EffectiveOn { get; private init; }

    /// <summary>The story of the passage.</summary>
    public string? Narrative { get; private init; }

    /// <summary>What the next territory should know.</summary>
    public string? Lessons { get; private init; }

    /// <summary>The lessons folded, for search.</summary>
    public string? LessonsSearch { get; private init; }

    /// <summary>Why, where the trigger asks.</summary>
    public string? Reason { get; private init; }

    /// <summary>Links that show it.</summary>
    public IReadOnlyList<Link> Evidence { get; private init; } = [];

    /// <summary>Waivers asked for with the report.</summary>
    public IReadOnlyList<Waiver> RequestedWaivers { get; private init; } = [];

    /// <summary>Who takes over, for <see cref="Trigger.Adopt"/>.</summary>
    public TakeOver? TakeOver { get; private init; }

    /// <summary>The gate as judged when it was reported; empty for moves without a gate.</summary>
    public IReadOnlyList<JudgedCriterion> Gate { get; private init; } = [];

    /// <summary>Who reported it.</summary>
    public Guid ReportedBy { get; private init; }

    /// <summary>When it was reported (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>How it was decided; null while pending, and where no review was needed.</summary>
    public TransitionDecision? Decision { get; internal set; }

    /// <summary>That it took effect; null unless it did.</summary>
    public EffectiveTransition? Effect { get; internal set; }

    /// <summary>Follows from the records.</summary>
    public TransitionStatus Status =>
        (Effect, Decision?.Outcome) switch
        {
            (not null, _) => TransitionStatus.Effective,
            (null, null) => TransitionStatus.Pending,
            (null, { } outcome) => outcome,
        };

    /// <summary>Waits for a decision.</summary>
    public bool IsPending => Status == TransitionStatus.Pending;
}
