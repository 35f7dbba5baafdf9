using System.IO.Compression;
using System.Security;
using System.Text;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>The small parts around the sheets of a register that goes out by itself.</summary>
internal static class BookParts
{
    /// <summary>What a part begins with.</summary>
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Of sheets and tables.</summary>
    public const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Of ties between parts.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Where the workbook is.</summary>
    public static string RootRelations { get; } = RelationsOf([("officeDocument", "xl/workbook.xml")]);

    /// <summary>Ties a sheet to its table.</summary>
    public static string SheetRelations(int number) => RelationsOf([("table", $"../tables/table{number}.xml")]);

    /// <summary>The workbook: its sheets, what is printed of them, and that formulas are calculated when it is opened.</summary>
    public static string Workbook(IReadOnlyList<WrittenSheet> sheets)
    {
        string Each(Func<WrittenSheet, string> xml) => string.Concat(sheets.Select(xml));
        string Named(WrittenSheet sheet, string name, string range) =>
            $"""<definedName name="_xlnm.{name}" localSheetId="{sheet.Number - 1}">{SecurityElement.Escape(range)}</definedName>""";
        var entries = Each(s =>
            $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{s.Number}" r:id="rId{s.Number}"/>"""
        );
        var names = Each(s => Named(s, "Print_Area", s.PrintArea)) + Each(s => Named(s, "Print_Titles", s.PrintTitles));
        return $"""{Declaration}<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><bookViews><workbookView/></bookViews><sheets>{entries}</sheets><definedNames>{names}</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>""";
    }

    /// <summary>Ties the workbook to its sheets and styles.</summary>
    public static string WorkbookRelations(IReadOnlyList<WrittenSheet> sheets) =>
        RelationsOf([
            .. sheets.Select(s => ("worksheet", $"worksheets/sheet{s.Number}.xml")),
            ("styles", "styles.xml"),
        ]);

    /// <summary>What each part is.</summary>
    public static string ContentTypes(IReadOnlyList<WrittenSheet> sheets) =>
        $"""
            {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(
                sheets.Select(s =>
                    $"""<Override PartName="/xl/worksheets/sheet{s.Number}.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/tables/table{s.Number}.xml" ContentType="{Types}.table+xml"/>"""
                )
            )}</Types>
            """;

    /// <summary>Puts a part into an archive.</summary>
    public static async Task WriteAsync(ZipArchive zip, string name, string xml, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(xml), cancellationToken);
    }

    private static string RelationsOf(IReadOnlyList<(string Type, string Target)> targets) =>
        $"""{Declaration}<Relationships xmlns="{Package}/relationships">{string.Concat(targets.Select((t, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/{t.Type}" Target="{t.Target}"/>"""))}</Relationships>""";
}
