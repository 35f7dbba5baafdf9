using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Portfolios;

/// <summary>The portfolios that the caller can see.</summary>
public sealed record ListPortfolios(PageOf Page) : IQuery<Paged<PortfolioReply>>;

internal sealed class ListPortfoliosHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<ListPortfolios, Paged<PortfolioReply>>
{
    public async Task<Paged<PortfolioReply>> Handle(ListPortfolios request, CancellationToken cancellationToken)
    {
        var page = await PortfolioReply
            .Row.From(db, scope.Portfolios.OrderBy(p => p.Code))
            .ToPageAsync(request.Page, cancellationToken);
        return page.Select(row => row.ToReply());
    }
}
