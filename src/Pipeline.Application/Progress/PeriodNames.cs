using Pipeline.Domain.Common;

namespace Pipeline.Application.Progress;

/// <summary>Names periods in sentences.</summary>
internal static class PeriodNames
{
    private const int Shown = 6;

    /// <summary>The last ones of them, the first of these first.</summary>
    public static Text Of(IEnumerable<DateOnly> ends)
    {
        var days = ends.Distinct().Order().TakeLast(Shown).Select(Figures.Day).ToList();
        return new(string.Join(", ", days.Select(d => d.En)), string.Join(", ", days.Select(d => d.Fr)));
    }
}
