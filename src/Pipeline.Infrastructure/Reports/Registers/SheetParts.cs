using System.Globalization;
using System.Security;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Reports.Tables;

namespace Pipeline.Infrastructure.Reports.Registers;

/// <summary>A sheet that has been written: what the parts written after it have to know of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">On its tab.</param>
/// <param name="LastRow">Last row of its table, from 1; the heading is row 1.</param>
/// <param name="LastPrinted">Last row that is printed: of the totals, where there are any.</param>
internal sealed record WrittenSheet(int Number, string Name, int LastRow, int LastPrinted);

/// <summary>The small parts of a workbook, which are written after the sheets because they tell how long these have become.</summary>
internal sealed class SheetParts<TRow>(Register<TRow> register, Language language)
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Where the workbook is.</summary>
    public static string RootRelations { get; } = RelationsOf([("officeDocument", "xl/workbook.xml")]);

    /// <summary>A column's letters, from 1: A, Z, AA.</summary>
    public static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : $"{Letters((column - 1) / 26)}{(char)('A' + (column - 1) % 26)}";

    /// <summary>All that stands before the first row.</summary>
    public string SheetHead(int number)
    {
        var widths = string.Concat(register.Columns.Select((c, i) => $"""<col min="{i + 1}" max="{i + 1}" width="{c.Width.ToString(CultureInfo.InvariantCulture)}" customWidth="1"/>"""));
        return $"""
            {Declaration}<worksheet xmlns="{Spreadsheet}" xmlns:r="{Relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"{(number == 1 ? " tabSelected=\"1\"" : "")} workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>{widths}</cols><sheetData>
            """;
    }

    /// <summary>All that stands behind the last row.</summary>
    public string SheetTail(int lastRow) => $"""
        </sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:{Letters(register.Columns.Count)}{lastRow}" numberStoredAsText="1"/></ignoredErrors><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>
        """;

    /// <summary>Ties a sheet to its table.</summary>
    public static string SheetRelations(int number) => RelationsOf([("table", $"../tables/table{number}.xml")]);

    /// <summary>The table over a sheet's rows, with its filter.</summary>
    public string Table(WrittenSheet sheet)
    {
        var (range, name) = ($"A1:{Letters(register.Columns.Count)}{sheet.LastRow}", sheet.Number == 1 ? register.Table : $"{register.Table}{sheet.Number}");
        var columns = string.Concat(register.Columns.Select((c, i) => $"""<tableColumn id="{i + 1}" name="{SecurityElement.Escape(c.Heading.In(language))}"/>"""));
        return $"""{Declaration}<table xmlns="{Spreadsheet}" id="{sheet.Number}" name="{name}" displayName="{name}" ref="{range}" totalsRowShown="0"><autoFilter ref="{range}"/><tableColumns count="{register.Columns.Count}">{columns}</tableColumns></table>""";
    }

    /// <summary>The workbook: its sheets, what is printed of them, and that formulas are calculated when it is opened.</summary>
    public string Workbook(IReadOnlyList<WrittenSheet> sheets)
    {
        var printed = Letters(PrintedPage.ColumnsOf(register.Columns));
        string Each(Func<WrittenSheet, string> xml) => string.Concat(sheets.Select(xml));
        var entries = Each(s => $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{s.Number}" r:id="rId{s.Number}"/>""");
        var areas = Each(s => $"""<definedName name="_xlnm.Print_Area" localSheetId="{s.Number - 1}">'{SecurityElement.Escape(s.Name)}'!$A$1:${printed}${s.LastPrinted}</definedName>""");
        var titles = Each(s => $"""<definedName name="_xlnm.Print_Titles" localSheetId="{s.Number - 1}">'{SecurityElement.Escape(s.Name)}'!$1:$1</definedName>""");
        return $"""{Declaration}<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><bookViews><workbookView/></bookViews><sheets>{entries}</sheets><definedNames>{areas}{titles}</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>""";
    }

    /// <summary>Ties the workbook to its sheets and styles.</summary>
    public static string WorkbookRelations(IReadOnlyList<WrittenSheet> sheets) =>
        RelationsOf([.. sheets.Select(s => ("worksheet", $"worksheets/sheet{s.Number}.xml")), ("styles", "styles.xml")]);

    /// <summary>What each part is.</summary>
    public static string ContentTypes(IReadOnlyList<WrittenSheet> sheets) => $"""
        {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(sheets.Select(s => $"""<Override PartName="/xl/worksheets/sheet{s.Number}.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/tables/table{s.Number}.xml" ContentType="{Types}.table+xml"/>"""))}</Types>
        """;

    private static string RelationsOf(IReadOnlyList<(string Type, string Target)> targets) =>
        $"""{Declaration}<Relationships xmlns="{Package}/relationships">{string.Concat(targets.Select((t, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/{t.Type}" Target="{t.Target}"/>"""))}</Relationships>""";
}
