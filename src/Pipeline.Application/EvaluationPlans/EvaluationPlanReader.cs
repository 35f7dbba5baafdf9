using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>Shows plans of evaluations, with what came of them.</summary>
public sealed class EvaluationPlanReader(
    IPipelineDb db,
    DocumentStore documents,
    PlanReader plans,
    Names names,
    ICaller caller,
    TimeProvider time
)
{
    private static readonly Text BudgetDiffers = new(
        "The budgets of the planned evaluations are not what the plan has for evaluation.",
        "Les budgets des évaluations prévues ne sont pas ce que le plan prévoit pour l'évaluation."
    );

    /// <summary>Which document it is.</summary>
    public static DocumentKey KeyOf(Guid projectId) => DocumentKey.OfProject(DocumentKind.EvaluationPlan, projectId);

    /// <summary>The plan as it stands; null before the first one.</summary>
    public Task<Document<EvaluationPlan>?> FindAsync(Guid projectId, CancellationToken cancellationToken) =>
        documents.FindAsync<EvaluationPlan>(KeyOf(projectId), cancellationToken);

    /// <summary>As it is shown.</summary>
    public async Task<EvaluationPlanReply> ShowAsync(
        Guid projectId,
        Document<EvaluationPlan>? plan,
        CancellationToken cancellationToken
    )
    {
        var evaluations = await db
            .Evaluations.AsNoTracking()
            .Where(e => e.ProjectId == projectId)
            .OrderBy(e => e.CarriedOutOn)
            .ThenBy(e => e.RecordedAt)
            .ThenBy(e => e.Id)
            .ToListAsync(cancellationToken);
        var person = await names.OfPeopleAsync(plan is null ? [] : [plan.RecordedBy], cancellationToken);
        var today = time.GetUtcNow().Today();
        return new(
            projectId,
            [.. (plan?.Terms.Evaluations ?? []).Select(e => Of(e, evaluations, today))],
            [
                .. Enum.GetValues<Stage>()
                    .Select(stage => new StageQuestions(
                        stage,
                        Labels.Of(stage).In(caller.Language),
                        [.. OfferedQuestions.Of(stage).Select(q => q.In(caller.Language))]
                    )),
            ],
            [.. Participation.KeyActors.Select(actor => Of(actor, evaluations))],
            await HintsAsync(projectId, plan?.Terms, cancellationToken),
            plan?.Version ?? 0,
            plan?.RecordedAt,
            plan is null ? null : person(plan.RecordedBy)
        );
    }

    private static PlannedEvaluationReply Of(PlannedEvaluation e, IReadOnlyList<Evaluation> evaluations, DateOnly today)
    {
        var done = evaluations.FirstOrDefault(other => other.PlannedId == e.Id);
        return new(
            e.Id!.Value,
            e.Phase,
            e.Form,
            e.Maturity,
            e.DueOn,
            e.Budget,
            e.EvaluatorKind,
            e.Participants,
            e.Questions ?? [],
            e.Framework,
            e.CancelledReason,
            e.On(today, done is not null),
            done?.Id,
            done?.CarriedOutOn
        );
    }

    private KeyActor Of(Participant actor, IReadOnlyList<Evaluation> evaluations)
    {
        var last = evaluations.LastOrDefault(e => e.Participants.Contains(actor));
        return new(actor, Labels.Of(actor).In(caller.Language), last is not null, last?.CarriedOutOn);
    }

    // Where nothing is planned there is nothing to compare.
    private async Task<IReadOnlyList<EvaluationPlanHint>> HintsAsync(
        Guid projectId,
        EvaluationPlan? plan,
        CancellationToken cancellationToken
    )
    {
        if (plan is null || plan.Evaluations.All(e => e.CancelledReason is not null))
            return [];
        var money = await plans.ReadAsync(projectId, number: null, cancellationToken);
        var budgeted = MoneyDto.OfCents(plan.BudgetInCents(), money.Total.Currency);
        var planned = new MoneyDto(
            money.Lines.Where(l => l.Lever == Lever.Evaluation).Sum(l => l.Amount.Amount),
            money.Total.Currency
        );
        return budgeted.Amount == planned.Amount
            ? []
            : [new("evaluation_budget_differs", BudgetDiffers.In(caller.Language), budgeted, planned)];
    }
}
