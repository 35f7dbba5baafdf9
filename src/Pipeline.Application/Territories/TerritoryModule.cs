using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Territories;

/// <summary>What territories add to the common views: their sheet.</summary>
internal sealed class TerritoryModule(TerritoryReader reader) : IModule
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var (territories, carriers) = await reader.ReadAsync(records, cancellationToken);
        return [ModuleSheet.Of(territories.Select(t => Row(t.Project, t.Territory, carriers)))];
    }

    private static TerritoryRow Row(
        ViewedProject project,
        TerritoryDescription t,
        IReadOnlyDictionary<Guid, string> carriers
    ) =>
        new(
            project.Id,
            project.Code,
            project.Name,
            t.Name,
            Labels.Of(t.Role),
            Labels.Of(t.Level),
            Regions.Find(t.Region)?.Label,
            t.SizeSegment is { } segment ? Labels.Of(segment) : null,
            t.Since,
            t.ClosedOn,
            t.Adaptation,
            t.CarrierOrganisationId is { } id ? carriers.GetValueOrDefault(id) : null
        );
}
