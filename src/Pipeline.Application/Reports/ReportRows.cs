using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Reports;

/// <summary>Reads the records that only the portfolio's workbook has, in a view, as rows: a constant number of queries, whatever the number of projects.</summary>
public sealed class ReportRows(IPipelineDb db)
{
    /// <summary>The plans that held.</summary>
    public async Task<IReadOnlyList<PlanRow>> PlanAsync(View view, Guid portfolioId, string currency, CancellationToken cancellationToken)
    {
        var lines = await view.PlansLedBy(portfolioId)
            .Join(db.PlanLines, v => v.Id, l => l.PlanVersionId, (v, l) => new { v.ProjectId, v.Number, v.EffectiveOn, l.Phase, l.Lever, l.Cents })
            .Join(db.Projects, l => l.ProjectId, p => p.Id, (l, p) => new { p.Id, p.Code, p.Name, l.Number, l.EffectiveOn, l.Phase, l.Lever, l.Cents, p.Version })
            .OrderBy(l => l.Code).ThenBy(l => l.Phase).ThenBy(l => l.Lever).ToListAsync(cancellationToken);
        return [.. lines.Select(l => new PlanRow(l.Id, l.Code, l.Name, l.Number, l.EffectiveOn, l.Phase, l.Lever, l.Cents, currency, l.Version))];
    }

    /// <summary>Evaluations of the portfolio's projects that had been carried out.</summary>
    public async Task<IReadOnlyList<EvaluationRow>> EvaluationsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var known = await Named(projects, cancellationToken);
        var loaded = await db.Evaluations.AsNoTracking().Where(e => e.CarriedOutOn <= view.AsOf && e.RecordedAt <= view.KnownAt && projects.Any(p => p.Id == e.ProjectId)).ToListAsync(cancellationToken);
        return [.. loaded.Select(e => new EvaluationRow(e.Id, e.ProjectId, known[e.ProjectId].Code, known[e.ProjectId].Name, e.Phase, e.Form, e.Maturity, e.CarriedOutOn, e.Evaluator,
            string.Join(", ", e.Participants.Select(p => Codes.Of(p))), e.Verdict, e.Findings, e.Indicators.Count))
            .OrderBy(e => e.ProjectCode, StringComparer.Ordinal).ThenBy(e => e.CarriedOutOn)];
    }

    private static async Task<Dictionary<Guid, (string Code, string Name)>> Named(IQueryable<Project> projects, CancellationToken cancellationToken) =>
        (await projects.Select(p => new { p.Id, p.Code, p.Name }).ToListAsync(cancellationToken)).ToDictionary(p => p.Id, p => (p.Code, p.Name));
}
