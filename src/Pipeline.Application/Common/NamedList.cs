using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>
/// Finds and orders what an instance has few of, by its names, as people of the language look for them: case and accents aside. What there are many of keeps such
/// a text beside the name for the database to look at.
/// </summary>
internal static class NamedList
{
    /// <summary>The page that is asked for.</summary>
    /// <param name="rows">All of the list, in an order that settles ties.</param>
    /// <param name="q">Part of a name; null for all.</param>
    /// <param name="sort">The name of one of them, with a minus in front to turn it round; null for the first.</param>
    /// <param name="page">Which page.</param>
    /// <param name="names">The orders that are known.</param>
    /// <param name="nameOf">A row's text for one of them.</param>
    /// <exception cref="InvalidValueException"><c>unknown_sort</c>.</exception>
    public static Paged<TRow> Find<TRow>(
        this IEnumerable<TRow> rows,
        string? q,
        string? sort,
        PageOf page,
        IReadOnlyList<string> names,
        Func<TRow, string, string> nameOf
    )
    {
        var order = SortOrder.Read(sort, names);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var part = Folded.Of(q.Trim());
            rows = rows.Where(row =>
                names.Any(name => Folded.Of(nameOf(row, name)).Contains(part, StringComparison.Ordinal))
            );
        }
        return (
            order.Down ? rows.OrderByDescending(Key, StringComparer.Ordinal) : rows.OrderBy(Key, StringComparer.Ordinal)
        ).ToPage(page);

        string Key(TRow row) => Folded.Of(nameOf(row, order.Name));
    }
}
