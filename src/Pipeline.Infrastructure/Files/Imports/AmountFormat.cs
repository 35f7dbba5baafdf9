using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// How a file writes its amounts: <c>1,250.00</c> or <c>1.250,00</c>. What an amount can only mean one way, it means; <c>1.250</c> and <c>1,250</c> mean what
/// the others of the file show.
/// </summary>
/// <param name="DecimalSign">A point or a comma; null where nothing in the file shows it, or where it shows both.</param>
internal sealed partial record AmountFormat(char? DecimalSign)
{
    /// <summary>The first rows that show a point and a comma, where the file shows both.</summary>
    public (int Point, int Comma)? Both { get; private init; }

    /// <summary>Nothing shows which sign is meant.</summary>
    public static readonly AmountFormat Unknown = new((char?)null);

    // What programs make of a sum in binary has a dozen decimals and more; a cent has two.
    private const int Decimals = 6;

    /// <summary>What the amounts show that can be read in one way only; a file that contradicts itself shows nothing.</summary>
    /// <param name="amounts">With their rows.</param>
    public static AmountFormat Of(IEnumerable<(int Row, string Text)> amounts)
    {
        int? point = null,
            comma = null;
        foreach (var (row, text) in amounts)
            switch (Read(text)?.Sign)
            {
                case '.':
                    point ??= row;
                    break;
                case ',':
                    comma ??= row;
                    break;
            }
        return (point, comma) switch
        {
            ({ } p, { } c) => Unknown with { Both = (p, c) },
            (not null, null) => new('.'),
            (null, not null) => new(','),
            _ => Unknown,
        };
    }

    /// <summary>Whether a text by itself can be read in two ways.</summary>
    public static bool IsAmbiguous(string text) => Read(text) is { IsAmbiguous: true };

    /// <summary>An amount of a row; null when it is none.</summary>
    public WrittenAmount? Parse(SourceRow row, int column) =>
        !row.IsNumber(column) ? Parse(row[column])
        : decimal.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(Rounded(number), null)
        : null;

    /// <summary>An amount as a text that can be read in one way only, with the file's decimal sign.</summary>
    /// <param name="cents">Not less than 0.</param>
    public string Write(long cents) =>
        (cents / 100m)
            .ToString(cents % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture)
            .Replace('.', DecimalSign ?? '.');

    private WrittenAmount? Parse(string text)
    {
        if (Read(text) is not { } read)
            return null;
        if (!read.IsAmbiguous)
            return read.Amount;
        return DecimalSign is { } sign ? Number(read.Digits, sign, read.Currency) : read.Amount with { Value = null };
    }

    private sealed record Reading(string Digits, char? Sign, bool IsAmbiguous, char? Currency, WrittenAmount Amount);

    private static Reading? Read(string text)
    {
        var bare = Spaces().Replace(text, " ").Trim();
        var currency =
            bare.Length > 0 && "£€$".Contains(bare[0], StringComparison.Ordinal) ? bare[0]
            : bare.Length > 0 && "£€$".Contains(bare[^1], StringComparison.Ordinal) ? bare[^1]
            : (char?)null;
        bare = bare.Trim('£', '€', '$').Trim();
        if (!Digits().IsMatch(bare) || !Grouped(bare))
            return null;
        bare = bare.Replace(" ", "", StringComparison.Ordinal);
        var sign = SignOf(bare);
        return Number(bare, sign ?? '.', currency) is { } amount
            ? new(bare, sign, sign is null && Ambiguous().IsMatch(bare), currency, amount)
            : null;
    }

    // The last sign is the decimal one where both are there; alone it is one where it cannot part thousands.
    private static char? SignOf(string digits)
    {
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
            return point > comma ? '.' : ',';
        var alone = point >= 0 ? '.' : ',';
        if (point < 0 && comma < 0 || Ambiguous().IsMatch(digits))
            return null;
        return digits.Count(c => c == alone) > 1 ? (alone == '.' ? ',' : '.') : alone;
    }

    private static bool Grouped(string digits)
    {
        var sign = SignOf(digits.Replace(" ", "", StringComparison.Ordinal));
        var thousands = sign == ',' ? '.' : ',';
        var whole = digits.TrimStart('-');
        if (sign is { } s && whole.IndexOf(s, StringComparison.Ordinal) is >= 0 and var cut)
            whole = whole[..cut];
        if (sign is null && !whole.Contains(' ', StringComparison.Ordinal))
            return true;
        var groups = whole.Split(' ', thousands);
        return groups.Length == 1
            || (
                groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit))
            );
    }

    private static WrittenAmount? Number(string digits, char sign, char? currency) =>
        decimal.TryParse(
            digits.Replace(sign == '.' ? "," : ".", "", StringComparison.Ordinal).Replace(sign, '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? new(Rounded(value), currency)
            : null;

    // Without the zeros at its end, so that it reads the same however it was written.
    private static decimal Rounded(decimal value) => decimal.Round(value, Decimals) / 1.0000000000000000000000000000m;

    // Spaces of every width, and the apostrophe that parts thousands in Switzerland.
    [GeneratedRegex(@"[\s\u00A0\u202F\u2009]+|(?<=\d)['’](?=\d{3})")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^-?\d[\d., ]{0,40}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}[.,]\d{3}$")]
    private static partial Regex Ambiguous();
}
