using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>The projects that a portfolio leads by their last periods, as of a day and as known at an instant.</summary>
/// <param name="Period">The one period that ends on this day; null for the last twelve.</param>
public sealed record ListPortfolioProgress(
    Guid PortfolioId,
    DateOnly? Period,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<PortfolioProgressReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture, ProgressRefusals.NotAPeriod];
}

/// <summary>Projects and periods.</summary>
/// <param name="AsOf">What is dated later is left out.</param>
/// <param name="KnownAt">What was recorded later is left out (UTC).</param>
/// <param name="Periods">The last days of the periods that are shown, the first one first.</param>
/// <param name="Totals">How many periods of all projects stand how, over those that are shown.</param>
/// <param name="Items">The projects that owe a report on any of them, by code.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Projects asked for.</param>
/// <param name="TotalItems">Projects in all.</param>
/// <param name="TotalPages">0 when there are none.</param>
public sealed record PortfolioProgressReply(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    IReadOnlyList<DateOnly> Periods,
    IReadOnlyList<PeriodCount> Totals,
    IReadOnlyList<ProjectPeriodsReply> Items,
    int Page,
    int PageSize,
    int TotalItems,
    int TotalPages
);

/// <summary>How many periods stand in one way.</summary>
public sealed record PeriodCount(PeriodState State, int Periods);

/// <summary>A project with its periods, the first one first.</summary>
public sealed record ProjectPeriodsReply(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    IReadOnlyList<PeriodReply> Periods
);

/// <summary>How a period of a project stands.</summary>
/// <param name="Period">Its last day.</param>
/// <param name="SubmittedOn">When its last report was submitted; null where none was.</param>
/// <param name="DecidedOn">When that was answered.</param>
public sealed record PeriodReply(
    DateOnly Period,
    DateOnly DueOn,
    PeriodState State,
    int DaysLate,
    DateOnly? SubmittedOn,
    DateOnly? DecidedOn
);

internal sealed class ListPortfolioProgressHandler(
    IPipelineDb db,
    Scope scope,
    PortfolioRecords portfolios,
    ProgressCalendar calendar,
    TimeProvider time
) : IRequestHandler<ListPortfolioProgress, PortfolioProgressReply>
{
    private const int Shown = 12;

    public async Task<PortfolioProgressReply> Handle(ListPortfolioProgress request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var records = await portfolios.InAsync(view, request.PortfolioId, cancellationToken);
        var all = await calendar.InAsync(records, cancellationToken);
        var ends = all.Select(p => p.Period.EndsOn).Distinct().Order().TakeLast(Shown).ToList();
        if (request.Period is { } asked)
        {
            if (all.All(p => p.Period.EndsOn != asked))
                throw ProgressRefusals.NotAPeriod.With(asked, PeriodNames.Of(ends)).At("period");
            ends = [asked];
        }
        var shown = all.Where(p => ends.Contains(p.Period.EndsOn)).ToList();
        var page = shown.GroupBy(p => p.Project.Id).ToPage(request.Page);
        return new(
            view.AsOf,
            view.KnownAt,
            ends,
            [.. shown.GroupBy(p => p.State).OrderBy(g => g.Key).Select(g => new PeriodCount(g.Key, g.Count()))],
            [
                .. page.Items.Select(g => new ProjectPeriodsReply(
                    g.Key,
                    g.First().Project.Code,
                    g.First().Project.Name,
                    [.. g.Select(Show)]
                )),
            ],
            page.Page,
            page.PageSize,
            page.TotalItems,
            page.TotalPages
        );
    }

    private static PeriodReply Show(ViewedPeriod p) =>
        new(
            p.Period.EndsOn,
            p.Period.DueOn,
            p.State,
            p.DaysLate,
            p.Report?.Terms.Last?.SubmittedOn,
            p.Report?.Terms.Last?.DecidedOn
        );
}
