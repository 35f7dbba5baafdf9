using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Territories;

/// <summary>What territories add to the common views: their sheet, and who carries a project and is its catalyst at once.</summary>
internal sealed class TerritoryModule(TerritoryReader reader, OperatingCatalystReader catalysts) : IModule
{
    /// <inheritdoc />
    public async ValueTask<IEnumerable<Notice>> AttentionAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        (await catalysts.ReadAsync(records, cancellationToken)).Select(c => new Notice(
            c.ProjectId,
            "catalyst_is_operator",
            c.Places.Count == 0
                ? new Text(
                    "{0} is both catalyst and owner of the project, and has to choose",
                    "{0} est à la fois catalyseur et porteur du projet, et doit choisir"
                ).With(c.Name)
                : new Text(
                    "{0} is both catalyst of the project and its carrier on the ground ({1}), and has to choose",
                    "{0} est à la fois catalyseur du projet et son porteur sur le terrain ({1}), et doit choisir"
                ).With(c.Name, string.Join(", ", c.Places))
        ));

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
