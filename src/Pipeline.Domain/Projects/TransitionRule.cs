using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>One permitted move.</summary>
/// <param name="Trigger">What is asked.</param>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
public sealed record TransitionRule(Trigger Trigger, State From, State To)
{
    /// <summary>The gate to pass; null when the move has none.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What has to come with it.</summary>
    public RequiredInput Asks { get; init; } = RequiredInput.Nothing;

    /// <summary>Only managers of the lead portfolio may report it.</summary>
    public bool ManagersOnly { get; init; }

    /// <summary>Takes effect at once whatever the portfolio's policy says: a pause needs no review.</summary>
    public bool NeedsNoReview { get; init; }
}
