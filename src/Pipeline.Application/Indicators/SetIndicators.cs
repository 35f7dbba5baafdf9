using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>
/// Writes the next version of a portfolio's indicators, the whole list; managers. What leaves the list takes no new readings, and keeps those that it has; a code with
/// readings keeps its unit.
/// </summary>
public sealed record SetIndicators(Guid PortfolioId, long? Version, IndicatorListBody Body)
    : ICommand<IndicatorsReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            IndicatorRefusals.UnitInUse,
            IndicatorRefusals.ShareSummed,
            DocumentRefusals.UnknownEntry,
            CommonRefusals.Duplicate,
        ];
}

internal sealed class SetIndicatorsHandler(
    IPipelineDb db,
    Scope scope,
    DocumentStore documents,
    IndicatorReader indicators,
    Names names,
    ICaller caller
) : IRequestHandler<SetIndicators, IndicatorsReply>
{
    public async Task<IndicatorsReply> Handle(SetIndicators request, CancellationToken cancellationToken)
    {
        var portfolioId = request.PortfolioId;
        (await scope.InPortfolioAsync(portfolioId, cancellationToken)).RequireManager();
        await db.TakeTurnAsync(cancellationToken);
        var units = await indicators.UnitsInUseAsync(portfolioId, cancellationToken);
        var written = await documents.WriteAsync<IndicatorList>(
            DocumentKey.OfPortfolio(DocumentKind.Indicators, portfolioId),
            request.Version,
            (before, now) => request.Body.ToList().Checked(before, units, now),
            caller.UserId,
            cancellationToken
        );
        var person = await names.OfPeopleAsync([written.RecordedBy], cancellationToken);
        return IndicatorsReply.Of(portfolioId, written, person);
    }
}
