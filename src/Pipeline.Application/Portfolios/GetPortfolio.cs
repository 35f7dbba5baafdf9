using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Portfolios;

/// <summary>One portfolio with its policy.</summary>
public sealed record GetPortfolio(Guid Id) : IQuery<PortfolioReply>;

internal sealed class GetPortfolioHandler(IPipelineDb db, Scope scope) : IRequestHandler<GetPortfolio, PortfolioReply>
{
    public async Task<PortfolioReply> Handle(GetPortfolio request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.Id, cancellationToken);
        return await PortfolioReply.ReadAsync(db, request.Id, cancellationToken);
    }
}
