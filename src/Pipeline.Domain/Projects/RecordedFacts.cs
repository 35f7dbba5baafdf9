namespace Pipeline.Domain.Projects;

/// <summary>What gates look at of the modules' documents; nothing where a project has none.</summary>
public sealed record RecordedFacts
{
    /// <summary>Alliances under way on the day.</summary>
    public int Alliances { get; init; }

    /// <summary>Those of them with a double impact.</summary>
    public int AlliancesWithDoubleImpact { get; init; }

    /// <summary>The target model is an operator's, with its size and at least one milestone on the way there.</summary>
    public bool HasTrajectory { get; init; }

    /// <summary>Impacts of kind performance or innovation that somebody has looked at.</summary>
    public int ImpactsRead { get; init; }

    /// <summary>Open risks of the passage ahead, or of any, that nobody has an answer to.</summary>
    public int UnansweredRisks { get; init; }
}
