using System.Globalization;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// The sums of a register, kept while rows go by, and their formulas. One currency: a SUBTOTAL, which follows the filter. Several: a line for each, since
/// euros and pounds make no sum.
/// </summary>
internal sealed class RegisterTotals<TRow>(IReadOnlyList<Column<TRow>> columns)
{
    private const string NoCurrency = "";
    private readonly int _currency = columns.ToList().FindIndex(c => c.Key == "currency");
    private readonly SortedDictionary<string, decimal[]> _sums = new(StringComparer.Ordinal);

    public bool Any { get; } = columns.Any(c => c.Totalled);

    /// <summary>A row's values, column by column.</summary>
    public void Add(object?[] values)
    {
        if (!Any)
            return;
        var currency = _currency < 0 ? NoCurrency : values[_currency] as string ?? NoCurrency;
        if (!_sums.TryGetValue(currency, out var sums))
            _sums[currency] = sums = new decimal[columns.Count];
        for (var c = 0; c < columns.Count; c++)
            if (columns[c].Totalled)
                sums[c] += CellNumber.Of(values[c], columns[c].Kind);
    }

    /// <summary>The lines below a table that ends in a row: label, and for each column that is summed its formula and value.</summary>
    public IEnumerable<(string Label, IReadOnlyList<(string Formula, decimal Value)?> Cells)> Lines(int lastRow)
    {
        if (!Any)
            yield break;
        if (_sums.Count <= 1)
        {
            var sums = _sums.Values.SingleOrDefault();
            yield return ("Total", Cells(c => $"SUBTOTAL(109,{Range(c, lastRow)})", c => sums?[c] ?? 0));
            yield break;
        }
        foreach (var (currency, sums) in _sums)
            yield return (
                $"Total {currency}",
                Cells(
                    c =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"SUMIF({Range(_currency, lastRow)},\"{currency}\",{Range(c, lastRow)})"
                        ),
                    c => sums[c]
                )
            );
    }

    private IReadOnlyList<(string Formula, decimal Value)?> Cells(
        Func<int, string> formula,
        Func<int, decimal> value
    ) => [.. columns.Select((column, c) => column.Totalled ? ((string, decimal)?)(formula(c), value(c)) : null)];

    private static string Range(int column, int lastRow)
    {
        var letters = ColumnLetters.Of(column + 1);
        return $"{letters}2:{letters}{lastRow}";
    }
}
