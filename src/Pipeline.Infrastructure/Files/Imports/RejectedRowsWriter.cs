using System.Globalization;
using CsvHelper;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Rows that were left out as CSV: UTF-8 with a mark that Excel knows it by. What was added to them is not read when they come in again.</summary>
internal sealed class RejectedRowsWriter : IRejectedRowsWriter
{
    /// <summary>The heading of the codes of what was wrong with a row.</summary>
    public const string Code = "errorCode";

    /// <summary>What stands behind each row, and by which the file is known: no format has a field of these names.</summary>
    public static readonly string[] Added = ["errorRow", "errorColumn", Code, "errorMessage"];

    public byte[] Write(RejectedRows rows, Language language)
    {
        using var memory = new MemoryStream();
        using (
            var csv = CsvWriter.Create(
                memory,
                CsvWriterOptions.Default with
                {
                    Separator = ',',
                    WriteByteOrderMark = true,
                },
                leaveOpen: true
            )
        )
        {
            // Mended rows that were wrong once more have these columns already.
            var kept = Enumerable.Range(0, rows.Headings.Count).Where(i => !Added.Contains(rows.Headings[i])).ToList();
            foreach (var heading in kept.Select(i => rows.Headings[i]).Concat(Added))
                csv.WriteField(FormulaText.Guarded(heading));
            csv.EndRecord();
            foreach (var row in rows.Rows)
            {
                foreach (var i in kept)
                    csv.WriteField(FormulaText.Guarded(i < row.Cells.Count ? row.Cells[i] : ""));
                csv.WriteField(row.Row.ToString(CultureInfo.InvariantCulture));
                csv.WriteField(FormulaText.Guarded(Joined(row.Errors.Select(e => e.Column ?? ""))));
                csv.WriteField(Joined(row.Errors.Select(e => e.Code)));
                csv.WriteField(FormulaText.Guarded(Joined(row.Errors.Select(e => e.Message.In(language)))));
                // Cells beyond the headings, behind all others: a quotation mark was missing there.
                foreach (var cell in row.Cells.Skip(rows.Headings.Count))
                    csv.WriteField(FormulaText.Guarded(cell));
                csv.EndRecord();
            }
        }
        return memory.ToArray();
    }

    private static string Joined(IEnumerable<string> texts) =>
        string.Join(" | ", texts.Where(t => t.Length > 0).Distinct());
}
