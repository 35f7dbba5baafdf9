using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Records;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>What plans of evaluations add to the common views.</summary>
internal sealed class EvaluationPlanModule : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records) =>
        Open(records)
            .Select(e => (e.Project, e.Planned, State: e.Planned.On(records.AsOf, done: false)))
            .Where(e => e.State is PlannedState.Due or PlannedState.Late)
            .Select(e => new Notice(
                e.Project.Id,
                e.State == PlannedState.Late ? "evaluation_late" : "evaluation_due",
                (
                    e.State == PlannedState.Late
                        ? new Text(
                            "an evaluation was planned for {0}, and none came: {1}",
                            "une évaluation était prévue pour le {0}, et aucune n'est venue : {1}"
                        )
                        : new Text(
                            "an evaluation is planned for {0}: {1}",
                            "une évaluation est prévue pour le {0} : {1}"
                        )
                ).With(e.Planned.DueOn, What(e.Planned))
            ));

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records) =>
        Open(records)
            .Select(e => new DueItem(
                DeadlineKind.PlannedEvaluation,
                e.Project.Id,
                e.Planned.DueOn,
                What(e.Planned),
                "evaluation-plan"
            )
            {
                Of = $"{e.Planned.Id}",
            });

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([ModuleSheet.Of(All(records).Select(e => Row(records, e)))]);

    private static IEnumerable<(ViewedProject Project, PlannedEvaluation Planned)> All(RecordsInView records) =>
        records
            .Documents<EvaluationPlan>(DocumentKind.EvaluationPlan)
            .SelectMany(plan => plan.Document.Terms.Evaluations.Select(e => (plan.Project, e)));

    private static IEnumerable<(ViewedProject Project, PlannedEvaluation Planned)> Open(RecordsInView records) =>
        All(records)
            .Where(e =>
                !e.Project.Ended && e.Planned.CancelledReason is null && records.Done(e.Planned.Id!.Value) is null
            );

    // Form and phase in words: a planned evaluation has no name.
    private static Text What(PlannedEvaluation e) => Text.Joined([Labels.Of(e.Form), Labels.Of(e.Phase)]);

    private static EvaluationPlanRow Row(RecordsInView records, (ViewedProject Project, PlannedEvaluation Planned) e)
    {
        var (project, planned) = e;
        var done = records.Done(planned.Id!.Value);
        return new(
            planned.Id.Value,
            project.Id,
            project.Code,
            project.Name,
            Labels.Of(planned.Phase),
            Labels.Of(planned.Form),
            Labels.Of(planned.Maturity),
            planned.DueOn,
            Labels.Of(planned.On(records.AsOf, done is not null)),
            done?.On,
            Labels.Of(planned.EvaluatorKind),
            planned.Budget?.InCents(),
            done?.CostCents,
            Text.Joined(planned.Participants.Select(p => Labels.Of(p))),
            planned.Questions is { Count: > 0 } questions ? string.Join("\n", questions) : null,
            planned.Framework,
            planned.CancelledReason
        );
    }
}
