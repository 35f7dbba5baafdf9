using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>Shows alliances, names beside ids, with what follows from them.</summary>
public sealed class AllianceReader(DocumentStore documents, Names names, ICaller caller, TimeProvider time)
{
    /// <summary>An alliance of a project.</summary>
    /// <exception cref="NotFoundException">The project has none of this id.</exception>
    public async Task<Document<Alliance>> FindAsync(
        Guid projectId,
        Guid allianceId,
        CancellationToken cancellationToken
    ) =>
        await documents.FindAsync<Alliance>(KeyOf(projectId, allianceId), cancellationToken)
        ?? throw NotFoundException.Of("alliance", "alliance");

    /// <summary>Which document an alliance is.</summary>
    public static DocumentKey KeyOf(Guid projectId, Guid allianceId) =>
        new(DocumentKind.Alliance, projectId, null, allianceId);

    /// <summary>As they are shown now.</summary>
    public Task<IReadOnlyList<AllianceReply>> ShowAsync(
        IReadOnlyList<(Document<Alliance> Alliance, string ProjectName)> alliances,
        CancellationToken cancellationToken
    ) => ShowAsync(alliances, records: null, cancellationToken);

    /// <summary>As they are shown in a view.</summary>
    /// <param name="records">The view's; null for now.</param>
    internal async Task<IReadOnlyList<AllianceReply>> ShowAsync(
        IReadOnlyList<(Document<Alliance> Alliance, string ProjectName)> alliances,
        RecordsInView? records,
        CancellationToken cancellationToken
    )
    {
        var day = records?.AsOf ?? time.GetUtcNow().Today();
        var organisations = await names.OfOrganisationsAsync(
            alliances.SelectMany(a => OrganisationsOf(a.Alliance.Terms).Select(o => o.Id)),
            records?.Then,
            cancellationToken
        );
        var person = await names.OfPeopleAsync(alliances.Select(a => a.Alliance.RecordedBy), cancellationToken);
        NamedRef Organisation(Guid id) => new(id, organisations.GetValueOrDefault(id, ""));
        return [.. alliances.Select(a => Of(a.Alliance, a.ProjectName, day, Organisation, person))];
    }

    /// <summary>The organisations that an alliance names, with the fields that hold them.</summary>
    public static IEnumerable<(Guid? Id, string Field)> OrganisationsOf(Alliance alliance) =>
        (alliance.Partners ?? [])
            .Select((p, i) => ((Guid?)p.OrganisationId, $"partners[{i}].organisationId"))
            .Append((alliance.TrustedThirdPartyOrganisationId, "trustedThirdPartyOrganisationId"));

    private AllianceReply Of(
        Document<Alliance> document,
        string projectName,
        DateOnly day,
        Func<Guid, NamedRef> organisation,
        Func<Guid, NamedRef> person
    )
    {
        var (a, projectId) = (document.Terms, document.Key.ProjectId!.Value);
        return new(
            document.Id,
            projectId,
            new(projectId, projectName),
            a.Name,
            a.Form,
            a.Categories,
            a.Kinds ?? [],
            a.StartedOn,
            a.EndsOn,
            a.EndedOn,
            a.AgreementSignedOn,
            a.SharedTerms,
            a.SharedVision,
            a.Asymmetries,
            a.Governance,
            a.TrustedThirdPartyOrganisationId,
            a.TrustedThirdPartyOrganisationId is { } third ? organisation(third) : null,
            a.ExitPlan,
            [
                .. (a.Partners ?? []).Select(p => new AlliancePartnerReply(
                    p.OrganisationId,
                    organisation(p.OrganisationId),
                    p.Since,
                    p.Until,
                    p.Sponsor,
                    p.Objectives ?? [],
                    p.Gains ?? []
                )),
            ],
            a.CommonGood ?? [],
            a.Months(day),
            DoubleImpact(a, id => organisation(id).Name),
            new(!a.UnmetConditions().Any(), [.. a.UnmetConditions().Select(Condition)]),
            document.Version,
            document.RecordedAt,
            person(document.RecordedBy)
        );
    }

    private AllianceCondition DoubleImpact(Alliance alliance, Func<Guid, string> nameOf)
    {
        var missing = new List<Text>();
        if (alliance.Partners is not { Count: > 0 })
            missing.Add(new("partners", "partenaires"));
        missing.AddRange(
            alliance
                .WithoutObjective()
                .Select(p => new Text("{0}: an objective", "{0} : un objectif").With(nameOf(p.OrganisationId)))
        );
        missing.AddRange(
            alliance.WithoutGain().Select(p => new Text("{0}: a gain", "{0} : un gain").With(nameOf(p.OrganisationId)))
        );
        if (alliance.CommonGood is not { Count: > 0 })
            missing.Add(new("an effect for the common good", "un effet pour l'intérêt général"));
        return new(missing.Count == 0, [.. missing.Select(m => m.In(caller.Language))]);
    }

    private string Condition(string field) =>
        (
            field switch
            {
                "sharedVision" => new Text("the shared vision", "la vision partagée"),
                "asymmetries" => new Text("the asymmetries", "les asymétries"),
                _ => new Text("the governance", "la gouvernance"),
            }
        ).In(caller.Language);
}
