using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;

namespace Pipeline.Application.Indicators;

/// <summary>The indicators that a portfolio asks of the projects that it leads; none before the first list.</summary>
public sealed record GetIndicators(Guid PortfolioId) : IQuery<IndicatorsReply>;

internal sealed class GetIndicatorsHandler(Scope scope, IndicatorReader indicators, Names names)
    : IRequestHandler<GetIndicators, IndicatorsReply>
{
    public async Task<IndicatorsReply> Handle(GetIndicators request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var list = await indicators.FindAsync(request.PortfolioId, cancellationToken);
        var person = await names.OfPeopleAsync(list is null ? [] : [list.RecordedBy], cancellationToken);
        return IndicatorsReply.Of(request.PortfolioId, list, person);
    }
}
