namespace Pipeline.Application.Dashboards;

/// <summary>A block of a dashboard, to be asked for by the name of its field.</summary>
public enum DashboardBlock
{
    /// <summary>How many projects there are.</summary>
    Projects,

    /// <summary>The ledgers by phase and lever.</summary>
    Money,

    /// <summary>The sums of the ledgers.</summary>
    Totals,

    /// <summary>Both ratios.</summary>
    Ratios,

    /// <summary>Each lever's share of its phase.</summary>
    LeverMix,

    /// <summary>How many ever reached each phase.</summary>
    Funnel,

    /// <summary>How long they stayed.</summary>
    TimeInPhase,

    /// <summary>Moves by month.</summary>
    TransitionsByMonth,

    /// <summary>By SDG, domain, region and instrument.</summary>
    Breakdown,

    /// <summary>What somebody should look at.</summary>
    Attention,

    /// <summary>How much there is of it.</summary>
    AttentionTotals,

    /// <summary>Alliances under way.</summary>
    Alliances,

    /// <summary>Where impacts stand.</summary>
    Impacts,

    /// <summary>The portfolio's indicators.</summary>
    Indicators,

    /// <summary>Risks that are open.</summary>
    Risks,
}
