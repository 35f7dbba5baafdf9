namespace Pipeline.Domain.Support;

/// <summary>The four levers of support. They are mixed to fit the phase, never standard (RC 4-2).</summary>
public enum Lever
{
    /// <summary>Financement: direct support (RC 4-2).</summary>
    Funding = 1,

    /// <summary>Apport en expertises et réseaux: counts as capacity building (RC 4-2, 5-2).</summary>
    ExpertiseAndNetworks,

    /// <summary>Conseil en stratégie et management, aide à la décision de la gouvernance: counts as capacity building (RC 4-2, 5-2).</summary>
    StrategyAndGovernance,

    /// <summary>Évaluation: has a ratio of its own (RC 4-2, 5-2).</summary>
    Evaluation,
}

/// <summary>The levers together, and which of them build capacity.</summary>
public static class Levers
{
    /// <summary>All levers, in the field's order.</summary>
    public static IReadOnlyList<Lever> All { get; } = [.. Enum.GetValues<Lever>()];

    /// <summary>Whether what goes into the lever counts in the capacity-building share (RC 5-2).</summary>
    public static bool IsCapacityBuilding(this Lever lever) =>
        lever is Lever.ExpertiseAndNetworks or Lever.StrategyAndGovernance;
}
