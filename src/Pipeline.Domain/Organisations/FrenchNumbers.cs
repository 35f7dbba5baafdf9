namespace Pipeline.Domain.Organisations;

/// <summary>The numbers of the French register of companies and their establishments (INSEE, Sirene).</summary>
public static class FrenchNumbers
{
    private const string Post = "356000000";

    private static readonly string[] Lists = ["FR-SIRET-", "FR-SIREN-"];

    /// <summary>A number without the blanks, of any width, that people part its digits with.</summary>
    public static string Digits(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The digits with the zero in front that a spreadsheet takes away, and without the name of the list.</summary>
    public static string Restored(string number)
    {
        var digits = Digits(number);
        foreach (var list in Lists)
            if (digits.StartsWith(list, StringComparison.OrdinalIgnoreCase))
                digits = digits[list.Length..];
        return digits.Length is 8 or 13 && digits.All(char.IsAsciiDigit) ? $"0{digits}" : digits;
    }

    /// <summary>Whether the nine digits of a company agree with their check digit.</summary>
    public static bool IsSiren(string digits) =>
        digits.Length == 9 && digits.All(char.IsAsciiDigit) && digits.Any(d => d != '0') && Sum(digits) % 10 == 0;

    /// <summary>
    /// Whether the fourteen digits of an establishment agree with their check digits: those of its company as well. The establishments of La Poste are
    /// more than the rule has numbers for: of all but the head office, the plain sum of the digits is a multiple of five. None has the number 00000.
    /// </summary>
    public static bool IsSiret(string digits) =>
        digits.Length == 14
        && digits.All(char.IsAsciiDigit)
        && !digits.EndsWith("00000", StringComparison.Ordinal)
        && IsSiren(digits[..9])
        && (
            Sum(digits) % 10 == 0
            || (digits.StartsWith(Post, StringComparison.Ordinal) && digits.Sum(d => d - '0') % 5 == 0)
        );

    // Luhn's: every second digit from the right counts twice, and its digits are added.
    private static int Sum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
        }
        return sum;
    }
}
