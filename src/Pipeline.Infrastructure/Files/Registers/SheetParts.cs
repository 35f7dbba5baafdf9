using System.Globalization;
using System.Security;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>What stands around the rows of a register's sheet, and the table over them.</summary>
internal sealed class SheetParts<TRow>(Register<TRow> register, Language language)
{
    // What a cell keeps free at its sides, of the width of a digit: widths are said without it.
    private const double Sides = 0.7109375;

    private readonly string _lastColumn = ColumnLetters.Of(register.Columns.Count);

    /// <summary>All that stands before the first row. A workbook opens on its first sheet.</summary>
    public string Head(int number)
    {
        var widths = string.Concat(
            register.Columns.Select(
                (c, i) =>
                    $"""<col min="{i + 1}" max="{i + 1}" width="{(c.Width + Sides).ToString(CultureInfo.InvariantCulture)}" customWidth="1"/>"""
            )
        );
        return $"""
            {BookParts.Declaration}<worksheet xmlns="{BookParts.Spreadsheet}" xmlns:r="{BookParts.Relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"{(
                number == 1 ? " tabSelected=\"1\"" : ""
            )} workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>
            """;
    }

    /// <summary>All that stands behind the last row.</summary>
    public string Tail(int lastRow) =>
        $"""
            </sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:{_lastColumn}{lastRow}" numberStoredAsText="1"/></ignoredErrors><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>
            """;

    /// <summary>A sheet that has been written.</summary>
    /// <param name="number">Its place in the workbook.</param>
    /// <param name="ofRegister">Its place in the register, from 1.</param>
    /// <param name="lastRow">Of its table.</param>
    /// <param name="lastPrinted">Of its totals, where there are any.</param>
    public WrittenSheet Written(int number, int ofRegister, int rows, int lastRow, int lastPrinted)
    {
        var name = register.Sheet.In(language);
        var printed = ColumnLetters.Of(PrintedPage.ColumnsOf(register.Columns));
        var columns = register
            .Columns.Select((c, i) => (c.Key, Letters: ColumnLetters.Of(i + 1)))
            .ToDictionary(c => c.Key, c => c.Letters, StringComparer.Ordinal);
        return new(
            number,
            ofRegister == 1 ? name : $"{name} {ofRegister}",
            rows,
            lastRow,
            $"$A$1:${printed}${lastPrinted}",
            Table(number, ofRegister, lastRow),
            columns
        );
    }

    private string Table(int number, int ofRegister, int lastRow)
    {
        var (range, name) = (
            $"A1:{_lastColumn}{lastRow}",
            ofRegister == 1 ? register.Table : $"{register.Table}{ofRegister}"
        );
        var columns = string.Concat(
            register.Columns.Select(
                (c, i) => $"""<tableColumn id="{i + 1}" name="{SecurityElement.Escape(c.Heading.In(language))}"/>"""
            )
        );
        return $"""{BookParts.Declaration}<table xmlns="{BookParts.Spreadsheet}" id="{number}" name="{name}" displayName="{name}" ref="{range}" totalsRowShown="0"><autoFilter ref="{range}"/><tableColumns count="{register.Columns.Count}">{columns}</tableColumns></table>""";
    }
}
