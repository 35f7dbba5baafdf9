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
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var (name, policy) = await view.PortfolioAsync(
            portfolio.Id,
            portfolio.Name,
            portfolio.Policy,
            cancellationToken
        );
        var references = await reference.RatioReferencesAsync(view, cancellationToken);
        var needs = await reference.NeedProfileAsync(view, cancellationToken);

        var books = await PortfolioLedger.ReadAsync(view, portfolio.Id, cancellationToken);
        var totals = books.Totals;
        var records = await portfolios.InAsync(view, portfolio.Id, books.Viewed, cancellationToken);
        IReadOnlyDictionary<Instrument, long> repaid = books.Instruments.HasRepayable
            ? await Repayments.ByInstrumentAsync(view, portfolio.Id, cancellationToken)
            : new Dictionary<Instrument, long>();
        var stays = ProjectFlow.TimeInPhase(books);
        var (entries, counts) = await attention.ReadAsync(
            view,
            books,
            records,
            policy,
            stays,
            portfolio.Currency,
            language,
            cancellationToken
        );

        MoneyDto Total(Basis basis) => MoneyDto.OfCents(totals.Total(basis), portfolio.Currency);
        return new(
            new(portfolio.Id, portfolio.Code, name),
            view.AsOf,
            view.KnownAt,
            portfolio.Currency,
            ProjectFlow.Counts(books),
            new(
                totals.Lines(Basis.Planned, portfolio.Currency),
                totals.Lines(Basis.Committed, portfolio.Currency),
                totals.Lines(Basis.Delivered, portfolio.Currency)
            ),
            new(Total(Basis.Planned), Total(Basis.Committed), Total(Basis.Delivered)),
            Ratios.Of(totals, policy, references, language),
            LeverMix.Of(totals, needs, language),
            ProjectFlow.Funnel(books, language),
            stays,
            ProjectFlow.ByMonth(books, view.AsOf),
            Breakdowns.Of(books, repaid, portfolio.Currency, language),
            entries,
            counts,
            await alliances.ReadAsync(records, language, cancellationToken),
            ImpactBlock.Of(records),
            IndicatorEntry.Of(records, language),
            RiskBlock.Of(records)
        )
        {
            View = view,
            Records = records,
            Policy = policy,
            Tag = DashboardTag.Of(
                DashboardTag.Begin(view.Head, portfolio.Id, request.AsOf, request.KnownAt, language),
                // The day that a view has where none is asked for.
                new(time.GetUtcNow().Today().AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            ),
        };
    }
}
