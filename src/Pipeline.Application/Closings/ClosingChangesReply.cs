using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>What changed a closed period, line by line. The effects of all lines add up to the difference.</summary>
/// <param name="From">What was closed.</param>
/// <param name="To">What it is held against.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Before">The dashboard's figures of <paramref name="From"/>.</param>
/// <param name="After">The dashboard's figures of <paramref name="To"/>.</param>
/// <param name="Difference">After less before.</param>
/// <param name="Items">The records, in the order in which they were recorded.</param>
public sealed record ClosingChangesReply(
    ClosingViewReply From,
    ClosingViewReply To,
    string Currency,
    ClosingFigures Before,
    ClosingFigures After,
    ClosingFigures Difference,
    IReadOnlyList<ClosingChangeReply> Items
);

/// <summary>A view of a portfolio.</summary>
/// <param name="ClosingId">The closing that it is of; null for the period as it is known now.</param>
/// <param name="AsOf">Counts what was effective by this day.</param>
/// <param name="KnownAt">Leaves out what was recorded later (UTC).</param>
public sealed record ClosingViewReply(Guid? ClosingId, DateOnly AsOf, DateTimeOffset KnownAt);

/// <summary>The figures that records are told to change.</summary>
/// <param name="Projects">How many, by phase and standing.</param>
/// <param name="Totals">The sums of the three ledgers.</param>
/// <param name="Money">The three ledgers by phase and lever, cells of zero left out.</param>
public sealed record ClosingFigures(ProjectCounts Projects, MoneyTotals Totals, MoneyByLedger Money);

/// <summary>A record that concerns the period: it was recorded since, or the other closing's day has reached it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The record: a project, holding, plan version, commitment (also of its cancellation), delivery, transition, evaluation, a module's fact or the version of its document; the portfolio.</param>
/// <param name="Project">The project, by the name that it had as long as the portfolio held it; null for what is the portfolio's own.</param>
/// <param name="ProjectCode">Its code; null for what is the portfolio's own.</param>
/// <param name="Day">The day it counts from; null where it counts on every day.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="RecordedBy">By whom; null where nobody wrote it down.</param>
/// <param name="Effects">On the ledgers; empty where it changes none.</param>
/// <param name="Projects">On the number of projects; null where it changes none.</param>
public sealed record ClosingChangeReply(
    ClosingChangeKind Kind,
    Guid Id,
    NamedRef? Project,
    string? ProjectCode,
    DateOnly? Day,
    DateTimeOffset RecordedAt,
    NamedRef? RecordedBy,
    IReadOnlyList<ClosingEffectReply> Effects,
    ProjectCounts? Projects
);

/// <summary>What a record changes in one ledger.</summary>
/// <param name="Ledger">Which one.</param>
/// <param name="Phase">For which phase.</param>
/// <param name="Lever">As what.</param>
/// <param name="Amount">By how much; negative where it becomes less.</param>
public sealed record ClosingEffectReply(Basis Ledger, Phase Phase, Lever Lever, MoneyDto Amount);
