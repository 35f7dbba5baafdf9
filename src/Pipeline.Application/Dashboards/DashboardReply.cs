using System.Text.Json.Serialization;
using Pipeline.Application.Alliances;
using Pipeline.Application.Common;
using Pipeline.Application.Impacts;
using Pipeline.Application.Indicators;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Application.Risks;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// A portfolio as of a day, as far as it was known at an instant. The same two values give the same figures for ever. Where blocks were named, the others are left out; who
/// names none has them all.
/// </summary>
/// <param name="AsOf">Counts what was effective by this day.</param>
/// <param name="KnownAt">Leaves out what was recorded later (UTC).</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Money">By phase and lever, cells of zero left out.</param>
/// <param name="LeverMix">Each lever's share of its phase beside what the phase needs.</param>
/// <param name="Funnel">How many projects ever reached each phase, and passed on.</param>
/// <param name="TimeInPhase">Days of the stays that ended, holds left out.</param>
/// <param name="TransitionsByMonth">The last 24 months, the current one included.</param>
/// <param name="Attention">What somebody should look at: at most 100 entries of each kind.</param>
/// <param name="AttentionTotals">How many there are of each kind.</param>
/// <param name="Alliances">Those under way on the day.</param>
/// <param name="Impacts">Where they stand on the day.</param>
/// <param name="Indicators">In the order of the portfolio's list; sums and lists, never a mean.</param>
/// <param name="Risks">Those that are open on the day.</param>
public sealed record DashboardReply(
    PortfolioHeader Portfolio,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    string Currency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProjectCounts Projects,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MoneyByLedger Money,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MoneyTotals Totals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RatiosReply Ratios,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeverMixEntry> LeverMix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FunnelEntry> Funnel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TimeInPhaseEntry> TimeInPhase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<MonthEntry> TransitionsByMonth,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BreakdownReply Breakdown,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AttentionEntry> Attention,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyDictionary<string, int> AttentionTotals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AllianceBlock Alliances,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImpactBlock Impacts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<IndicatorEntry> Indicators,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RiskBlock Risks
) : ITagged
{
    /// <summary>What it was made of; sent as its ETag and not within it.</summary>
    internal string Tag { get; init; } = "";

    /// <summary>What it was read in, for what is shown beside it; not sent.</summary>
    internal AsOfView View { get; init; } = null!;

    /// <summary>What projects had recorded, for what is shown beside it; not sent.</summary>
    internal RecordsInView Records { get; init; } = null!;

    /// <summary>What it was judged by; not sent.</summary>
    internal LifecyclePolicy Policy { get; init; } = null!;

    string ITagged.Tag => Tag;
}

/// <summary>Whose dashboard it is.</summary>
public sealed record PortfolioHeader(Guid Id, string Code, string Name);

/// <summary>How many projects, every phase and standing named, also those with none.</summary>
public sealed record ProjectCounts(
    int Total,
    IReadOnlyDictionary<string, int> ByPhase,
    IReadOnlyDictionary<string, int> ByStanding
);

/// <summary>The three ledgers.</summary>
public sealed record MoneyByLedger(
    IReadOnlyList<LedgerLine> Planned,
    IReadOnlyList<LedgerLine> Committed,
    IReadOnlyList<LedgerLine> Delivered
);

/// <summary>The sums of the three ledgers.</summary>
public sealed record MoneyTotals(MoneyDto Planned, MoneyDto Committed, MoneyDto Delivered);

/// <summary>A lever within a phase.</summary>
/// <param name="Need">An intensity of 0 to 3, by the need profile; no share of money.</param>
public sealed record LeverMixEntry(
    Phase Phase,
    Lever Lever,
    int Need,
    MixShare Planned,
    MixShare Committed,
    MixShare Delivered
);

/// <summary>A lever's share of its phase on one ledger.</summary>
/// <param name="Share">0 to 1, four decimals; null when the phase has nothing on this ledger.</param>
/// <param name="Flag"><c>unmet</c>: a need of 3 with nothing on the lever. <c>heavy</c>: a need of 0 or 1 that takes more than half of the phase. Null else.</param>
/// <param name="Reason">Why there is no share.</param>
public sealed record MixShare(decimal? Share, NeedFinding? Flag, string? Reason);

/// <summary>A step of the funnel.</summary>
/// <param name="Reached">Projects that were ever in this phase.</param>
/// <param name="PassedOn">Those of them that ever reached the next one; null for the last phase.</param>
/// <param name="Share">Passed on as a share of reached, four decimals; null over none.</param>
/// <param name="Reason">Why there is no share.</param>
public sealed record FunnelEntry(Phase Phase, int Reached, int? PassedOn, decimal? Share, string? Reason);

/// <summary>How long projects stay in a phase, holds left out.</summary>
/// <param name="Stays">Stays that ended: by a move to another phase, a stop or an adoption.</param>
/// <param name="Median">Days; null over none.</param>
/// <param name="P90">90th percentile in days, interpolated as spreadsheets do (PERCENTILE.INC); null over none.</param>
public sealed record TimeInPhaseEntry(Phase Phase, int Stays, decimal? Median, decimal? P90);

/// <summary>The moves of one month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
public sealed record MonthEntry(string Month, int Total, IReadOnlyDictionary<string, int> ByTrigger);

/// <summary>
/// The portfolio by SDG, domain and region, and its money by instrument. A project with several counts in each of them; its money is divided evenly among them, the odd cents
/// going to the first, so that every breakdown adds up to the ledger's total. Projects without any are under the code <c>none</c>.
/// </summary>
public sealed record BreakdownReply(
    IReadOnlyList<BreakdownEntry> Sdg,
    IReadOnlyList<BreakdownEntry> Domain,
    IReadOnlyList<BreakdownEntry> Region,
    IReadOnlyList<InstrumentEntry> Instrument
);

/// <summary>One line of a breakdown.</summary>
public sealed record BreakdownEntry(
    string Code,
    string Label,
    int Projects,
    MoneyDto Planned,
    MoneyDto Committed,
    MoneyDto Delivered
);

/// <summary>Something to look at.</summary>
/// <param name="Code"><c>capacity_building_missed</c>, <c>evaluation_missed</c>, <c>phase_overdue</c>, <c>review_overdue</c>, <c>commitment_undelivered</c>, <c>warnings_open</c>, or a module's own.</param>
public sealed record AttentionEntry(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Code,
    string Message
);
