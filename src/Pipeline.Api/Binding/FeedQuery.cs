using System.Globalization;
using Pipeline.Application.Common;

namespace Pipeline.Api.Binding;

/// <summary>Which part of a feed: <c>after</c>, the cursor of the reply before, and <c>limit</c> 1 to 200.</summary>
internal sealed class FeedQuery
{
    /// <summary>The parameters that it reads.</summary>
    public static readonly string[] Names = ["after", "limit"];

    private FeedQuery(FeedOf feed) => Value = feed;

    public FeedOf Value { get; }

    public static ValueTask<FeedQuery?> BindAsync(HttpContext context) =>
        new(
            new FeedQuery(
                new(
                    After(context.Request.Query["after"].ToString()),
                    PageQuery.Read(context, "limit", 1, PageOf.MaxSize, PageOf.DefaultSize)
                )
            )
        );

    private static long? After(string text)
    {
        if (text.Length == 0)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            ? cursor
            : throw BindingRefusals.InvalidCursor.With(text).At("after");
    }
}
