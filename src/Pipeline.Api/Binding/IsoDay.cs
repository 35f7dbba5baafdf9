using System.Globalization;

namespace Pipeline.Api.Binding;

/// <summary>A day as the API writes it, for example <c>2026-01-31</c>.</summary>
internal static class IsoDay
{
    /// <summary>The day that a text says; null where it is written otherwise, or there is no such day.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>The text.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
