using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>Reads the records that only the portfolio's workbook has, in a view, while those before are written. Lines follow the order of their projects.</summary>
public sealed class ReportRows(IPipelineDb db)
{
    /// <summary>The plans that held, by phase and lever.</summary>
    public IAsyncEnumerable<PlanRow> Plan(AsOfView view, IEnumerable<Guid> projects, string currency) =>
        view.InTurnsAsync(
                projects,
                listed =>
                    from plan in view.PlansOf(listed)
                    join line in db.PlanLines on plan.Id equals line.PlanVersionId
                    orderby line.Phase, line.Lever
                    select new
                    {
                        plan.ProjectId,
                        plan.Number,
                        plan.EffectiveOn,
                        line.Phase,
                        line.Lever,
                        line.Cents,
                    },
                r => r.ProjectId,
                (p, r) =>
                    new PlanRow(
                        p.Id,
                        p.Code,
                        p.Name,
                        r.Number,
                        r.EffectiveOn,
                        r.Phase,
                        r.Lever,
                        r.Cents,
                        currency,
                        p.Version
                    )
            )
            .ReadingAhead();

    /// <summary>Evaluations of these projects that had been carried out; within a project the oldest first.</summary>
    /// <param name="records">What they had recorded in the same view.</param>
    public IAsyncEnumerable<EvaluationRow> Evaluations(AsOfView view, IEnumerable<Guid> projects, RecordsInView records)
    {
        var evaluations = db.Evaluations.Where(e => e.CarriedOutOn <= view.AsOf && e.RecordedAt <= view.KnownAt);
        return view.InTurnsAsync(
                projects,
                listed =>
                    from evaluation in evaluations.Of(listed, e => e.ProjectId)
                    join project in db.Projects on evaluation.ProjectId equals project.Id
                    join lead in db.Portfolios on project.LeadPortfolioId equals lead.Id
                    orderby evaluation.CarriedOutOn, evaluation.RecordedAt, evaluation.Id
                    select new
                    {
                        evaluation.Id,
                        evaluation.ProjectId,
                        evaluation.Phase,
                        evaluation.Form,
                        evaluation.Maturity,
                        evaluation.CarriedOutOn,
                        evaluation.Evaluator,
                        evaluation.Participants,
                        evaluation.Verdict,
                        evaluation.Findings,
                        evaluation.Indicators,
                        evaluation.EvaluatorKind,
                        evaluation.CostCents,
                        lead.Currency,
                        evaluation.GapFromIntuition,
                        evaluation.DriftNoted,
                        evaluation.EcosystemChange,
                        evaluation.AllianceId,
                        evaluation.PlannedId,
                    },
                e => e.ProjectId,
                (read, token) =>
                    NamedDocuments.ReadAsync(view, [.. read.Select(e => (e.ProjectId, e.AllianceId))], records, token),
                (p, e, named) =>
                    new EvaluationRow(
                        e.Id,
                        p.Id,
                        p.Code,
                        p.Name,
                        e.Phase,
                        e.Form,
                        e.Maturity,
                        e.CarriedOutOn,
                        e.Evaluator,
                        Text.Joined(e.Participants.Select(p => Labels.Of(p))),
                        e.Verdict,
                        e.Findings,
                        e.Indicators.Count,
                        e.EvaluatorKind,
                        e.CostCents,
                        e.Currency,
                        e.GapFromIntuition,
                        e.DriftNoted,
                        e.EcosystemChange,
                        named.NameOf(e.AllianceId),
                        e.AllianceId,
                        e.PlannedId
                    )
            )
            .ReadingAhead();
    }
}
