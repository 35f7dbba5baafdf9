using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reports;

/// <summary>Reads ledger lines in a view: one query a register, names joined in it, row by row, while those before are written. Lines follow the order of their projects.</summary>
public sealed class LedgerRows(IPipelineDb db)
{
    /// <summary>Those of the commitments that had been agreed, of these projects; within a project the oldest agreement first.</summary>
    public IAsyncEnumerable<CommitmentRow> Commitments(View view, IQueryable<Project> projects, ProjectFilter order, IQueryable<Commitment> commitments)
    {
        var (cancellations, deliveries) = (view.Cancellations, view.Deliveries);
        return (
            from line in projects.Lines(order, view.Agreed(commitments), c => c.ProjectId).ThenBy(l => l.Record.AgreedOn).ThenBy(l => l.Record.Id)
            join portfolio in db.Portfolios on line.Record.PortfolioId equals portfolio.Id
            join funder in db.Organisations on line.Record.FunderOrganisationId equals funder.Id
            join c in cancellations on line.Record.Id equals c.CommitmentId into ends
            from end in ends.DefaultIfEmpty()
            select new
            {
                line.Record.Id,
                ProjectId = line.Project.Id,
                line.Project.Code,
                line.Project.Name,
                line.Project.Version,
                Portfolio = portfolio.Code,
                portfolio.Currency,
                Funder = funder.Name,
                line.Record.Phase,
                line.Record.Lever,
                line.Record.Nature,
                line.Record.Cents,
                Came = deliveries.Where(d => d.CommitmentId == line.Record.Id).Sum(d => d.Cents),
                line.Record.AgreedOn,
                line.Record.StartsOn,
                line.Record.EndsOn,
                line.Record.Hours,
                line.Record.Reference,
                CancelledOn = (DateOnly?)end.CancelledOn,
                end.Reason,
            }).AsAsyncEnumerable()
            .Select(r => new CommitmentRow(r.Id, r.ProjectId, r.Code, r.Name, r.Portfolio, r.Funder, r.Phase, r.Lever, r.Nature, r.Cents, r.CancelledOn is null ? r.Cents : r.Came, r.Came, r.Currency,
                r.AgreedOn, r.StartsOn, r.EndsOn, r.Hours, r.Reference, r.CancelledOn, r.Reason, r.Version)).ReadingAhead();
    }

    /// <summary>Deliveries and reversals against these commitments that had come, of these projects; within a project by their day.</summary>
    public IAsyncEnumerable<DeliveryRow> Deliveries(View view, IQueryable<Project> projects, ProjectFilter order, IQueryable<Commitment> commitments) => (
        from line in projects.Lines(order, view.Deliveries.Join(commitments, d => d.CommitmentId, c => c.Id, (d, c) => new Entry { Delivery = d, Commitment = c }), e => e.Commitment.ProjectId)
            .ThenBy(l => l.Record.Delivery.DeliveredOn).ThenBy(l => l.Record.Delivery.Id)
        join portfolio in db.Portfolios on line.Record.Commitment.PortfolioId equals portfolio.Id
        join funder in db.Organisations on line.Record.Commitment.FunderOrganisationId equals funder.Id
        select new DeliveryRow(
            line.Record.Delivery.Id, line.Record.Delivery.CommitmentId, line.Record.Commitment.Reference, line.Project.Id, line.Project.Code, line.Project.Name, funder.Name,
            line.Record.Commitment.Phase, line.Record.Commitment.Lever, line.Record.Commitment.Nature, line.Record.Delivery.Cents, portfolio.Currency, line.Record.Delivery.DeliveredOn,
            line.Record.Delivery.Hours, line.Record.Delivery.Reference, line.Record.Delivery.ReversesId, line.Record.Delivery.Reason)).AsAsyncEnumerable().ReadingAhead();

    private sealed class Entry
    {
        public Delivery Delivery { get; init; } = null!;

        public Commitment Commitment { get; init; } = null!;
    }
}
