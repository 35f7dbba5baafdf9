using System.Globalization;

namespace Pipeline.Application.Progress;

/// <summary>Names periods in sentences.</summary>
internal static class PeriodNames
{
    private const int Shown = 6;

    /// <summary>The last ones of them, the first of these first.</summary>
    public static string Of(IEnumerable<DateOnly> ends) =>
        string.Join(
            ", ",
            ends.Distinct().Order().TakeLast(Shown).Select(e => e.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
}
