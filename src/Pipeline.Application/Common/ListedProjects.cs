using System.Linq.Expressions;
using LinqKit;
using Microsoft.EntityFrameworkCore;

namespace Pipeline.Application.Common;

/// <summary>Narrows what is read to some projects.</summary>
internal static class ListedProjects
{
    /// <summary>
    /// The rows of these projects; all rows where no projects are listed. Ids go along as one value, so that the query is the same one whatever they are, and is
    /// made once.
    /// </summary>
    /// <param name="rows">What is narrowed.</param>
    /// <param name="some">Ids; null for everybody's. In their order they are looked up: sorted ones find what is stored side by side.</param>
    /// <param name="projectId">Whose a row is.</param>
    public static IQueryable<TRow> Of<TRow>(
        this IQueryable<TRow> rows,
        IReadOnlyList<Guid>? some,
        Expression<Func<TRow, Guid>> projectId
    )
    {
        if (some is null)
            return rows;
        Expression<Func<TRow, bool>> isListed = row => EF.Parameter(some).Contains(projectId.Invoke(row));
        return rows.Where(isListed.Expand());
    }
}
