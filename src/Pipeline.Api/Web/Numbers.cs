using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>Numbers, amounts, shares and days as people write them, in both languages; nothing depends on the machine's settings.</summary>
internal static partial class Numbers
{
    private const string NarrowBlank = "\u202f",
        Blank = "\u00a0";

    private static readonly NumberFormatInfo English = new(),
        French = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = NarrowBlank };

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

    /// <summary>As computers write it, for <c>value</c> attributes.</summary>
    public static string Invariant(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary><c>2 796 500</c>, <c>2,796,500.5</c>.</summary>
    public static string Plain(decimal number, Language language) => number.ToString("#,0.#########", Format(language));

    /// <summary><c>2 796 500 €</c>, <c>€2,796,500</c>; cents where there are some.</summary>
    public static string Money(decimal amount, string currency, Language language) =>
        Figures.Amount(amount, currency).In(language);

    /// <summary><c>23,3 %</c>, <c>23.3%</c>.</summary>
    /// <param name="beside">What it is held against: as many decimals as it takes to be shown on its side of it.</param>
    public static string Share(decimal share, Language language, decimal? beside = null)
    {
        var percent = beside is { } threshold ? Ratio.Beside(share * 100, 1, threshold * 100) : share * 100;
        return percent.ToString(beside is null ? "0.0" : "0.0###########", Format(language))
            + (language == Language.Fr ? NarrowBlank + "%" : "%");
    }

    /// <summary><c>28 novembre 2026</c>, <c>28 November 2026</c>.</summary>
    public static string Day(DateOnly day, Language language) => Figures.Day(day).In(language);

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
            : $"{CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month - 1]}{Blank}{year}";

    /// <summary>The same of a month as addresses and replies name it: <c>2026-11</c>.</summary>
    public static string Month(string month, Language language) =>
        Month(
            int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture),
            int.Parse(month.AsSpan(5), CultureInfo.InvariantCulture),
            language
        );

    /// <summary>
    /// Reads what people type, as their language writes it: thousands in groups of three or in none, a comma as the French decimal sign alone. Null where it
    /// is no number, or could be another one: no figure is taken for a hundred times itself.
    /// </summary>
    public static decimal? Parse(string text, Language language)
    {
        var typed = (language == Language.Fr ? TypedInFrench() : TypedInEnglish()).Match(text.Trim());
        return
            typed.Success
            && decimal.TryParse(
                $"{(typed.Groups["minus"].Success ? "-" : "")}{Digits(typed.Groups["whole"].Value)}.{typed.Groups["part"].Value}",
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : null;
    }

    /// <summary>The same of an amount, with or without the sign of a currency.</summary>
    public static decimal? ParseAmount(string text, Language language) =>
        Parse(text.Trim().Trim('€', '£', '$'), language);

    /// <summary>The same of a share, with or without its sign, per cent.</summary>
    public static decimal? ParsePercent(string text, Language language) => Parse(text.Trim().TrimEnd('%'), language);

    [GeneratedRegex(@"^(?<minus>[-−])?(?<whole>[0-9]+|[0-9]{1,3}([ \u00a0\u202f][0-9]{3})+)([,.](?<part>[0-9]+))?$")]
    private static partial Regex TypedInFrench();

    [GeneratedRegex(@"^(?<minus>[-−])?(?<whole>[0-9]+|[0-9]{1,3}([ \u00a0\u202f,][0-9]{3})+)(\.(?<part>[0-9]+))?$")]
    private static partial Regex TypedInEnglish();

    private static string Digits(string whole) => string.Concat(whole.Where(char.IsAsciiDigit));

    private static NumberFormatInfo Format(Language language) => language == Language.Fr ? French : English;
}
