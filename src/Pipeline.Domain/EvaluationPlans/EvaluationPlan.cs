using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.EvaluationPlans;

/// <summary>The evaluations that a project plans.</summary>
public sealed record EvaluationPlan([property: MaxLength(Limits.List)] IReadOnlyList<PlannedEvaluation> Evaluations)
{
    /// <summary>Held against its rules, texts trimmed, each evaluation with its id.</summary>
    /// <param name="before">The version before; null for the first one.</param>
    /// <param name="projectStart">The day the project began.</param>
    /// <param name="currency">That of the lead portfolio.</param>
    /// <param name="done">Planned ones that were carried out: they stay.</param>
    /// <exception cref="InvalidValueException"><c>planned_evaluation_done</c>, <c>before_start</c>, <c>required</c>, <c>duplicate</c>, <c>unknown_entry</c>, <c>too_long</c>, <c>too_many</c>, <c>out_of_range</c>, <c>currency_differs</c>, or what <see cref="Money"/> refuses.</exception>
    public EvaluationPlan Checked(
        EvaluationPlan? before,
        DateOnly projectStart,
        string currency,
        IReadOnlyCollection<Guid> done,
        DateTimeOffset now
    )
    {
        var sent = Evaluations.Select(e => e.Id).ToHashSet();
        foreach (var planned in before?.Evaluations ?? [])
            if (planned.Id is { } id && done.Contains(id) && !sent.Contains(id))
                throw EvaluationPlanRefusals.DoneLeftOut.With(id).At("evaluations");
        return new(
            Entries.Keep(
                before?.Evaluations,
                Evaluations,
                "evaluations",
                e => e.Id,
                (evaluation, id, at) => Checked(evaluation, id, at, projectStart, currency),
                now
            )
        );
    }

    /// <summary>Cents of the budgets of all that is not cancelled.</summary>
    public long BudgetInCents() => Evaluations.Where(e => e.CancelledReason is null).Sum(e => e.Budget?.InCents() ?? 0);

    private static PlannedEvaluation Checked(
        PlannedEvaluation evaluation,
        Guid id,
        string at,
        DateOnly projectStart,
        string currency
    )
    {
        Guard.Day(evaluation.DueOn, $"{at}.dueOn");
        Guard.NotBefore(evaluation.DueOn, projectStart, $"{at}.dueOn", CommonRefusals.BeforeStart);
        return evaluation with
        {
            Id = id,
            Participants = Participation.Checked(evaluation.Participants, $"{at}.participants"),
            Budget = evaluation.Budget?.Checked(currency, $"{at}.budget"),
            Questions =
            [
                .. Guard
                    .List(evaluation.Questions, $"{at}.questions")
                    .Select((question, i) => Guard.Required(question, $"{at}.questions[{i}]", Limits.Paragraph)),
            ],
            Framework = Guard.Optional(evaluation.Framework, $"{at}.framework", Limits.Pages),
            CancelledReason = Guard.Optional(evaluation.CancelledReason, $"{at}.cancelledReason", Limits.Paragraph),
        };
    }
}
