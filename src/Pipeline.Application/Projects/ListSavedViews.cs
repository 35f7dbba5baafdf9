using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Projects;

/// <summary>The caller's own views of the list of projects by their names, then those that others share with a portfolio that the caller sees.</summary>
public sealed record ListSavedViews : IQuery<Listed<SavedViewReply>>;

/// <summary>A list of projects that somebody keeps.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Query">Filters, order and columns, as the address of the list has them.</param>
/// <param name="Portfolio">Whose members see it too, its code as name; null for nobody's.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="Own">It is the caller's.</param>
/// <param name="Version">From 1, raised by every change.</param>
public sealed record SavedViewReply(
    Guid Id,
    string Name,
    string Query,
    NamedRef? Portfolio,
    NamedRef Owner,
    bool Own,
    long Version
);

internal sealed class ListSavedViewsHandler(IPipelineDb db, Scope scope, IUserDirectory users, ICaller caller)
    : IRequestHandler<ListSavedViews, Listed<SavedViewReply>>
{
    public async Task<Listed<SavedViewReply>> Handle(ListSavedViews request, CancellationToken cancellationToken)
    {
        var views = await db
            .SavedViews.AsNoTracking()
            .Where(v => v.UserId == caller.UserId || scope.Portfolios.Any(p => p.Id == v.PortfolioId))
            .OrderBy(v => v.Name)
            .ThenBy(v => v.Id)
            .Select(v => new
            {
                v.Id,
                v.Name,
                v.Query,
                v.PortfolioId,
                Code = db.Portfolios.Where(p => p.Id == v.PortfolioId).Select(p => p.Code).FirstOrDefault(),
                v.UserId,
                v.Version,
            })
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(views.Select(v => v.UserId), cancellationToken);
        return new([
            .. views
                .OrderByDescending(v => v.UserId == caller.UserId)
                .Select(v => new SavedViewReply(
                    v.Id,
                    v.Name,
                    v.Query,
                    v.PortfolioId is { } shared ? new(shared, v.Code!) : null,
                    new(v.UserId, names.GetValueOrDefault(v.UserId, "")),
                    v.UserId == caller.UserId,
                    v.Version
                )),
        ]);
    }
}
