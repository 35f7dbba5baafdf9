using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What became of a reported transition.</summary>
public enum TransitionStatus
{
    /// <summary>Waits for a manager.</summary>
    Pending = 1,

    /// <summary>It happened; its sequence number says when in the project's life.</summary>
    Effective,

    /// <summary>Sent back to be changed and reported anew.</summary>
    Returned,

    /// <summary>Refused by a manager, with a reason.</summary>
    Declined,

    /// <summary>Taken back by whoever reported it.</summary>
    Withdrawn,
}

/// <summary>A manager's answer to a report.</summary>
public enum DecisionKind
{
    /// <summary>Let it take effect, if the gate still holds.</summary>
    Approve = 1,

    /// <summary>RequiredInput for changes, with a reason.</summary>
    ReturnForChanges,

    /// <summary>Refuse, with a reason.</summary>
    Decline,
}

/// <summary>What somebody reports.</summary>
/// <param name="Trigger">The move asked for.</param>
/// <param name="EffectiveOn">The day it happened: not in the future, not before the last one.</param>
/// <param name="Narrative">The story of the passage.</param>
/// <param name="Reason">Asked by <c>stepBack</c>, <c>hold</c>, <c>stop</c>, <c>reopen</c>.</param>
/// <param name="Evidence">Links.</param>
/// <param name="Waivers">Blocking criteria to be waived, each with its reason.</param>
/// <param name="TakeOver">Asked by <c>adopt</c>, unless the project names one already.</param>
public sealed record TransitionReport(
    Trigger Trigger,
    DateOnly EffectiveOn,
    string? Narrative,
    string? Reason,
    IReadOnlyList<Link> Evidence,
    IReadOnlyList<Waiver> Waivers,
    TakeOver? TakeOver
);

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

/// <summary>The one answer to a report. Its key is the report's, so the database itself refuses a second one.</summary>
public sealed class TransitionDecision : IAppendOnly
{
    private TransitionDecision() { }

    internal TransitionDecision(
        Guid transitionId,
        TransitionStatus outcome,
        string? reason,
        IReadOnlyList<JudgedCriterion> gate,
        Guid decidedBy,
        DateTimeOffset decidedAt
    ) =>
        (TransitionId, Outcome, Reason, Gate, DecidedBy, RecordedAt) = (
            transitionId,
            outcome,
            reason,
            gate,
            decidedBy,
            decidedAt
        );

    /// <summary>The report that is answered.</summary>
    public Guid TransitionId { get; private init; }

    /// <summary><see cref="TransitionStatus.Effective"/> for an approval.</summary>
    public TransitionStatus Outcome { get; private init; }

    /// <summary>Why, for anything but an approval or a withdrawal.</summary>
    public string? Reason { get; private init; }

    /// <summary>The gate as judged again on the facts of that day; empty when nothing was approved or the move has no gate.</summary>
    public IReadOnlyList<JudgedCriterion> Gate { get; private init; } = [];

    /// <summary>Who decided, or withdrew.</summary>
    public Guid DecidedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}

/// <summary>A move that happened: one link of the project's chain, numbered without gaps.</summary>
public sealed class EffectiveTransition : IAppendOnly
{
    private EffectiveTransition() { }

    internal EffectiveTransition(
        Transition transition,
        int sequence,
        IReadOnlyList<Waiver> waivers,
        PhaseClock before,
        PhaseClock after,
        DateTimeOffset recordedAt
    )
    {
        (TransitionId, ProjectId, Sequence) = (transition.Id, transition.ProjectId, sequence);
        (Trigger, ToPhase, ToStanding, EffectiveOn) = (
            transition.Trigger,
            transition.ToPhase,
            transition.ToStanding,
            transition.EffectiveOn
        );
        (LeftPhase, Waivers, RecordedAt) = (transition.FromPhase, waivers, recordedAt);
        if (transition.Trigger is Trigger.Advance or Trigger.StepBack or Trigger.Adopt or Trigger.Stop)
            StayDays = before.DaysUntil(EffectiveOn);
        (ClockFrom, PausedOn, PhaseSince) = (after.From, after.PausedOn, after.PhaseSince);
    }

    /// <summary>The report that took effect.</summary>
    public Guid TransitionId { get; private init; }

    /// <summary>The project that moved.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>From 1, without gaps within a project.</summary>
    public int Sequence { get; private init; }

    /// <summary>What moved it.</summary>
    public Trigger Trigger { get; private init; }

    /// <summary>Phase before.</summary>
    public Phase LeftPhase { get; private init; }

    /// <summary>Phase from here on.</summary>
    public Phase ToPhase { get; private init; }

    /// <summary>Standing from here on.</summary>
    public Standing ToStanding { get; private init; }

    /// <summary>The day it counts from.</summary>
    public DateOnly EffectiveOn { get; private init; }

    /// <summary>Waivers that were granted and needed.</summary>
    public IReadOnlyList<Waiver> Waivers { get; private init; } = [];

    /// <summary>Days of the stay that this move ended, holds left out; null when it ended none.</summary>
    public int? StayDays { get; private init; }

    /// <summary>The stay's clock after this move: see <see cref="PhaseClock.From"/>.</summary>
    public DateOnly ClockFrom { get; private init; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public DateOnly? PausedOn { get; private init; }

    /// <summary>Since when the project is in <see cref="ToPhase"/>.</summary>
    public DateOnly PhaseSince { get; private init; }

    /// <summary>When it became known (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    internal PhaseClock Clock => new(PhaseSince, ClockFrom, PausedOn);
}

/// <summary>
/// Time in phase without holds, as two dates: a resume moves <see cref="From"/> on by the length of the hold, so the days of a stay are one
/// subtraction, here and in a query alike. A stay begins with the phase, or with a reopening.
/// </summary>
/// <param name="PhaseSince">The day the phase was entered.</param>
/// <param name="From">The day from which an uninterrupted stay would have lasted as long.</param>
/// <param name="PausedOn">The day the clock stopped; null while it runs.</param>
public sealed record PhaseClock(DateOnly PhaseSince, DateOnly From, DateOnly? PausedOn)
{
    /// <summary>A stay that begins with its phase.</summary>
    public static PhaseClock Start(DateOnly on) => new(on, on, null);

    /// <summary>Whole days in the stay until a day, holds left out.</summary>
    public int DaysUntil(DateOnly day) => (PausedOn ?? day).DayNumber - From.DayNumber;

    /// <summary>The clock after a move.</summary>
    public PhaseClock After(Trigger trigger, DateOnly on) =>
        trigger switch
        {
            Trigger.Advance or Trigger.StepBack => Start(on),
            Trigger.Hold => this with { PausedOn = on },
            Trigger.Resume => this with
            {
                From = From.AddDays(on.DayNumber - (PausedOn ?? on).DayNumber),
                PausedOn = null,
            },
            Trigger.Stop or Trigger.Adopt => this with { PausedOn = PausedOn ?? on },
            Trigger.Reopen => this with { From = on, PausedOn = null },
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
        };
}
