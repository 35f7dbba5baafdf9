using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Territories;

/// <summary>The territories of projects, as they were known at a view's instant.</summary>
public sealed class TerritoryReader(IPipelineDb db, Names names)
{
    /// <summary>All of a view, by project and in the order in which they were given, with what their carriers were called.</summary>
    internal async Task<(
        IReadOnlyList<(ViewedProject Project, TerritoryDescription Territory)> Territories,
        IReadOnlyDictionary<Guid, string> Carriers
    )> ReadAsync(RecordsInView records, CancellationToken cancellationToken)
    {
        var stored = (
            await records
                .Ids.Join(
                    db.Territories.AsNoTracking(),
                    id => id,
                    t => EF.Property<Guid>(t, "ProjectId"),
                    (id, t) => new { ProjectId = id, Territory = t }
                )
                .ToListAsync(cancellationToken)
        )
            .OrderBy(t => t.Territory.Position)
            .ToLookup(t => t.ProjectId, t => t.Territory.Described());
        var former = records.Then is { } then
            ? await then.FormerProjectsAsync(records.Projects.Keys, cancellationToken)
            : FormerFields.None;
        var all = records
            .Projects.Values.OrderBy(p => p.Code, StringComparer.Ordinal)
            .SelectMany(p =>
                former.Of(p.Id, "territories", stored[p.Id].ToList()).Select(t => (Project: p, Territory: t))
            )
            .ToList();
        var carriers = await names.OfOrganisationsAsync(
            all.Select(t => t.Territory.CarrierOrganisationId),
            records.Then,
            cancellationToken
        );
        return (all, carriers);
    }
}
