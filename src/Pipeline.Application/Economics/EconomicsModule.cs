using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Economics;

/// <summary>What socio-economic models add to the common views.</summary>
internal sealed class EconomicsModule : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records) =>
        records
            .Documents<EconomicPicture>(DocumentKind.TargetEconomics)
            .Where(p => !p.Project.Ended)
            .Select(p =>
                (p.Project, Steps: (p.Document.Terms.Trajectory ?? []).Where(s => s.IsLate(records.AsOf)).ToList())
            )
            .Where(late => late.Steps.Count > 0)
            .Select(late => new Notice(
                late.Project.Id,
                "trajectory_late",
                new Text(
                    "milestones on the way to the target model are late: {0}, the first since {1}",
                    "jalons en retard sur le chemin du modèle cible : {0}, le premier depuis le {1}"
                ).With(late.Steps.Count, late.Steps.Min(s => s.DueOn))
            ));

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records) =>
        Steps(records)
            .Where(s => !s.Project.Ended && s.Step.IsOpen(records.AsOf))
            .Select(s => new DueItem(
                DeadlineKind.TrajectoryMilestone,
                s.Project.Id,
                s.Step.DueOn,
                Text.Same(s.Step.Milestone),
                "economics/target"
            )
            {
                Of = s.Name,
                Page = "economics#trajectory",
            });

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([
            ModuleSheet.Of(
                Enum.GetValues<WhichPicture>()
                    .SelectMany(which =>
                        records
                            .Documents<EconomicPicture>(which.Kind())
                            .Select(p => (Which: which, p.Project, p.Document))
                    )
                    .OrderBy(p => p.Project.Id)
                    .Select(p => Row(p.Which, p.Project, p.Document.Terms, records.AsOf))
            ),
        ]);

    private static IEnumerable<(ViewedProject Project, string Name, TrajectoryStep Step)> Steps(
        RecordsInView records
    ) =>
        records
            .Documents<EconomicPicture>(DocumentKind.TargetEconomics)
            .SelectMany(p =>
                NamedParts
                    .Of(p.Document.Terms.Trajectory ?? [], step => step.Milestone)
                    .Select(s => (p.Project, s.Name, s.Part))
            );

    private static Text Said(TrajectoryStep step) =>
        step.DoneOn is { } done
            ? new Text("{0}: {1}, reached on {2}", "{0} : {1}, atteint le {2}").With(step.DueOn, step.Milestone, done)
            : new Text("{0}: {1}", "{0} : {1}").With(step.DueOn, step.Milestone);

    private static EconomicsRow Row(WhichPicture which, ViewedProject project, EconomicPicture p, DateOnly day)
    {
        var steps = p.Trajectory ?? [];
        var remarks = p.Remarks().Select(r => Labels.Of(r)).ToList();
        return new(
            project.Id,
            project.Code,
            project.Name,
            Labels.Of(which),
            p.AsOf,
            Labels.Of(p.Kind),
            p.CentsOf(EconomicSource.Public),
            p.CentsOf(EconomicSource.Private),
            p.CentsOf(EconomicSource.Earned),
            p.CentsOf(EconomicSource.Other),
            p.Resources.Sum(r => r.YearlyAmount.InCents()),
            p.EquivalentsOf(WorkKind.Salaried),
            p.EquivalentsOf(WorkKind.Volunteers),
            p.EquivalentsOf(WorkKind.CivicService),
            p.EquivalentsOf(WorkKind.SkillsSponsorship),
            p.AllianceIds?.Count ?? 0,
            p.Sizing?.Territories,
            p.Sizing?.Beneficiaries,
            p.Sizing?.YearlyCost.InCents(),
            steps.Count,
            steps.Count(s => !s.IsOpen(day)),
            steps.Where(s => s.IsOpen(day)).Select(s => (DateOnly?)s.DueOn).Min(),
            new(string.Join("; ", remarks.Select(r => r.En)), string.Join(" ; ", remarks.Select(r => r.Fr))),
            Text.Lines(
                p.Resources.Where(r => r.Label is not null)
                    .Select(r =>
                        new Text("{0}, {1}: {2}", "{0}, {1} : {2}").With(
                            Labels.Of(r.Source),
                            r.Label,
                            Figures.Amount(r.YearlyAmount.Amount, r.YearlyAmount.Currency)
                        )
                    )
            ),
            Text.Lines(steps.Select(Said))
        );
    }
}
