using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>What alliances add to the common views.</summary>
internal sealed class AllianceModule(Names names, ReferenceData reference) : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records)
    {
        foreach (var (project, document) in records.Documents<Alliance>(DocumentKind.Alliance))
        {
            var alliance = document.Terms;
            if (project.Ended || !alliance.RunsOn(records.AsOf))
                continue;
            if (alliance.Gone(records.AsOf).Any())
                yield return new(
                    project.Id,
                    "alliance_partner_gone",
                    new Text(
                        "a partner of {0} has left, and nobody has come since",
                        "un partenaire de {0} est parti, personne n'est venu depuis"
                    ).With(alliance.Name)
                );
            if (alliance.IsShort())
                yield return new(
                    project.Id,
                    "alliance_short",
                    new Text(
                        "{0} is planned until {1}, for less than {2} months",
                        "{0} est prévue jusqu'au {1}, pour moins de {2} mois"
                    ).With(alliance.Name, alliance.EndsOn, Alliance.LeastMonths)
                );
        }
    }

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records) =>
        records
            .Documents<Alliance>(DocumentKind.Alliance)
            .Where(a => !a.Project.Ended && a.Document.Terms is { EndedOn: null, EndsOn: not null })
            .Select(a => new DueItem(
                DeadlineKind.AllianceEnd,
                a.Project.Id,
                a.Document.Terms.EndsOn!.Value,
                new Text("{0} ends as planned", "{0} prend fin comme prévu").With(a.Document.Terms.Name),
                $"alliances/{a.Document.Id}"
            ));

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var alliances = records.Documents<Alliance>(DocumentKind.Alliance).ToList();
        if (alliances.Count == 0)
            return [];
        var body = await names.BodiesAsync(
            alliances
                .SelectMany(a => a.Document.Terms.Partners ?? [])
                .Select(p => p.OrganisationId)
                .Concat(alliances.Select(a => a.Document.Terms.TrustedThirdPartyOrganisationId).OfType<Guid>()),
            records.Then,
            cancellationToken
        );
        var kinds = await reference.ListAsync(ReferenceListKind.AllianceKinds, records.Then, cancellationToken);
        var labels = kinds.ToDictionary(k => k.Code, k => k.Label);
        return
        [
            ModuleSheet.Of(
                alliances
                    .Where(a => a.Document.Terms.HasBegun(records.AsOf))
                    .Select(a => Row(a.Project, a.Document, records.AsOf, labels, body))
            ),
        ];
    }

    private static AllianceRow Row(
        ViewedProject project,
        Document<Alliance> document,
        DateOnly day,
        Dictionary<string, Text> kinds,
        Func<Guid, NamedRef> body
    )
    {
        var a = document.Terms;
        var taking = (a.Partners ?? []).Where(p => p.TakesPartOn(day)).ToList();
        var partners = taking.Select(p => body(p.OrganisationId)).Distinct().ToList();
        Text Of<T>(Func<AlliancePartner, IReadOnlyList<T>?> said, Func<T, Text> words) =>
            Text.Lines(
                taking.SelectMany(p =>
                    (said(p) ?? []).Select(s =>
                        new Text("{0}: {1}", "{0} : {1}").With(body(p.OrganisationId).Name, words(s))
                    )
                )
            );
        return new(
            document.Id,
            project.Id,
            project.Code,
            project.Name,
            a.Name,
            Labels.Of(a.Form),
            Text.Joined(a.Categories.Select(c => Labels.Of(c))),
            Text.Joined((a.Kinds ?? []).Select(k => kinds.GetValueOrDefault(k, Text.Same(k)))),
            a.StartedOn,
            a.EndsOn,
            a.EndedOn,
            a.Months(day),
            string.Join(", ", partners.Select(p => p.Name)),
            partners.Count,
            a.HasDoubleImpact(),
            !a.UnmetConditions().Any(),
            Of(p => p.Objectives, o => Text.Same(o.Text)),
            Of(
                p => p.Gains,
                g =>
                    g.Text is { } text
                        ? new Text("{0}, {1}", "{0}, {1}").With(Labels.Of(g.Kind), text)
                        : Labels.Of(g.Kind)
            ),
            Text.Lines(
                (a.CommonGood ?? []).Select(e => new Text("{0}: {1}", "{0} : {1}").With(Labels.Of(e.Dimension), e.Text))
            ),
            a.AgreementSignedOn,
            a.TrustedThirdPartyOrganisationId is { } third ? body(third).Name : null,
            a.ExitPlan
        );
    }
}
