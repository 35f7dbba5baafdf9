using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>Which page of a list. Both values are checked where they are bound.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record PageOf(int Page = 1, int PageSize = PageOf.DefaultSize)
{
    /// <summary>Entries where nothing is asked.</summary>
    public const int DefaultSize = 50;

    /// <summary>The most entries of one page.</summary>
    public const int MaxSize = 200;
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Entries asked for.</param>
/// <param name="TotalItems">Entries of the whole list, in scope and filtered.</param>
/// <param name="TotalPages">0 when the list is empty.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int PageSize, int TotalItems, int TotalPages)
{
    /// <summary>The same page with other entries.</summary>
    public Paged<TOther> Select<TOther>(Func<T, TOther> map) =>
        new([.. Items.Select(map)], Page, PageSize, TotalItems, TotalPages);
}

/// <summary>Which part of a feed, newest first. Both values are checked where they are bound.</summary>
/// <param name="After">The <c>next</c> of the part before; null for the beginning.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record FeedOf(long? After = null, int Limit = PageOf.DefaultSize);

/// <summary>A part of a feed: what comes in meanwhile stands in front of it, so that going on neither repeats nor skips.</summary>
/// <param name="Items">The entries, newest first.</param>
/// <param name="Next">Sent as <c>after</c>, gives what follows; null at the end.</param>
public sealed record Feed<T>(IReadOnlyList<T> Items, long? Next);

/// <summary>A list that needs no pages.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items);

/// <summary>Money as it travels: units with two decimals at most, and the currency.</summary>
/// <param name="Amount">Units.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record MoneyDto(decimal Amount, [property: StringLength(3, MinimumLength = 3)] string Currency)
{
    /// <summary>From cents.</summary>
    public static MoneyDto OfCents(long cents, string currency) => new(cents / 100m, currency);

    /// <summary>In cents, of an amount that has no part of one.</summary>
    internal long InCents() => (long)(Amount * 100);
}

/// <summary>An id with the name beside it.</summary>
public sealed record NamedRef(Guid Id, string Name);

/// <summary>A code with its label in the caller's language.</summary>
public sealed record Labelled(string Code, string Label);

/// <summary>Cuts queries into pages, and feeds into parts.</summary>
public static class Paging
{
    /// <summary>A page of what was read already, in its order.</summary>
    public static Paged<T> ToPage<T>(this IEnumerable<T> items, PageOf page)
    {
        var all = items.ToList();
        var some = all.Skip((int)Math.Min((long)(page.Page - 1) * page.PageSize, int.MaxValue)).Take(page.PageSize);
        return new([.. some], page.Page, page.PageSize, all.Count, (all.Count + page.PageSize - 1) / page.PageSize);
    }

    /// <summary>Reads one page: a count and a slice. The query has to have an order.</summary>
    public static async Task<Paged<T>> ToPageAsync<T>(
        this IQueryable<T> query,
        PageOf page,
        CancellationToken cancellationToken
    )
    {
        var total = await query.CountAsync(cancellationToken);
        // Beyond the last page the slice is empty; the cap keeps the offset within an int.
        var skip = (int)Math.Min((long)(page.Page - 1) * page.PageSize, int.MaxValue);
        var items = await query.Skip(skip).Take(page.PageSize).ToListAsync(cancellationToken);
        return new(items, page.Page, page.PageSize, total, (total + page.PageSize - 1) / page.PageSize);
    }

    /// <summary>Reads a part of a feed, newest first.</summary>
    public static async Task<Feed<T>> ToFeedAsync<T>(
        this IQueryable<T> query,
        FeedOf feed,
        CancellationToken cancellationToken
    )
        where T : class, ISequenced
    {
        if (feed.After is { } after)
            query = query.Where(e => e.Sequence < after);
        // One more than asked for says whether anything follows.
        var found = await query.OrderByDescending(e => e.Sequence).Take(feed.Limit + 1).ToListAsync(cancellationToken);
        var shown = found.Take(feed.Limit).ToList();
        return new(shown, found.Count > shown.Count ? shown[^1].Sequence : null);
    }
}
