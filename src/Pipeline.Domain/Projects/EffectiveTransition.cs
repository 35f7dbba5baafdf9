using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

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
