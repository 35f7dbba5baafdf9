using Pipeline.Application.Alliances;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>What risks add to the common views.</summary>
internal sealed class RiskModule(ReferenceData reference) : IModule
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var labels = await RiskLabels.ReadAsync(reference, Language.En, records.Then, cancellationToken);
        var allianceOf = AllianceNames.In(records);
        return
        [
            ModuleSheet.Of(
                records
                    .Documents<RiskList>(DocumentKind.Risks)
                    .SelectMany(list => list.Document.Terms.Risks.Select(r => Row(list.Project, r, labels, allianceOf)))
            ),
        ];
    }

    private static RiskRow Row(ViewedProject project, Risk r, RiskLabels labels, Func<Guid?, string?> allianceOf) =>
        new(
            r.Id!.Value,
            project.Id,
            project.Code,
            project.Name,
            labels.Of(r),
            Labels.Of(r.Passage),
            r.Likelihood,
            r.Severity,
            r.Weight(),
            r.Answer,
            r.OwnerFunction,
            r.Lever is { } lever ? Labels.Of(lever) : null,
            r.ClosedOn,
            allianceOf(r.AllianceId)
        );
}
