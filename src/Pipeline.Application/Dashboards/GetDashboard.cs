using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>Where a portfolio stands: projects, money, ratios, mix, flow, and what needs attention.</summary>
/// <param name="Language">Of labels and messages; the caller's own when left out.</param>
public sealed record GetDashboard(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt, Language? Language = null) : IQuery<DashboardReply>;

internal sealed class GetDashboardHandler(IPipelineDb db, Scope scope, ReferenceData reference, AttentionList attention, ICaller caller, TimeProvider time)
    : IRequestHandler<GetDashboard, DashboardReply>
{
    public async Task<DashboardReply> Handle(GetDashboard request, CancellationToken cancellationToken)
    {
        var language = request.Language ?? caller.Language;
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var portfolio = await db.Portfolios.AsNoTracking().Where(p => p.Id == request.PortfolioId)
            .Select(p => new { p.Id, p.Code, p.Name, p.Currency, p.Policy }).FirstAsync(cancellationToken);
        var view = View.Of(db, request.AsOf, request.KnownAt, time.GetUtcNow());
        var (references, _) = await reference.RatioReferencesAsync(cancellationToken);
        var (needs, _) = await reference.NeedProfileAsync(cancellationToken);

        var totals = await LedgerTotals.ReadAsync(basis => view.OfPortfolio(basis, portfolio.Id), cancellationToken);
        var stays = await ProjectFlow.TimeInPhaseAsync(view, portfolio.Id, cancellationToken);
        var (entries, counts) = await attention.ReadAsync(view, portfolio.Id, portfolio.Policy, stays, language, cancellationToken);

        MoneyDto Total(Basis basis) => MoneyDto.OfCents(totals.Total(basis), portfolio.Currency);
        return new(
            new(portfolio.Id, portfolio.Code, portfolio.Name), view.AsOf, view.KnownAt, portfolio.Currency,
            await ProjectFlow.CountsAsync(view, portfolio.Id, cancellationToken),
            new(totals.Lines(Basis.Planned, portfolio.Currency), totals.Lines(Basis.Committed, portfolio.Currency), totals.Lines(Basis.Delivered, portfolio.Currency)),
            new(Total(Basis.Planned), Total(Basis.Committed), Total(Basis.Delivered)),
            Ratios.Of(totals, portfolio.Policy, references, language),
            LeverMix.Of(totals, needs),
            await ProjectFlow.FunnelAsync(view, portfolio.Id, cancellationToken),
            stays,
            await ProjectFlow.ByMonthAsync(view, portfolio.Id, cancellationToken),
            await Breakdowns.ReadAsync(view, portfolio.Id, portfolio.Currency, language, cancellationToken),
            entries, counts);
    }
}
