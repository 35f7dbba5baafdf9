using System.Globalization;

namespace Pipeline.Api.Binding;

/// <summary>An instant as the API reads it, for example <c>2026-01-31T12:00:00Z</c>; without a zone it is UTC, and a day alone is its first moment.</summary>
internal static class IsoInstant
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>The instant that a text says, in UTC; null where it is written otherwise, or there is no such instant.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;
}
