using System.Globalization;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>Which part of a feed: <c>after</c>, the cursor of the reply before, and <c>limit</c> 1 to 200.</summary>
internal sealed class FeedQuery
{
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
            : throw InvalidValueException.Of(
                "after",
                "invalid_number",
                new(
                    $"after is '{text}'; the next of a reply is expected.",
                    $"after vaut « {text} » ; le next d'une réponse est attendu."
                )
            );
    }
}
