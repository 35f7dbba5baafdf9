using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>What the indicators of a project were, and what was taken back of it, the newest day first.</summary>
/// <param name="Indicator">Those of this code alone.</param>
public sealed record ListIndicatorReadings(Guid ProjectId, string? Indicator, PageOf Page)
    : IQuery<Paged<IndicatorReadingReply>>;

internal sealed class ListIndicatorReadingsHandler(
    Scope scope,
    FactStore facts,
    IndicatorReader indicators,
    Names names,
    ICaller caller
) : IRequestHandler<ListIndicatorReadings, Paged<IndicatorReadingReply>>
{
    public async Task<Paged<IndicatorReadingReply>> Handle(
        ListIndicatorReadings request,
        CancellationToken cancellationToken
    )
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var readings = await facts.OfProjectAsync<IndicatorReading>(
            FactKind.IndicatorReading,
            request.ProjectId,
            cancellationToken
        );
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        var page = readings
            .Where(r => request.Indicator is null || r.Says.Indicator == request.Indicator)
            .OrderByDescending(r => r.Entry.On)
            .ThenByDescending(r => r.Entry.RecordedAt)
            .ThenBy(r => r.Entry.Id)
            .ToPage(request.Page);
        var person = await names.OfPeopleAsync(page.Items.Select(r => r.Entry.RecordedBy), cancellationToken);
        return page.Select(r => IndicatorReadingReply.Of(r, list.NameIn(caller.Language), person));
    }
}
