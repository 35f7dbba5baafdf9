using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>Shows what a project aims at, and where it is.</summary>
public sealed class IndicatorTargetReader(FactStore facts, IndicatorReader indicators, Names names, ICaller caller)
{
    /// <summary>As they are shown.</summary>
    public async Task<IndicatorTargetsReply> ShowAsync(
        ProjectRights rights,
        Document<IndicatorTargets>? targets,
        CancellationToken cancellationToken
    )
    {
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        var readings = await facts.OfProjectAsync<IndicatorReading>(
            FactKind.IndicatorReading,
            rights.ProjectId,
            cancellationToken
        );
        var latest = LatestReadings.Of(readings.Where(r => r.Stands));
        var person = await names.OfPeopleAsync(targets is null ? [] : [targets.RecordedBy], cancellationToken);
        return new(
            rights.ProjectId,
            [
                .. (targets?.Terms.Targets ?? []).Select(t =>
                {
                    var last = latest.GetValueOrDefault(t.Indicator);
                    return new IndicatorTargetReply(
                        t.Id!.Value,
                        t.Indicator,
                        list.NameOf(t.Indicator).In(caller.Language),
                        t.Unit ?? list.Find(t.Indicator)?.Unit ?? last?.Says.Unit,
                        t.Baseline,
                        t.BaselineOn,
                        t.Target,
                        t.TargetOn,
                        last?.Says.Value,
                        last?.Entry.On
                    );
                }),
            ],
            [.. list.Indicators.Select(PortfolioIndicator.Of)],
            targets?.Version ?? 0,
            targets?.RecordedAt,
            targets is null ? null : person(targets.RecordedBy)
        );
    }
}
