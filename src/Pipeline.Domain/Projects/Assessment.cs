using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>Who asks, and what they may do with this project.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Reports">May report transitions: its owners and managers.</param>
/// <param name="Manages">May decide and waive: managers of the lead portfolio and administrators.</param>
public sealed record Actor(Guid UserId, bool Reports, bool Manages)
{
    /// <summary>Before anything else is judged: whoever may not report learns nothing of what stands in the way.</summary>
    /// <exception cref="ForbiddenException"><c>not_a_reporter</c>.</exception>
    public void RequireReporter()
    {
        if (!Reports)
            throw TransitionRefusals.NotAReporter.Exception();
    }

    /// <summary>The same for deciding.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public void RequireDecider()
    {
        if (!Manages)
            throw TransitionRefusals.ManagersDecideOnly.Exception();
    }
}

/// <summary>One reason why a move is not open now.</summary>
/// <param name="Refusal">What a report would be refused with, in words, with what would help.</param>
public sealed record Obstacle(Refusal Refusal);

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
