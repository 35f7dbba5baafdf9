using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Territories;

/// <summary>
/// Catalysts that have become operators: whoever carries what they brought about has neither the time nor the legitimacy to go on animating, and has to choose
/// (CT l.819-826). An organisation is known by its entry in the directory, merged ones with the one that stays; a catalyst that is but a name is nobody's.
/// </summary>
public sealed class OperatingCatalystReader(IPipelineDb db, Names names)
{
    /// <summary>Those of a view's projects that have not ended, by project, each organisation once.</summary>
    internal async Task<IReadOnlyList<OperatingCatalyst>> ReadAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var then = records.Then is { } view
            ? await view.FormerProjectsAsync(records.Projects.Keys, cancellationToken)
            : FormerFields.None;
        var catalysts = await CatalystsAsync(records, then, cancellationToken);
        // Most projects have none: what follows is read of the others alone.
        if (catalysts.Count == 0)
            return [];
        List<Guid> ids = [.. catalysts.Keys.Order()];
        var owners = await db
            .Projects.Of(ids, p => p.Id)
            .Select(p => new { p.Id, p.OwnerOrganisationId })
            .ToDictionaryAsync(
                p => p.Id,
                p => then.Of(p.Id, "ownerOrganisationId", p.OwnerOrganisationId),
                cancellationToken
            );
        var carriers = await CarriersAsync(ids, records.AsOf, then, cancellationToken);
        var organisations = catalysts
            .Values.SelectMany(c => c)
            .Concat(owners.Values)
            .Concat(carriers.SelectMany(places => places.Select(p => p.Carrier)));
        var body = await names.BodiesAsync(organisations, records.Then, cancellationToken);
        return
        [
            .. catalysts
                .OrderBy(c => records.Projects[c.Key].Code, StringComparer.Ordinal)
                .SelectMany(c => c.Value.DistinctBy(id => body(id).Id).SelectMany(id => Operating(c.Key, id))),
        ];

        IEnumerable<OperatingCatalyst> Operating(Guid projectId, Guid catalyst)
        {
            var places = carriers[projectId]
                .Where(p => body(p.Carrier).Id == body(catalyst).Id)
                .Select(p => p.Place)
                .ToList();
            if (body(owners[projectId]).Id == body(catalyst).Id)
                yield return new(projectId, body(catalyst).Name, []);
            else if (places.Count > 0)
                yield return new(projectId, body(catalyst).Name, places);
        }
    }

    private async Task<Dictionary<Guid, List<Guid>>> CatalystsAsync(
        RecordsInView records,
        FormerFields then,
        CancellationToken cancellationToken
    )
    {
        var stored = (
            await records
                .Ids.Join(
                    db.Stakeholders.AsNoTracking()
                        .Where(s => s.Kind == StakeholderKind.Catalyst && s.OrganisationId != null),
                    id => id,
                    s => EF.Property<Guid>(s, "ProjectId"),
                    (id, s) => new { ProjectId = id, Stakeholder = s }
                )
                .ToListAsync(cancellationToken)
        )
            .OrderBy(s => s.Stakeholder.Position)
            .ToLookup(s => s.ProjectId, s => s.Stakeholder.Described());
        return records
            .Projects.Values.Where(p => !p.Ended)
            .Select(p => (p.Id, Catalysts: Organisations(then.Of(p.Id, "stakeholders", stored[p.Id].ToList()))))
            .Where(p => p.Catalysts.Count > 0)
            .ToDictionary(p => p.Id, p => p.Catalysts);
    }

    private static List<Guid> Organisations(IEnumerable<StakeholderDescription> stakeholders) =>
        [.. stakeholders.Where(s => s.Kind == StakeholderKind.Catalyst).Select(s => s.OrganisationId).OfType<Guid>()];

    private async Task<ILookup<Guid, (string Place, Guid Carrier)>> CarriersAsync(
        IReadOnlyList<Guid> ids,
        DateOnly on,
        FormerFields then,
        CancellationToken cancellationToken
    )
    {
        var stored = (
            await db
                .Territories.AsNoTracking()
                .Of(ids, t => EF.Property<Guid>(t, "ProjectId"))
                .Where(t => t.CarrierOrganisationId != null)
                .Select(t => new { ProjectId = EF.Property<Guid>(t, "ProjectId"), Territory = t })
                .ToListAsync(cancellationToken)
        )
            .OrderBy(t => t.Territory.Position)
            .ToLookup(t => t.ProjectId, t => t.Territory.Described());
        return ids.SelectMany(id => then.Of(id, "territories", stored[id].ToList()).Select(t => (Id: id, Territory: t)))
            .Where(t => t.Territory.CarrierOrganisationId is not null && t.Territory.IsActive(on))
            .ToLookup(t => t.Id, t => (t.Territory.Name, t.Territory.CarrierOrganisationId!.Value));
    }
}
