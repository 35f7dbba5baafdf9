using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Closings;

/// <summary>The closings of a portfolio, the latest first; everybody who sees the portfolio.</summary>
public sealed record ListClosings(Guid PortfolioId, PageOf Page) : IQuery<Paged<ClosingReply>>;

internal sealed class ListClosingsHandler(ClosingAccess closings, IUserDirectory users)
    : IRequestHandler<ListClosings, Paged<ClosingReply>>
{
    public async Task<Paged<ClosingReply>> Handle(ListClosings request, CancellationToken cancellationToken)
    {
        var page = await (await closings.InAsync(request.PortfolioId, cancellationToken))
            .Include(c => c.Files)
            .OrderByDescending(c => c.Number)
            .ToPageAsync(request.Page, cancellationToken);
        var names = await users.NamesAsync(page.Items.Select(c => c.RecordedBy), cancellationToken);
        return page.Select(c => ClosingReply.Of(c, names));
    }
}
