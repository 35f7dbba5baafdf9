using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Application.Reports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Reports.Tables;

namespace Pipeline.Infrastructure.Reports;

/// <summary>The sheets' names, in the order they stand.</summary>
internal sealed record SheetNames(string Summary, string Projects, string Transitions, string Plan, string Commitments, string Deliveries, string Ratios, string Evaluations, string Definitions)
{
    public static SheetNames In(Language language) => language == Language.Fr
        ? new("Synthèse", "Projets", "Passages", "Plan", "Engagements", "Versements", "Ratios", "Évaluations", "Définitions")
        : new("Summary", "Projects", "Transitions", "Plan", "Commitments", "Deliveries", "Ratios", "Evaluations", "Definitions");
}

/// <summary>The portfolio's workbook: sheets by ClosedXML, then charts, cached values and repairs by the Open XML SDK (docs/adr/0004).</summary>
internal sealed class WorkbookWriter : IWorkbookWriter
{
    public void Write(PortfolioReport report, Stream target)
    {
        var (language, names, cached) = (report.Language, SheetNames.In(report.Language), new CachedValues());
        using var book = new XLWorkbook { CalculateMode = XLCalculateMode.Auto, FullCalculationOnLoad = true };
        book.Properties.Title = report.Dashboard.Portfolio.Name;
        book.Properties.Author = "Pipeline";
        var summary = book.AddWorksheet(names.Summary);
        var projects = RegisterSheet.Write(book, names.Projects, "Projects", Columns.Projects, report.Projects, language, cached);
        RegisterSheet.Write(book, names.Transitions, "Transitions", Columns.Transitions, report.Transitions, language, cached);
        var plan = RegisterSheet.Write(book, names.Plan, "PlanLines", Columns.Plan, report.Plan, language, cached);
        var commitments = RegisterSheet.Write(book, names.Commitments, "Commitments", Columns.Commitments, report.Commitments, language, cached);
        var deliveries = RegisterSheet.Write(book, names.Deliveries, "Deliveries", Columns.Deliveries, report.Deliveries, language, cached);
        RegisterSheet.Write(book, names.Ratios, "RatioLines", Columns.Ratios, report.Ratios, language, cached);
        RegisterSheet.Write(book, names.Evaluations, "Evaluations", Columns.Evaluations, report.Evaluations, language, cached);
        new DefinitionsSheet(book.AddWorksheet(names.Definitions), report).Write(names);
        var anchors = new SummarySheet(summary, report, cached).Write(projects, plan, commitments, deliveries);
        summary.SetTabActive();
        book.SaveAs(target);

        target.Position = 0;
        using var document = SpreadsheetDocument.Open(target, isEditable: true);
        cached.WriteInto(document.WorkbookPart!);
        SummaryCharts.Add(document.WorkbookPart!, names.Summary, anchors, language);
        Repairs.Make(document.WorkbookPart!);
    }
}
