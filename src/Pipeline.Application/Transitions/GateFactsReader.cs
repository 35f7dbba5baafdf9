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

        // Joined from the projects outwards, and summed here: a condition with a subquery is put to every group anew once it is grouped (docs/adr/0012).
        var rows = await projects.AsNoTracking()
            .Select(p => new { p.Id, p.Phase, p.Need, p.Model, p.SolutionHypotheses, p.SocioEconomicModel, p.TakeOver })
            .ToListAsync(cancellationToken);
        var territories = (await projects.Join(db.Territories, p => p.Id, t => EF.Property<Guid>(t, "ProjectId"), (p, t) => new { ProjectId = p.Id, t.Since })
            .ToListAsync(cancellationToken)).ToLookup(t => t.ProjectId, t => t.Since);
        var funding = (await projects.Join(db.Commitments.Where(c => c.Lever == Lever.Funding && c.Phase == Phase.Experimentation && c.Cancellation == null), p => p.Id, c => c.ProjectId, (p, c) => new { c.ProjectId, c.Cents })
            .ToListAsync(cancellationToken)).ToLookup(c => c.ProjectId, c => c.Cents);
        var delivered = (await projects.Join(db.Commitments, p => new { p.Id, p.Phase }, c => new { Id = c.ProjectId, c.Phase }, (p, c) => new { c.Id, c.ProjectId })
            .Join(db.Deliveries, c => c.Id, d => d.CommitmentId, (c, d) => new { c.ProjectId, d.Cents })
            .ToListAsync(cancellationToken)).ToLookup(d => d.ProjectId, d => d.Cents);
        var planned = (await projects.Join(db.PlanVersions, p => p.Id, v => v.ProjectId, (p, v) => v)
            .Where(v => !db.PlanVersions.Any(later => later.ProjectId == v.ProjectId && later.Number > v.Number))
            .Join(db.PlanLines, v => v.Id, l => l.PlanVersionId, (v, l) => new { v.ProjectId, l.Lever, l.Cents })
            .ToListAsync(cancellationToken)).ToLookup(l => l.ProjectId, l => (l.Lever, l.Cents));
        var evaluations = (await projects.Join(db.Evaluations, p => p.Id, e => e.ProjectId, (p, e) => new { e.ProjectId, e.Phase, e.Form, e.Maturity, e.Participants })
            .ToListAsync(cancellationToken)).ToLookup(e => e.ProjectId);

        return rows.ToDictionary(p => p.Id, p =>
        {
            var plan = LeverTotals.Of(planned[p.Id]);
            var places = territories[p.Id].ToList();
            return new GateFacts(
                p.Phase, today, p.Need, p.SolutionHypotheses.Count, places.Count, places.Count(since => since is null || since <= today), p.Model, p.SocioEconomicModel, p.TakeOver,
                funding[p.Id].Sum(), delivered[p.Id].Sum(),
                plan.Of(RatioKind.CapacityBuilding), plan.Of(RatioKind.Evaluation),
                [.. evaluations[p.Id].Select(e => new EvaluationFact(e.Phase, e.Form, e.Maturity, e.Participants.Contains(Participant.Beneficiaries)))]);
        });
    }
}
