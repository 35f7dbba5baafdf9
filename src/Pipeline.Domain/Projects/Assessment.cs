namespace Pipeline.Domain.Projects;

/// <summary>The whole answer to "may I, and why not": read by the list of what is available and by the command that fires.</summary>
/// <param name="Trigger">What was asked.</param>
/// <param name="Rule">The row of the table; null when the state does not permit the trigger.</param>
/// <param name="Criteria">The gate as judged, met and unmet alike; empty without a gate.</param>
/// <param name="Obstacles">Everything in the way, not the first thing.</param>
public sealed record Assessment(
    Trigger Trigger,
    TransitionRule? Rule,
    IReadOnlyList<JudgedCriterion> Criteria,
    IReadOnlyList<Obstacle> Obstacles
)
{
    /// <summary>A report of this move would be taken, without any waiver.</summary>
    public bool Permitted => Obstacles.Count == 0;
}
