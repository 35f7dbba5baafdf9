using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Portfolios;

/// <summary>The portfolios that the caller can see.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Q">Part of code or name, case and accents aside.</param>
/// <param name="Sort"><c>code</c>, <c>name</c>; a minus in front turns it round.</param>
public sealed record ListPortfolios(PageOf Page, string? Q = null, string? Sort = null)
    : IQuery<Paged<PortfolioReply>>,
        IRefusing
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["code", "name"];

    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ListPortfoliosHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<ListPortfolios, Paged<PortfolioReply>>
{
    public async Task<Paged<PortfolioReply>> Handle(ListPortfolios request, CancellationToken cancellationToken)
    {
        var portfolios = await PortfolioReply
            .Row.From(db, scope.Portfolios.OrderBy(p => p.Id))
            .ToListAsync(cancellationToken);
        var page = portfolios.Find(
            request.Q,
            request.Sort,
            request.Page,
            ListPortfolios.Sorts,
            (portfolio, name) => name == "code" ? portfolio.Code : portfolio.Name
        );
        return page.Select(row => row.ToReply());
    }
}
