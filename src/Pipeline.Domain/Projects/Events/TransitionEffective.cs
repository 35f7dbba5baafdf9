using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A project moved.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="TransitionId">The report that took effect.</param>
/// <param name="Trigger">What moved it.</param>
/// <param name="Phase">Phase from here on.</param>
/// <param name="Standing">Standing from here on.</param>
public sealed record TransitionEffective(
    DateTimeOffset OccurredAt,
    Guid TransitionId,
    Trigger Trigger,
    Phase Phase,
    Standing Standing
) : DomainEvent("transition.effective", OccurredAt);
