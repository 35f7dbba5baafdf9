using System.Linq.Expressions;

namespace Pipeline.Application.Common;

/// <summary>Narrows what is read to some projects.</summary>
internal static class ListedProjects
{
    /// <summary>The rows of these projects, from them outwards; all rows where no projects are listed.</summary>
    public static IQueryable<TRow> Of<TRow>(
        this IQueryable<ListedId>? some,
        IQueryable<TRow> rows,
        Expression<Func<TRow, Guid>> projectId
    ) => some is null ? rows : some.Join(rows, i => i.Value, projectId, (i, row) => row);
}
