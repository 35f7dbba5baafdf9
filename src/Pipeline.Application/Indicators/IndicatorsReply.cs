using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Indicators;

/// <summary>The indicators of a portfolio.</summary>
/// <param name="Version">0 before the first list; its ETag.</param>
public sealed record IndicatorsReply(
    Guid PortfolioId,
    IReadOnlyList<PortfolioIndicator> Indicators,
    long Version,
    DateTimeOffset? RecordedAt,
    NamedRef? RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static IndicatorsReply Of(
        Guid portfolioId,
        Document<IndicatorList>? document,
        Func<Guid, NamedRef> person
    ) =>
        new(
            portfolioId,
            [.. (document?.Terms.Indicators ?? []).Select(PortfolioIndicator.Of)],
            document?.Version ?? 0,
            document?.RecordedAt,
            document is null ? null : person(document.RecordedBy)
        );
}
