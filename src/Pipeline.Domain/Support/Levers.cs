namespace Pipeline.Domain.Support;

/// <summary>The levers together, and which of them build capacity.</summary>
public static class Levers
{
    /// <summary>All levers, in the field's order.</summary>
    public static IReadOnlyList<Lever> All { get; } = [.. Enum.GetValues<Lever>()];

    /// <summary>Whether what goes into the lever counts in the capacity-building share (RC 5-2).</summary>
    public static bool IsCapacityBuilding(this Lever lever) =>
        lever is Lever.ExpertiseAndNetworks or Lever.StrategyAndGovernance;
}
