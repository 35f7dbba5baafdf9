using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reports;

/// <summary>Reads the records that only the portfolio's workbook has, in a view: one query a register, row by row. Lines follow the order of their projects.</summary>
public sealed class ReportRows(IPipelineDb db)
{
    /// <summary>The plans that held, by phase and lever.</summary>
    public IAsyncEnumerable<PlanRow> Plan(View view, Guid portfolioId, ProjectFilter order, string currency) => (
        from line in db.Projects.Lines(order, view.PlansLedBy(portfolioId).Join(db.PlanLines, v => v.Id, l => l.PlanVersionId, (v, l) => new Planned { Plan = v, Line = l }), p => p.Plan.ProjectId)
            .ThenBy(l => l.Record.Line.Phase).ThenBy(l => l.Record.Line.Lever)
        select new PlanRow(
            line.Project.Id, line.Project.Code, line.Project.Name, line.Record.Plan.Number, line.Record.Plan.EffectiveOn, line.Record.Line.Phase, line.Record.Line.Lever, line.Record.Line.Cents,
            currency, line.Project.Version)).AsAsyncEnumerable();

    /// <summary>Evaluations of these projects that had been carried out; within a project the oldest first.</summary>
    public IAsyncEnumerable<EvaluationRow> Evaluations(View view, IQueryable<Project> projects, ProjectFilter order) => (
        from line in projects.Lines(order, db.Evaluations.Where(e => e.CarriedOutOn <= view.AsOf && e.RecordedAt <= view.KnownAt), e => e.ProjectId)
            .ThenBy(l => l.Record.CarriedOutOn).ThenBy(l => l.Record.Id)
        select new
        {
            line.Record.Id,
            ProjectId = line.Project.Id,
            line.Project.Code,
            line.Project.Name,
            line.Record.Phase,
            line.Record.Form,
            line.Record.Maturity,
            line.Record.CarriedOutOn,
            line.Record.Evaluator,
            line.Record.Participants,
            line.Record.Verdict,
            line.Record.Findings,
            line.Record.Indicators,
        }).AsAsyncEnumerable()
        .Select(e => new EvaluationRow(e.Id, e.ProjectId, e.Code, e.Name, e.Phase, e.Form, e.Maturity, e.CarriedOutOn, e.Evaluator,
            string.Join(", ", e.Participants.Select(p => Codes.Of(p))), e.Verdict, e.Findings, e.Indicators.Count));

    private sealed class Planned
    {
        public PlanVersion Plan { get; init; } = null!;

        public PlanLine Line { get; init; } = null!;
    }
}
