using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Saved views as callers come by them: their own, and those that are shared with a portfolio that they see.</summary>
public sealed class SavedViews(IPipelineDb db, Scope scope, Names names, ICaller caller)
{
    /// <summary>Those that exist for the caller.</summary>
    internal IQueryable<SavedView> InScope =>
        db.SavedViews.Where(v => v.UserId == caller.UserId || scope.Portfolios.Any(p => p.Id == v.PortfolioId));

    /// <summary>One that the caller may change: their own, or one that is shared with a portfolio that they manage.</summary>
    /// <param name="version">The caller's copy of it; null where that does not matter.</param>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    /// <exception cref="ForbiddenException"><c>people_only</c>, <c>managers_only</c>.</exception>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    internal async Task<SavedView> LoadAsync(Guid viewId, long? version, CancellationToken cancellationToken)
    {
        var person = scope.RequirePerson();
        var view =
            await InScope.FirstOrDefaultAsync(v => v.Id == viewId, cancellationToken)
            ?? throw NotFoundException.Of("view", "vue");
        if (view.UserId != person)
            await RequireSharingAsync(view.PortfolioId, cancellationToken);
        if (version is { } known)
            view.RequireVersion(known);
        return view;
    }

    /// <summary>For views that are shared with a portfolio, where one is named.</summary>
    /// <exception cref="NotFoundException">The portfolio is absent or out of scope.</exception>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    internal async Task RequireSharingAsync(Guid? portfolioId, CancellationToken cancellationToken)
    {
        if (portfolioId is { } shared)
            (await scope.InPortfolioAsync(shared, cancellationToken)).RequireManager();
    }

    /// <summary>Refuses a name that another view of the same person has.</summary>
    /// <param name="but">The view that is to have the name; null for a new one.</param>
    /// <exception cref="RefusedException"><c>name_taken</c>.</exception>
    internal async Task RequireFreeNameAsync(Guid userId, string name, Guid? but, CancellationToken cancellationToken)
    {
        if (
            await db.SavedViews.AnyAsync(
                v => v.UserId == userId && v.Name == name.Trim() && v.Id != but,
                cancellationToken
            )
        )
            throw SavedViewRefusals.NameTaken.With(name.Trim()).Exception();
    }

    /// <summary>One as it is now.</summary>
    internal async Task<SavedViewReply> ShowAsync(Guid viewId, CancellationToken cancellationToken) =>
        (await ShowAsync(db.SavedViews.Where(v => v.Id == viewId), cancellationToken))[0];

    /// <summary>The caller's own first, by their names.</summary>
    internal async Task<IReadOnlyList<SavedViewReply>> ShowAsync(
        IQueryable<SavedView> views,
        CancellationToken cancellationToken
    )
    {
        var found = await views
            .AsNoTracking()
            .OrderBy(v => v.Name)
            .ThenBy(v => v.Id)
            .Select(v => new
            {
                View = v,
                Code = db.Portfolios.Where(p => p.Id == v.PortfolioId).Select(p => p.Code).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var person = await names.OfPeopleAsync(found.Select(f => f.View.UserId), cancellationToken);
        return
        [
            .. found
                .OrderByDescending(f => f.View.UserId == caller.UserId)
                .Select(f => new SavedViewReply(
                    f.View.Id,
                    f.View.Name,
                    f.View.Query,
                    f.View.PortfolioId is { } shared ? new(shared, f.Code!) : null,
                    person(f.View.UserId),
                    f.View.UserId == caller.UserId,
                    f.View.Version
                )),
        ];
    }
}
