using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Application.Exports;
using Pipeline.Application.Modules;
using Pipeline.Infrastructure.Files.Registers;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>
/// Everything of the portfolio's workbook but the sheets of its registers, as a package: summary and definitions by ClosedXML, then charts, values of
/// formulas and repairs by the Open XML SDK. Registers stand in it as empty sheets, whose place those that were written take.
/// </summary>
internal static class DesignedBook
{
    /// <summary>Makes it, beginning at its beginning.</summary>
    /// <param name="sheets">Of registers, in their order.</param>
    /// <param name="modules">Those of them that are modules'.</param>
    public static MemoryStream Make(
        PortfolioReport report,
        IReadOnlyList<WrittenSheet> sheets,
        IReadOnlyList<ModuleSheet> modules,
        WorkbookTotals books
    )
    {
        var (language, names) = (report.Language, Tables.SheetNames.In(report.Language));
        using var book = new XLWorkbook { CalculateMode = XLCalculateMode.Auto, FullCalculationOnLoad = true };
        book.Properties.Title = report.Dashboard.Portfolio.Name;
        book.Properties.Author = "Pipeline";
        var summary = new SummarySheet(book.AddWorksheet(names.Summary), report, books);
        foreach (var sheet in sheets)
            book.AddWorksheet(sheet.Name);
        new DefinitionsSheet(book.AddWorksheet(names.Definitions), report, modules).Write(names);
        var anchors = summary.Write();
        book.Worksheet(names.Summary).SetTabActive();
        var package = new MemoryStream();
        book.SaveAs(package);

        package.Position = 0;
        using (var document = SpreadsheetDocument.Open(package, isEditable: true))
        {
            var workbook = document.WorkbookPart!;
            WorksheetPart[] designed = [PartOf(workbook, names.Summary), PartOf(workbook, names.Definitions)];
            summary.PutValues(designed[0].Worksheet);
            SummaryCharts.Add(designed[0], names.Summary, anchors, language);
            foreach (var sheet in sheets)
                Enter(workbook, sheet);
            MergedStyles.Merge(workbook.WorkbookStylesPart!, designed.Select(d => d.Worksheet));
            Repairs.Make(workbook, designed);
            Repairs.Settle(document);
        }
        package.Position = 0;
        return package;
    }

    // What the workbook knows of a register's sheet: its table, and what is printed of it.
    private static void Enter(WorkbookPart workbook, WrittenSheet sheet)
    {
        using var table = new MemoryStream(Encoding.UTF8.GetBytes(sheet.Table));
        PartOf(workbook, sheet.Name).AddNewPart<TableDefinitionPart>("rId1").FeedData(table);
        var index = (uint)sheet.Number - 1;
        workbook.Workbook.DefinedNames!.Append(
            new DefinedName(sheet.PrintArea) { Name = "_xlnm.Print_Area", LocalSheetId = index },
            new DefinedName(sheet.PrintTitles) { Name = "_xlnm.Print_Titles", LocalSheetId = index }
        );
    }

    private static WorksheetPart PartOf(WorkbookPart workbook, string name) =>
        (WorksheetPart)
            workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().Single(s => s.Name!.Value == name).Id!.Value!);
}
