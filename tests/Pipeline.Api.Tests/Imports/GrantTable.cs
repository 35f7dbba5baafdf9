using System.Text;

namespace Pipeline.Api.Tests.Imports;

/// <summary>A grant file in the making: right in every cell until a test says otherwise.</summary>
internal sealed class GrantTable
{
    public static readonly string[] Standard =
    [
        "Identifier",
        "Title",
        "Description",
        "Currency",
        "Amount Awarded",
        "Award Date",
        "Recipient Org:Identifier",
        "Recipient Org:Name",
        "Funding Org:Identifier",
        "Funding Org:Name",
    ];

    public string[] Headings { get; init; } = Standard;

    /// <summary>Cells by row; an empty one is a blank row.</summary>
    public List<string[]> Rows { get; } = [];

    public static string[] Row(
        int number,
        string amount = "1000.50",
        string date = "2015-03-01",
        string currency = "EUR",
        string? title = null,
        int? recipient = null
    ) =>
        [
            $"G-{number}",
            title ?? $"Grant {number}",
            "For a start",
            currency,
            amount,
            date,
            $"GB-CHC-{recipient ?? number}",
            $"Charity {recipient ?? number}",
            "360G-fund",
            "The Fund",
        ];

    public static GrantTable Of(params string[][] rows)
    {
        var table = new GrantTable();
        table.Rows.AddRange(rows);
        return table;
    }

    public byte[] Csv(char separator = ',', Encoding? encoding = null)
    {
        var lines = Rows.Prepend(Headings).Select(cells => string.Join(separator, cells.Select(Quoted)));
        encoding ??= new UTF8Encoding(false);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join("\r\n", lines))];
    }

    public byte[] Xlsx(string sheet = "Grants") => new TestWorkbook().Sheet(sheet, Rows.Prepend(Headings)).Bytes();

    private static string Quoted(string cell) =>
        cell.Any(",;\"\r\n\t".Contains) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
