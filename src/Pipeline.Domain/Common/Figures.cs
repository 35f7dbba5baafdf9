using System.Globalization;

namespace Pipeline.Domain.Common;

/// <summary>Figures within sentences, as people of each language write them; the one place that forms them.</summary>
public static class Figures
{
    // A narrow space that no line is broken at, as French typography has it.
    private static readonly NumberFormatInfo French = new()
    {
        NumberGroupSeparator = "\u202f",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    };

    /// <summary>An amount with two decimals: <c>30,000.00</c>, <c>30 000,00</c>.</summary>
    public static Text Amount(long cents) =>
        new(
            (cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture),
            (cents / 100m).ToString("#,##0.00", French)
        );

    /// <summary>A number with the decimals that it has: <c>1,234.5</c>, <c>1 234,5</c>.</summary>
    public static Text Plain(decimal number)
    {
        const string form = "#,0.############################";
        return new(number.ToString(form, CultureInfo.InvariantCulture), number.ToString(form, French));
    }

    /// <summary>
    /// A share in per cent, without the sign: one decimal, and as many more as it takes to show it on the side of the threshold on which it is.
    /// </summary>
    public static Text Percent(decimal share, decimal threshold)
    {
        var shown = Ratio.Beside(share * 100, threshold * 100, decimals: 1);
        const string form = "0.############################";
        return new(shown.ToString(form, CultureInfo.InvariantCulture), shown.ToString(form, French));
    }
}
