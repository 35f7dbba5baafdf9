using System.Globalization;

namespace Pipeline.Application.Dashboards;

/// <summary>Which blocks of a dashboard are asked for, and what has to be read for them.</summary>
public readonly record struct DashboardBlocks
{
    private const int Every = (1 << ((int)DashboardBlock.Risks + 1)) - 1,
        Records =
            1 << (int)DashboardBlock.Alliances
            | 1 << (int)DashboardBlock.Impacts
            | 1 << (int)DashboardBlock.Indicators
            | 1 << (int)DashboardBlock.Risks,
        Judged = 1 << (int)DashboardBlock.Attention | 1 << (int)DashboardBlock.AttentionTotals,
        Flow =
            1 << (int)DashboardBlock.Projects
            | 1 << (int)DashboardBlock.Funnel
            | 1 << (int)DashboardBlock.TimeInPhase
            | 1 << (int)DashboardBlock.TransitionsByMonth,
        Sums =
            1 << (int)DashboardBlock.Money
            | 1 << (int)DashboardBlock.Totals
            | 1 << (int)DashboardBlock.Ratios
            | 1 << (int)DashboardBlock.LeverMix,
        ByProject = Judged | 1 << (int)DashboardBlock.Breakdown;

    // What is left out, so that the default leaves nothing out.
    private readonly int _left;

    private DashboardBlocks(int left) => _left = left;

    /// <summary>The whole dashboard.</summary>
    public static DashboardBlocks All => default;

    /// <summary>These alone; all where none is named.</summary>
    public static DashboardBlocks Of(IReadOnlyCollection<DashboardBlock> named) =>
        named.Count == 0 ? All : new(Every & ~named.Aggregate(0, (some, block) => some | 1 << (int)block));

    /// <summary>Whether nothing is left out.</summary>
    public bool AreAll => _left == 0;

    /// <summary>What a tag says of them; nothing of all.</summary>
    internal string Tag => AreAll ? "" : string.Create(CultureInfo.InvariantCulture, $"{Every & ~_left:x}.");

    /// <summary>Whether a block is asked for.</summary>
    public bool Have(DashboardBlock block) => Any(1 << (int)block);

    /// <summary>Whether anything is judged.</summary>
    internal bool NeedAttention => Any(Judged);

    /// <summary>Whether what modules keep of the projects is looked at.</summary>
    internal bool NeedRecords => Any(Records | Judged);

    /// <summary>Whether projects with their moves are looked at.</summary>
    internal bool NeedProjects => Any(Flow | Records | ByProject);

    /// <summary>Whether each project's own money is looked at: else the database sums up.</summary>
    internal bool NeedBooks => Any(ByProject);

    /// <summary>Whether the three ledgers are looked at.</summary>
    internal bool NeedSums => Any(Sums);

    private bool Any(int some) => (~_left & some) != 0;
}
