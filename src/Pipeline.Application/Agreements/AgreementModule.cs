using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>What support agreements add to the common views.</summary>
internal sealed class AgreementModule : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records)
    {
        var day = records.AsOf;
        foreach (var (project, agreement) in Agreements(records).Where(a => !a.Project.Ended))
        {
            var (id, a) = (project.Id, agreement.Terms);
            if (a.SignedOn > day || a.EndsOn < day)
                continue;
            if (a.IsShort())
                yield return new(
                    id,
                    "agreement_short",
                    new Text(
                        "the agreement lasts {0} months, at least {1} are wanted",
                        "la convention dure {0} mois, il en faut au moins {1}"
                    ).With(a.Months(), SupportAgreement.LeastMonths)
                );
            if (a.IsPastHalf(day) && !a.HasExit())
                yield return new(
                    id,
                    "agreement_exit_missing",
                    new(
                        "half of the agreement has gone by without an exit strategy",
                        "la moitié de la convention est passée sans stratégie de sortie"
                    )
                );
            if (a.IsEnding(day))
                yield return new(
                    id,
                    "agreement_ending",
                    new Text("the agreement ends on {0}; {1}", "la convention prend fin le {0} ; {1}").With(
                        a.EndsOn,
                        a.HasExit()
                            ? new Text("an exit is planned", "une sortie est prévue")
                            : new Text("no exit is planned", "aucune sortie n'est prévue")
                    )
                );
        }
    }

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records)
    {
        foreach (var (project, agreement) in Agreements(records).Where(a => !a.Project.Ended))
        {
            var (a, path) = (agreement.Terms, $"agreements/{agreement.Key.PortfolioId}");
            DueItem Due(DeadlineKind kind, DateOnly on, Text what) =>
                new(kind, project.Id, on, what, path) { PortfolioId = agreement.Key.PortfolioId };
            // What cannot be marked as done is announced, and not called late.
            if (a.EndsOn < records.AsOf)
                continue;
            yield return Due(
                DeadlineKind.AgreementEnd,
                a.EndsOn,
                a.HasExit()
                    ? new("The agreement ends, an exit is planned", "La convention prend fin, une sortie est prévue")
                    : new("The agreement ends, no exit is planned", "La convention prend fin, sans sortie prévue")
            );
            if (a.NextReview(records.AsOf) is { } review)
                yield return Due(
                    DeadlineKind.AgreementReview,
                    review,
                    new("Both sides review the agreement", "Les deux parties font le point sur la convention")
                );
            foreach (var (name, objective) in NamedParts.Of(a.Objectives, o => o.Text))
                if (objective.DueOn is { } on && on >= records.AsOf)
                    yield return Due(DeadlineKind.AgreementObjective, on, Text.Same(objective.Text)) with
                    {
                        Of = name,
                    };
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([
            ModuleSheet.Of(
                Agreements(records)
                    .Select(a => new AgreementRow(
                        a.Document.Id,
                        a.Project.Id,
                        a.Project.Code,
                        a.Project.Name,
                        a.Document.Terms.SignedOn,
                        a.Document.Terms.StartsOn,
                        a.Document.Terms.EndsOn,
                        a.Document.Terms.Months(),
                        string.Join("\n", a.Document.Terms.Objectives.Select(o => o.Text)),
                        a.Document.Terms.CoBuiltWithGovernanceOn,
                        a.Document.Terms.ExitStrategy,
                        a.Document.Terms.ExitReviewedOn,
                        a.Document.Terms.ReviewEveryMonths,
                        Text.Lines(a.Document.Terms.Objectives.Select(Measure))
                    ))
            ),
        ]);

    // A line for each objective, in their order, also for one of which nothing more is said.
    private static Text Measure(AgreedObjective o) =>
        (o.Measure, o.DueOn) switch
        {
            ({ } measure, { } day) => new Text("{0}, by {1}", "{0}, pour le {1}").With(measure, day),
            ({ } measure, null) => Text.Same(measure),
            (null, { } day) => new Text("by {0}", "pour le {0}").With(day),
            _ => Text.Same("–"),
        };

    // Another fund's agreement with a project that both hold is that fund's own affair.
    private static IEnumerable<(ViewedProject Project, Document<SupportAgreement> Document)> Agreements(
        RecordsInView records
    ) =>
        records
            .Documents<SupportAgreement>(DocumentKind.Agreement)
            .Where(a => records.PortfolioId is not { } own || a.Document.Key.PortfolioId == own);
}
