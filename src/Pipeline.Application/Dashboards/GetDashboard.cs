using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Agreements;
using Pipeline.Application.Alliances;
using Pipeline.Application.Common;
using Pipeline.Application.Impacts;
using Pipeline.Application.Indicators;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Application.Reference;
using Pipeline.Application.Risks;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>Where a portfolio stands: projects, money, ratios, mix, flow, and what needs attention.</summary>
/// <param name="Language">Of labels and messages; the caller's own when left out.</param>
public sealed record GetDashboard(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt, Language? Language = null)
    : ISnapshotQuery<DashboardReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];

    /// <summary>Which are wanted: nothing is read that these do not need, and the others are null.</summary>
    public DashboardBlocks Blocks { get; init; }
}

internal sealed class GetDashboardHandler(
    IPipelineDb db,
    Scope scope,
    ReferenceData reference,
    AttentionList attention,
    PortfolioRecords portfolios,
    AllianceBlockReader alliances,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<GetDashboard, DashboardReply>
{
    public async Task<DashboardReply> Handle(GetDashboard request, CancellationToken cancellationToken)
    {
        var language = request.Language ?? caller.Language;
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var blocks = request.Blocks;
        var tag = DashboardTag.Of(
            DashboardTag.Begin(view.Head, request.PortfolioId, request.AsOf, request.KnownAt, language, blocks),
            // The day that a view has where none is asked for.
            new(time.GetUtcNow().Today().AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        );
        var portfolio = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == request.PortfolioId)
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.Name,
                p.Currency,
                p.Policy,
            })
            .FirstAsync(cancellationToken);
        var (name, policy) = await view.PortfolioAsync(
            portfolio.Id,
            portfolio.Name,
            portfolio.Policy,
            cancellationToken
        );
        var books = !blocks.NeedProjects
            ? null
            : await PortfolioLedger.ReadFlowAsync(view, portfolio.Id, cancellationToken);
        if (blocks.NeedBooks)
            await books!.ReadLedgersAsync(view, cancellationToken);
        var records = blocks.NeedRecords
            ? await portfolios.InAsync(view, portfolio.Id, books!.Viewed, cancellationToken)
            : null;
        var stays = books is null ? [] : ProjectFlow.TimeInPhase(books);
        var (entries, counts) = blocks.NeedAttention
            ? await attention.ReadAsync(
                view,
                books!,
                records!,
                policy,
                stays,
                portfolio.Currency,
                language,
                cancellationToken
            )
            : (null, null);
        var totals =
            blocks.NeedBooks ? books!.Totals
            : blocks.NeedSums ? await LedgerTotals.OfPortfolioAsync(view, portfolio.Id, cancellationToken)
            : new();
        IReadOnlyDictionary<Instrument, long> repaid =
            blocks.Have(DashboardBlock.Breakdown) && books!.Instruments.HasRepayable
                ? await Repayments.ByInstrumentAsync(view, portfolio.Id, cancellationToken)
                : new Dictionary<Instrument, long>();

        MoneyDto Total(Basis basis) => MoneyDto.OfCents(totals.Total(basis), portfolio.Currency);
        // Null is what nobody asked for, whom a whole dashboard is never answered with.
        T If<T>(DashboardBlock block, Func<T> value) => blocks.Have(block) ? value() : default!;
        async Task<T> IfAsync<T>(DashboardBlock block, Func<Task<T>> value) =>
            blocks.Have(block) ? await value() : default!;
        return new(
            new(portfolio.Id, portfolio.Code, name),
            view.AsOf,
            view.KnownAt,
            portfolio.Currency,
            If(DashboardBlock.Projects, () => ProjectFlow.Counts(books!)),
            If(
                DashboardBlock.Money,
                () =>
                    new MoneyByLedger(
                        totals.Lines(Basis.Planned, portfolio.Currency),
                        totals.Lines(Basis.Committed, portfolio.Currency),
                        totals.Lines(Basis.Delivered, portfolio.Currency)
                    )
            ),
            If(
                DashboardBlock.Totals,
                () => new MoneyTotals(Total(Basis.Planned), Total(Basis.Committed), Total(Basis.Delivered))
            ),
            await IfAsync(
                DashboardBlock.Ratios,
                async () =>
                    Ratios.Of(totals, policy, await reference.RatioReferencesAsync(view, cancellationToken), language)
            ),
            await IfAsync(
                DashboardBlock.LeverMix,
                async () => LeverMix.Of(totals, await reference.NeedProfileAsync(view, cancellationToken), language)
            ),
            If(DashboardBlock.Funnel, () => ProjectFlow.Funnel(books!, language)),
            If(DashboardBlock.TimeInPhase, () => stays),
            If(DashboardBlock.TransitionsByMonth, () => ProjectFlow.ByMonth(books!, view.AsOf)),
            If(DashboardBlock.Breakdown, () => Breakdowns.Of(books!, repaid, portfolio.Currency, language)),
            If(DashboardBlock.Attention, () => entries!),
            If(DashboardBlock.AttentionTotals, () => counts!),
            await IfAsync(DashboardBlock.Alliances, () => alliances.ReadAsync(records!, language, cancellationToken)),
            If(DashboardBlock.Impacts, () => ImpactBlock.Of(records!)),
            If(DashboardBlock.Indicators, () => IndicatorEntry.Of(records!, language)),
            If(DashboardBlock.Risks, () => RiskBlock.Of(records!))
        )
        {
            View = view,
            Records = records!,
            Policy = policy,
            Tag = tag,
        };
    }
}
