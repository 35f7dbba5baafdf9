using Pipeline.Application.Dashboards;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>How many dashboards an instance remembers: <c>Pipeline:Dashboards:*</c>.</summary>
public sealed class DashboardOptions
{
    private const int Most = 10_000;

    /// <summary>How many of those that were answered last are kept; 0 makes each anew.</summary>
    public int Kept { get; init; } = DashboardMemory.Usual;

    /// <summary>What keeps them.</summary>
    /// <exception cref="SettingException">The number cannot be.</exception>
    public DashboardMemory Memory() =>
        Kept is >= 0 and <= Most
            ? new(Kept)
            : throw new SettingException($"Pipeline:Dashboards:Kept is a whole number from 0 to {Most}.");
}
