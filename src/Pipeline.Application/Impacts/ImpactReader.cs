using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Impacts;

/// <summary>Shows impacts with their readings, and where they stand today.</summary>
public sealed class ImpactReader(
    IPipelineDb db,
    DocumentStore documents,
    FactStore facts,
    Names names,
    TimeProvider time
)
{
    /// <summary>Which document an impact is.</summary>
    public static DocumentKey KeyOf(Guid projectId, Guid impactId) =>
        new(DocumentKind.Impact, projectId, null, impactId);

    /// <summary>An impact of a project.</summary>
    /// <exception cref="NotFoundException">The project has none of this id.</exception>
    public async Task<Document<Impact>> FindAsync(Guid projectId, Guid impactId, CancellationToken cancellationToken) =>
        await documents.FindAsync<Impact>(KeyOf(projectId, impactId), cancellationToken)
        ?? throw NotFoundException.Of("impact", "impact");

    /// <summary>Impacts of one project, as they are shown.</summary>
    public async Task<IReadOnlyList<ProjectImpactReply>> ShowAsync(
        Guid projectId,
        IReadOnlyList<Document<Impact>> impacts,
        CancellationToken cancellationToken
    )
    {
        var project = new NamedRef(projectId, await db.ProjectNameAsync(projectId, cancellationToken));
        var readings = await facts.OfProjectAsync<ImpactReading>(FactKind.ImpactReading, projectId, cancellationToken);
        var person = await names.OfPeopleAsync(
            impacts.Select(i => i.RecordedBy).Concat(readings.Select(r => r.Entry.RecordedBy)),
            cancellationToken
        );
        var allianceOf = await documents.OfAlliancesAsync(impacts.Select(i => i.Terms.AllianceId), cancellationToken);
        var today = time.GetUtcNow().Today();
        return
        [
            .. impacts.Select(i =>
                Of(i, project, [.. readings.Where(r => r.Entry.SubjectId == i.Id)], today, allianceOf, person)
            ),
        ];
    }

    private static ProjectImpactReply Of(
        Document<Impact> document,
        NamedRef project,
        IReadOnlyList<Fact<ImpactReading>> readings,
        DateOnly today,
        Func<Guid?, NamedRef?> allianceOf,
        Func<Guid, NamedRef> person
    )
    {
        var i = document.Terms;
        var standing = i.On(today, readings.Select(r => (r.Entry.On, r.Says.Outcome)));
        return new(
            document.Id,
            project.Id,
            project,
            i.Kind,
            i.Facet,
            i.Foreseen,
            i.Dimension,
            i.Level,
            i.Statement,
            i.Since,
            i.Beneficiaries,
            i.AllianceId,
            allianceOf(i.AllianceId),
            i.Indicators ?? [],
            i.FirstIntuition,
            standing.State,
            standing.DueOn,
            standing.Outcome,
            [.. readings.OrderBy(r => r.Entry.On).Select(r => ImpactReadingReply.Of(r, i, person))],
            document.Version,
            document.RecordedAt,
            person(document.RecordedBy)
        );
    }
}
