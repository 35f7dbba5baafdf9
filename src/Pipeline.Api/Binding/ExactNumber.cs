using System.Globalization;

namespace Pipeline.Api.Binding;

/// <summary>Numbers that are kept as they were sent: what has more digits than a decimal would be rounded without a word.</summary>
internal static class ExactNumber
{
    /// <summary>Whether a number of JSON says the same as the decimal that was read of it.</summary>
    public static bool IsKept(string sent, decimal read) =>
        Digits(sent) == Digits(read.ToString(CultureInfo.InvariantCulture));

    // The digits without zeros around them, and the power of ten of the last one.
    private static (string Digits, long Exponent) Digits(string number)
    {
        var at = number.IndexOfAny(['e', 'E']);
        long exponent = 0;
        // An exponent that is too long for this can only be that of a number which was read as zero.
        if (at >= 0)
            _ = long.TryParse(
                number[(at + 1)..],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out exponent
            );
        var mantissa = (at < 0 ? number : number[..at]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            exponent -= mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? ("", 0) : (significant, exponent + digits.Length - significant.Length);
    }
}
