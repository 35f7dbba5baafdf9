using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Reports;

/// <summary>A portfolio as a workbook: the dashboard with every record behind it, as of a day and as known at an instant.</summary>
/// <param name="Language">Of the workbook.</param>
public sealed record GetPortfolioReport(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt, Language Language) : IQuery<PortfolioReport>;

/// <summary>What the workbook is made of.</summary>
/// <param name="Dashboard">The same figures as the dashboard, at the same instant.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="GeneratedAt">When (UTC).</param>
public sealed record PortfolioReport(
    DashboardReply Dashboard,
    IReadOnlyList<ProjectRow> Projects,
    IReadOnlyList<TransitionRow> Transitions,
    IReadOnlyList<PlanRow> Plan,
    IReadOnlyList<CommitmentRow> Commitments,
    IReadOnlyList<DeliveryRow> Deliveries,
    IReadOnlyList<RatioRow> Ratios,
    IReadOnlyList<EvaluationRow> Evaluations,
    string RequestedBy,
    DateTimeOffset GeneratedAt,
    Language Language);

/// <summary>Writes a report as an Excel workbook.</summary>
public interface IWorkbookWriter
{
    /// <summary>Writes it into a seekable stream.</summary>
    void Write(PortfolioReport report, Stream target);
}

internal sealed class GetPortfolioReportHandler(
    IPipelineDb db, IMediator mediator, IUserDirectory users, ReportRows rows, ProjectRows projectRows, LedgerRows ledgerRows, TransitionRows transitionRows, ICaller caller, TimeProvider time)
    : IRequestHandler<GetPortfolioReport, PortfolioReport>
{
    public async Task<PortfolioReport> Handle(GetPortfolioReport request, CancellationToken cancellationToken)
    {
        // The dashboard checks the scope and fixes the view; the rows are read in the very same one.
        var dashboard = await mediator.Send(new GetDashboard(request.PortfolioId, request.AsOf, request.KnownAt, request.Language), cancellationToken);
        var view = new View(db, dashboard.AsOf, dashboard.KnownAt);
        var names = await users.NamesAsync([caller.UserId], cancellationToken);
        var policy = await db.Portfolios.AsNoTracking().Where(p => p.Id == request.PortfolioId).Select(p => p.Policy).FirstAsync(cancellationToken);
        var (held, byCode) = (view.ProjectsOf(request.PortfolioId), new ProjectFilter(Sort: "code"));
        // A commitment stands in the portfolio's books, also when its project has been released: hence of all projects.
        var kept = db.Commitments.Where(c => c.PortfolioId == request.PortfolioId);
        var projects = await projectRows.Read(view, byCode.Order(held, p => p), request.PortfolioId, request.Language, cancellationToken).ToListAsync(cancellationToken);
        return new(
            dashboard,
            [.. projects.Select(p => p.Row)],
            await transitionRows.Read(view, held, byCode).ToListAsync(cancellationToken),
            await rows.PlanAsync(view, request.PortfolioId, dashboard.Currency, cancellationToken),
            await ledgerRows.Commitments(view, db.Projects, byCode, kept).ToListAsync(cancellationToken),
            await ledgerRows.Deliveries(view, db.Projects, byCode, kept).ToListAsync(cancellationToken),
            [.. projects.SelectMany(p => p.Ratios(policy))],
            await rows.EvaluationsAsync(view, request.PortfolioId, cancellationToken),
            names.GetValueOrDefault(caller.UserId, ""), time.GetUtcNow(), request.Language);
    }
}
