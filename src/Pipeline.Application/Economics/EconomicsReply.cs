using System.Text.Json;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Economics;

/// <summary>A picture of a project's socio-economic model.</summary>
/// <param name="Shares">Each source's part of all resources; none where nothing comes in.</param>
/// <param name="Remarks">What the balance gives cause to say; no refusals.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record EconomicsReply(
    Guid ProjectId,
    NamedRef Project,
    WhichPicture Picture,
    DateOnly AsOf,
    SocioEconomicModel Kind,
    IReadOnlyList<EconomicResource> Resources,
    IReadOnlyList<EconomicPeople> People,
    IReadOnlyList<Guid> AllianceIds,
    IReadOnlyList<NamedRef> Alliances,
    EconomicSizing? Sizing,
    IReadOnlyList<TrajectoryStep> Trajectory,
    IReadOnlyList<SourceShare> Shares,
    IReadOnlyList<RemarkReply> Remarks,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static EconomicsReply Of(
        WhichPicture which,
        Document<EconomicPicture> document,
        NamedRef project,
        Func<Guid?, NamedRef?> allianceOf,
        NamedRef recordedBy,
        Language language
    )
    {
        var p = document.Terms;
        return new(
            project.Id,
            project,
            which,
            p.AsOf,
            p.Kind,
            p.Resources,
            p.People,
            p.AllianceIds ?? [],
            [.. (p.AllianceIds ?? []).Select(id => allianceOf(id)!)],
            p.Sizing,
            p.Trajectory ?? [],
            p.Resources.All(r => p.CentsOf(r.Source) == 0)
                ? []
                :
                [
                    .. Enum.GetValues<EconomicSource>()
                        .Select(s => new SourceShare(
                            s,
                            MoneyDto.OfCents(p.CentsOf(s), p.Resources[0].YearlyAmount.Currency),
                            p.ShareOf(s).Value!.Value
                        )),
                ],
            [
                .. p.Remarks()
                    .Select(r => new RemarkReply(
                        JsonNamingPolicy.SnakeCaseLower.ConvertName(r.ToString()),
                        Labels.Of(r).In(language)
                    )),
            ],
            document.Version,
            document.RecordedAt,
            recordedBy
        );
    }
}

/// <summary>A source's part of all resources.</summary>
/// <param name="Share">0 to 1.</param>
public sealed record SourceShare(EconomicSource Source, MoneyDto YearlyAmount, decimal Share);

/// <summary>A remark, in the caller's language.</summary>
/// <param name="Code">In snake case, as codes of attention are.</param>
public sealed record RemarkReply(string Code, string Message);
