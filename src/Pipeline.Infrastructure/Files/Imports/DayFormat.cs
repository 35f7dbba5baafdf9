using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// How a column writes its days: day before month, unless one of them shows that the month stands first, as <c>12/31/2014</c> does. Then none of those that can be
/// read in two ways is certain.
/// </summary>
/// <param name="MonthFirst">The first row that shows it; null where none does.</param>
internal sealed partial record DayFormat(int? MonthFirst)
{
    private const int Months = 12;

    /// <summary>Nothing is ambiguous.</summary>
    public static readonly DayFormat Clear = new((int?)null);

    /// <summary>What the days of each column show: its own, and where they show nothing those beside it.</summary>
    /// <param name="columns">By field, with their rows.</param>
    public static IReadOnlyDictionary<string, DayFormat> Of(
        IReadOnlyDictionary<string, IEnumerable<(int Row, string Text)>> columns
    )
    {
        var shown = columns.ToDictionary(c => c.Key, c => Shown(c.Value));
        var all = shown.Values.SelectMany(days => days);
        return shown.ToDictionary(c => c.Key, c => Of(c.Value.Count > 0 ? c.Value : all));
    }

    private static DayFormat Of(IEnumerable<(int Row, bool IsMonthFirst)> shown) =>
        new(shown.Where(d => d.IsMonthFirst).Select(d => (int?)d.Row).FirstOrDefault());

    /// <summary>Whether a day is another one with the month in front, and the file does not say which is meant.</summary>
    public bool IsAmbiguous(string text) =>
        MonthFirst is not null && Parts(text) is (<= Months, <= Months) and var (first, second) && first != second;

    private static List<(int Row, bool IsMonthFirst)> Shown(IEnumerable<(int Row, string Text)> days) =>
        [
            .. from day in days
            let isMonthFirst = IsMonthFirst(day.Text)
            where isMonthFirst is not null
            select (day.Row, isMonthFirst.Value),
        ];

    // Null for what shows nothing: a day that can be read in both ways, and what is none in either, as 06/31/2014.
    private static bool? IsMonthFirst(string text) =>
        Numbers().Match(text) is not { Success: true } match
            ? null
            : Parts(text) switch
            {
                (<= Months, > Months) and var (month, day) when IsDay(match, month, day) => true,
                (> Months, <= Months) and var (day, month) when IsDay(match, month, day) => false,
                _ => null,
            };

    private static bool IsDay(Match match, int month, int day) =>
        Number(match.Groups[3]) is >= 1 and var year && month >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static (int First, int Second)? Parts(string text) =>
        Numbers().Match(text) is { Success: true } match ? (Number(match.Groups[1]), Number(match.Groups[2])) : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")]
    private static partial Regex Numbers();
}
