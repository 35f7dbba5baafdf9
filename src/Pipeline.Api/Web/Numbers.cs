using System.Globalization;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>Numbers, amounts, shares and days as people write them, in both languages; nothing depends on the machine's settings.</summary>
internal static class Numbers
{
    private const string NarrowBlank = "\u202f",
        Blank = "\u00a0";

    private static readonly NumberFormatInfo English = new(),
        French = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = NarrowBlank };

    private static readonly string[] EnglishMonths =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

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

    private static readonly string[] FrenchShort =
    [
        "janv.",
        "févr.",
        "mars",
        "avr.",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ];

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["USD"] = "$",
    };

    /// <summary>As computers write it, for <c>value</c> attributes.</summary>
    public static string Invariant(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary><c>2 796 500</c>, <c>2,796,500.5</c>.</summary>
    public static string Plain(decimal number, Language language) => number.ToString("#,0.#########", Format(language));

    /// <summary><c>2 796 500 €</c>, <c>€2,796,500</c>; cents where there are some.</summary>
    public static string Money(decimal amount, string currency, Language language)
    {
        var figure = Math.Abs(amount).ToString(decimal.IsInteger(amount) ? "#,0" : "#,0.00", Format(language));
        var sign = Signs.GetValueOrDefault(currency, currency);
        var minus = amount < 0 ? "−" : "";
        return language == Language.Fr ? $"{minus}{figure}{Blank}{sign}"
            : sign.Length == 1 ? $"{minus}{sign}{figure}"
            : $"{minus}{sign}{Blank}{figure}";
    }

    /// <summary><c>23,3 %</c>, <c>23.3%</c>.</summary>
    /// <param name="beside">What it is held against: as many decimals as it takes to be shown on its side of it.</param>
    public static string Share(decimal share, Language language, decimal? beside = null)
    {
        var percent = beside is { } threshold ? Ratio.Beside(share * 100, threshold * 100, decimals: 1) : share * 100;
        return percent.ToString(beside is null ? "0.0" : "0.0###########", Format(language))
            + (language == Language.Fr ? NarrowBlank + "%" : "%");
    }

    /// <summary><c>28 novembre 2026</c>, <c>28 November 2026</c>.</summary>
    public static string Day(DateOnly day, Language language) =>
        language == Language.Fr
            ? $"{(day.Day == 1 ? "1er" : day.Day)} {FrenchMonths[day.Month - 1]} {day.Year}"
            : $"{day.Day} {EnglishMonths[day.Month - 1]} {day.Year}";

    /// <summary>With hour and minute (UTC).</summary>
    public static string Instant(DateTimeOffset at, Language language) =>
        Day(at.Today(), language)
        + at.UtcDateTime.ToString(
            language == Language.Fr ? " 'à' HH'h'mm" : " 'at' HH:mm",
            CultureInfo.InvariantCulture
        )
        + " UTC";

    /// <summary><c>nov. 2026</c>, <c>Nov 2026</c>: where there is little room.</summary>
    public static string Month(int year, int month, Language language) =>
        language == Language.Fr
            ? $"{FrenchShort[month - 1]}{Blank}{year}"
            : $"{EnglishMonths[month - 1][..3]}{Blank}{year}";

    /// <summary>Reads what people type; null where it is no number.</summary>
    public static decimal? Parse(string text, Language language)
    {
        var plain = text.Replace(NarrowBlank, "").Replace(Blank, "").Replace(" ", "").TrimEnd('€', '%');
        if (language == Language.Fr)
            plain = plain.Replace(',', '.');
        else
            plain = plain.Replace(",", "");
        return decimal.TryParse(
            plain,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    private static NumberFormatInfo Format(Language language) => language == Language.Fr ? French : English;
}
