using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Transitions;

/// <summary>
/// The one reader of what gates look at: for the list of what is available, for reporting, for approval, and for the attention list of a whole
/// portfolio. A constant number of queries, whatever the number of projects.
/// </summary>
public sealed class GateFactsReader(IPipelineDb db, TimeProvider time)
{
    /// <summary>The facts of one project, which has to exist.</summary>
    public async Task<GateFacts> ReadAsync(Guid projectId, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Projects.Where(p => p.Id == projectId), cancellationToken))[projectId];

    /// <summary>The policy that rules a project's gates: its lead portfolio's.</summary>
    public Task<PortfolioPolicy> PolicyAsync(Guid leadPortfolioId, CancellationToken cancellationToken) =>
        db.Portfolios.AsNoTracking().Where(p => p.Id == leadPortfolioId).Select(p => p.Policy).FirstAsync(cancellationToken);

    /// <summary>The facts of all projects of a query, by project.</summary>
    public async Task<IReadOnlyDictionary<Guid, GateFacts>> ReadAsync(IQueryable<Project> projects, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().Today();
        var ids = projects.Select(p => p.Id);

        var rows = await projects.AsNoTracking()
            .Select(p => new { p.Id, p.Phase, p.Need, p.Model, p.SolutionHypotheses, p.SocioEconomicModel, p.TakeOver })
            .ToListAsync(cancellationToken);
        var territories = await db.Territories.Where(t => ids.Contains(EF.Property<Guid>(t, "ProjectId")))
            .GroupBy(t => EF.Property<Guid>(t, "ProjectId"))
            .Select(g => new { ProjectId = g.Key, All = g.Count(), Deployed = g.Sum(t => t.Since == null || t.Since <= today ? 1 : 0) })
            .ToDictionaryAsync(t => t.ProjectId, cancellationToken);
        var funding = await db.Commitments
            .Where(c => ids.Contains(c.ProjectId) && c.Lever == Lever.Funding && c.Phase == Phase.Experimentation && c.Cancellation == null)
            .GroupBy(c => c.ProjectId).Select(g => new { ProjectId = g.Key, Cents = g.Sum(c => c.Cents) })
            .ToDictionaryAsync(c => c.ProjectId, c => c.Cents, cancellationToken);
        var delivered = (await db.Deliveries
            .Join(db.Commitments.Where(c => ids.Contains(c.ProjectId)), d => d.CommitmentId, c => c.Id, (d, c) => new { c.ProjectId, c.Phase, d.Cents })
            .GroupBy(d => new { d.ProjectId, d.Phase }).Select(g => new { g.Key.ProjectId, g.Key.Phase, Cents = g.Sum(d => d.Cents) })
            .ToListAsync(cancellationToken)).ToDictionary(d => (d.ProjectId, d.Phase), d => d.Cents);
        var planned = (await db.PlanVersions
            .Where(v => ids.Contains(v.ProjectId) && !db.PlanVersions.Any(later => later.ProjectId == v.ProjectId && later.Number > v.Number))
            .Join(db.PlanLines, v => v.Id, l => l.PlanVersionId, (v, l) => new { v.ProjectId, l.Lever, l.Cents })
            .GroupBy(l => new { l.ProjectId, l.Lever }).Select(g => new { g.Key.ProjectId, g.Key.Lever, Cents = g.Sum(l => l.Cents) })
            .ToListAsync(cancellationToken)).ToLookup(l => l.ProjectId, l => (l.Lever, l.Cents));
        var evaluations = (await db.Evaluations.Where(e => ids.Contains(e.ProjectId))
            .Select(e => new { e.ProjectId, e.Phase, e.Form, e.Maturity, e.Participants })
            .ToListAsync(cancellationToken)).ToLookup(e => e.ProjectId);

        return rows.ToDictionary(p => p.Id, p =>
        {
            var plan = LeverTotals.Of(planned[p.Id]);
            var places = territories.GetValueOrDefault(p.Id);
            return new GateFacts(
                p.Phase, today, p.Need, p.SolutionHypotheses.Count, places?.All ?? 0, places?.Deployed ?? 0, p.Model, p.SocioEconomicModel, p.TakeOver,
                funding.GetValueOrDefault(p.Id), delivered.GetValueOrDefault((p.Id, p.Phase)),
                plan.Of(RatioKind.CapacityBuilding), plan.Of(RatioKind.Evaluation),
                [.. evaluations[p.Id].Select(e => new EvaluationFact(e.Phase, e.Form, e.Maturity, e.Participants.Contains(Participant.Beneficiaries)))]);
        });
    }
}
