using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// How a file writes its days: day before month, unless one of them shows that the month stands first, as <c>12/31/2014</c> does. Then none of those that can be
/// read in two ways is certain.
/// </summary>
/// <param name="MonthFirst">The first row that shows it; null where none does.</param>
internal sealed partial record DayFormat(int? MonthFirst)
{
    private const int Months = 12;

    /// <summary>Nothing is ambiguous.</summary>
    public static readonly DayFormat Clear = new((int?)null);

    /// <summary>What the days show.</summary>
    /// <param name="days">With their rows.</param>
    public static DayFormat Of(IEnumerable<(int Row, string Text)> days)
    {
        foreach (var (row, text) in days)
            if (Parts(text) is (<= Months, > Months))
                return new(row);
        return Clear;
    }

    /// <summary>Whether a day is another one with the month in front, and the file does not say which is meant.</summary>
    public bool IsAmbiguous(string text) =>
        MonthFirst is not null && Parts(text) is (<= Months, <= Months) and var (first, second) && first != second;

    private static (int First, int Second)? Parts(string text) =>
        Numbers().Match(text) is { Success: true } match ? (Number(match.Groups[1]), Number(match.Groups[2])) : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)")]
    private static partial Regex Numbers();
}
