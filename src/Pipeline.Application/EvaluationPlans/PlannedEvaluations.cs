using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>What names a planned evaluation.</summary>
internal static class PlannedEvaluations
{
    /// <summary>Refuses one that is not in the project's plan, that is cancelled there, or that was carried out already.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_planned_evaluation</c>, <c>planned_evaluation_cancelled</c>, <c>planned_evaluation_done</c>.</exception>
    public static async Task RequireOpenAsync(
        this EvaluationPlanReader plans,
        IPipelineDb db,
        Guid projectId,
        Guid? plannedId,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (plannedId is not { } id)
            return;
        var plan = await plans.FindAsync(projectId, cancellationToken);
        var planned =
            plan?.Terms.Evaluations.FirstOrDefault(e => e.Id == id)
            ?? throw EvaluationPlanRefusals.UnknownPlanned.With(id).At(field);
        if (planned.CancelledReason is not null)
            throw EvaluationPlanRefusals.PlannedCancelled.With(id).At(field);
        if (await db.Evaluations.AnyAsync(e => e.ProjectId == projectId && e.PlannedId == id, cancellationToken))
            throw EvaluationPlanRefusals.PlannedDone.With(id).At(field);
    }
}
