using System.Globalization;

namespace Pipeline.Domain.Common;

/// <summary>Figures within sentences, as people of each language write them; the one place that forms them.</summary>
public static class Figures
{
    // No line is broken at it.
    private const string Blank = "\u00a0";

    // A narrow space that no line is broken at, as French typography has it.
    private static readonly NumberFormatInfo French = new()
    {
        NumberGroupSeparator = "\u202f",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    };

    private static readonly string[] FrenchMonths =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["USD"] = "$",
    };

    /// <summary>An amount of cents, as <see cref="Amount(decimal, string)"/> writes it.</summary>
    public static Text Amount(long cents, string currency) => Amount(cents / 100m, currency);

    /// <summary>An amount in units: <c>€2,796,500</c>, <c>2 796 500 €</c>; cents where there are some, the code of a currency that has no sign of its own.</summary>
    public static Text Amount(decimal amount, string currency)
    {
        var form = decimal.IsInteger(amount) ? "#,0" : "#,0.00";
        var size = Math.Abs(amount);
        var minus = amount < 0 ? "−" : "";
        var sign = Signs.GetValueOrDefault(currency);
        return Text.Made(language =>
            language == Language.Fr
                ? $"{minus}{size.ToString(form, French)}{Blank}{sign ?? currency}"
                : $"{minus}{sign ?? currency + Blank}{size.ToString(form, CultureInfo.InvariantCulture)}"
        );
    }

    /// <summary>A number with the decimals that it has: <c>1,234.5</c>, <c>1 234,5</c>.</summary>
    public static Text Plain(decimal number)
    {
        const string form = "#,0.############################";
        return Text.Made(language =>
            number.ToString(form, language == Language.Fr ? French : CultureInfo.InvariantCulture.NumberFormat)
        );
    }

    /// <summary>A day: <c>28 November 2026</c>, <c>28 novembre 2026</c>.</summary>
    public static Text Day(DateOnly day) =>
        Text.Made(language =>
            language == Language.Fr
                ? $"{(day.Day == 1 ? "1er" : day.Day)} {FrenchMonths[day.Month - 1]} {day.Year}"
                : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        );

    /// <summary>
    /// A share in per cent, <c>23.3%</c>, <c>23,3 %</c>: one decimal, and as many more as it takes to show it on the side of the threshold on which it is.
    /// </summary>
    public static Text Percent(decimal share, decimal threshold)
    {
        var shown = Ratio.Beside(share * 100, 1, threshold * 100);
        const string form = "0.############################";
        return new($"{shown.ToString(form, CultureInfo.InvariantCulture)}%", $"{shown.ToString(form, French)}\u202f%");
    }
}
