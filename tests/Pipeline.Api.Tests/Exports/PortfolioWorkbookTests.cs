using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Workbooks;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Exports;

/// <summary>The portfolio's workbook, reopened by another reader, recalculated by another program, and held against the dashboard.</summary>
[UseCases(typeof(GetPortfolioReport))]
public sealed class PortfolioWorkbookTests(DemoApi api, ITestOutputHelper output) : IClassFixture<DemoApi>, IDisposable
{
    private static readonly string[] English =
    [
        "Summary",
        "Projects",
        "Transitions",
        "Plan",
        "Commitments",
        "Deliveries",
        "Ratios",
        "Evaluations",
        "Agreements",
        "Evaluation plan",
        "Economics",
        "Alliances",
        "Impacts",
        "Indicators",
        "Territories",
        "Risks",
        "Progress",
        "Cohorts",
        "Observatory",
        "Definitions",
    ];
    private static readonly string[] French =
    [
        "Synthèse",
        "Projets",
        "Passages",
        "Plan",
        "Engagements",
        "Versements",
        "Ratios",
        "Évaluations",
        "Conventions",
        "Plan d'évaluation",
        "Modèle économique",
        "Alliances",
        "Impacts",
        "Indicateurs",
        "Territoires",
        "Risques",
        "Avancement",
        "Promotions",
        "Observatoire",
        "Définitions",
    ];
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-workbook-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task It_has_the_nine_sheets_and_those_of_modules_and_no_fault_that_Office_would_repair(string language)
    {
        using var book = await BookAsync(language);
        book.Sheets.Should().Equal(language == "fr" ? French : English);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book.Document)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
            .Should()
            .BeEmpty();
        book.Part(book.Sheets[0]).DrawingsPart!.ChartParts.Should().HaveCount(3);
    }

    [Fact]
    public async Task Registers_are_tables_with_filters_frozen_headings_and_print_titles()
    {
        using var book = await BookAsync("en");
        foreach (var sheet in English[1..^1])
        {
            var part = book.Part(sheet);
            var table = part.TableDefinitionParts.Single().Table;
            table.AutoFilter.Should().NotBeNull("{0} can be filtered", sheet);
            (
                part.Worksheet.Descendants<Pane>().Single().State!.Value
                is PaneStateValues.Frozen
                    or PaneStateValues.FrozenSplit
            )
                .Should()
                .BeTrue("the heading of {0} stays", sheet);
            part.Worksheet.Descendants<Column>().Should().OnlyContain(c => c.CustomWidth!.Value && c.Width! > 3);
            book.Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
                .Select(n => (n.Name!.Value, n.Text.Split('!')[0].Trim('\'')))
                .Should()
                .Contain(("_xlnm.Print_Titles", sheet))
                .And.Contain(("_xlnm.Print_Area", sheet));
        }
        book.Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Where(n => n.Name == "_xlnm.Print_Titles")
            .Should()
            .HaveCount(English.Length - 2)
            .And.OnlyContain(
                n => n.Text.EndsWith("!$1:$1", StringComparison.Ordinal),
                "other programs than Excel repeat fixed rows alone"
            );
    }

    [Theory]
    [InlineData("en", "Plan", "Commitments", "Deliveries", "Lever", "Nature")]
    [InlineData("fr", "Plan", "Engagements", "Versements", "Levier", "Forme")]
    public async Task Rows_of_a_table_are_one_line_and_what_is_named_from_a_list_fits_its_column(
        string language,
        string plan,
        string commitments,
        string deliveries,
        string lever,
        string nature
    )
    {
        using var book = await BookAsync(language);
        var formats = book
            .Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ToList();
        foreach (var sheet in new[] { plan, commitments, deliveries })
        {
            var columns = book.Part(sheet).Worksheet.Descendants<Column>().ToList();
            columns.Select(c => c.Min!.Value).Should().BeInAscendingOrder();
            foreach (var (heading, cell) in book.Table(sheet).SelectMany(row => row))
            {
                (formats[(int)cell.StyleIndex!.Value].Alignment?.WrapText?.Value ?? false)
                    .Should()
                    .BeFalse("{0} of {1} would run into the row below", cell.CellReference, sheet);
                if (heading != lever && heading != nature)
                    continue;
                var at = (uint)(cell.CellReference!.Value![0] - 'A' + 1);
                // A letter is narrower than the digit that widths are counted in, on average by a quarter.
                columns
                    .Single(c => c.Min! <= at && at <= c.Max!)
                    .Width!.Value.Should()
                    .BeGreaterThan(book.TextOf(cell).Length * 0.75);
            }
        }
    }

    [Fact]
    public async Task Numbers_are_numbers_dates_are_dates_and_names_stand_beside_ids()
    {
        using var book = await BookAsync("en");
        var projects = book.Table("Projects");
        projects.Should().HaveCount(12);
        foreach (var project in projects)
        {
            Book.NumberOf(project["Committed"]);
            book.FormatOf(project["Committed"]).Should().Contain("0.00");
            DateTime
                .FromOADate((double)Book.NumberOf(project["Started"]))
                .Should()
                .BeBefore(DateTime.FromOADate(100_000))
                .And.BeAfter(new DateTime(1990, 1, 1));
            book.FormatOf(project["Started"]).Should().Be("yyyy-mm-dd");
            Guid.TryParse(book.TextOf(project["Id"]), out _).Should().BeTrue();
            book.TextOf(project["Owner"]).Should().NotBeEmpty();
        }
        book.Table("Commitments")
            .Should()
            .OnlyContain(c => book.TextOf(c["Project"]).Length > 0 && book.TextOf(c["Funder"]).Length > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2020-01-01")]
    public async Task Its_figures_are_the_dashboards_to_the_cent(string query)
    {
        var id = await api.PortfolioAsync();
        var dashboard = (await api.Administrator.GetAsync($"portfolios/{id}/dashboard{query}")).ShouldBe(200);
        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{id}/report.xlsx{query}")).ShouldBe(200).Bytes
        );

        decimal Sum(string sheet, string column) =>
            book.Table(sheet).Where(r => r.ContainsKey(column)).Sum(r => decimal.Round(Book.NumberOf(r[column]), 2));
        (Sum("Plan", "Planned"), Sum("Commitments", "Committed"), Sum("Deliveries", "Delivered"))
            .Should()
            .Be(
                (
                    dashboard.Figure("totals.planned.amount")!.Value,
                    dashboard.Figure("totals.committed.amount")!.Value,
                    dashboard.Figure("totals.delivered.amount")!.Value
                )
            );
        book.Table("Projects").Should().HaveCount(dashboard.Number("projects.total"));
        foreach (
            var (sheet, row) in new[] { ("Plan", "planned"), ("Commitments", "committed"), ("Deliveries", "delivered") }
        )
            book.Formulas(sheet)
                .Values.Where(f => f.Formula.StartsWith("SUBTOTAL(109", StringComparison.Ordinal))
                .Select(f => decimal.Parse(f.Value, CultureInfo.InvariantCulture))
                .Should()
                .Contain(dashboard.Figure($"totals.{row}.amount")!.Value);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_formula_recalculated_by_LibreOffice_gives_the_value_that_is_stored(string language)
    {
        if (!LibreOffice.IsInstalled)
        {
            output.WriteLine("LibreOffice (soffice) is not installed: the recalculation did NOT run.");
            return;
        }
        using var stored = await BookAsync(language);
        using var recalculated = Book.Open(await RecalculateAsync(language));
        var compared = 0;
        foreach (var sheet in stored.Sheets)
        {
            var anew = recalculated.Formulas(sheet);
            foreach (var (cell, (formula, value)) in stored.Formulas(sheet))
            {
                value
                    .Should()
                    .NotBeEmpty(
                        "{0}!{1} ={2} shows something to a reader that does not calculate",
                        sheet,
                        cell,
                        formula
                    );
                var (expected, actual) = (Number(value), Number(anew[cell].Value));
                actual
                    .Should()
                    .BeApproximately(
                        expected,
                        expected is > -2 and < 2 ? 0.00005 : 0.001,
                        "of {0}!{1} ={2}",
                        sheet,
                        cell,
                        formula
                    );
                compared++;
            }
        }
        compared.Should().BeGreaterThan(100, "the summary lives on formulas");
    }

    [Fact]
    public async Task LibreOffice_prints_it()
    {
        if (!LibreOffice.IsInstalled)
        {
            output.WriteLine("LibreOffice (soffice) is not installed: the printing did NOT run.");
            return;
        }
        var file = Path.Combine(_folder, "book.xlsx");
        await File.WriteAllBytesAsync(file, (await ReportAsync("en")).Bytes);
        var pdf = await File.ReadAllBytesAsync(await LibreOffice.ConvertAsync(file, "pdf", _folder));
        pdf.Take(5).Should().Equal("%PDF-"u8.ToArray());
        pdf.Length.Should().BeGreaterThan(50_000, "nine sheets with three charts fill some pages");
    }

    [Fact]
    public async Task It_says_what_was_asked_and_defines_every_column()
    {
        using var book = Book.Open(
            (
                await api.Administrator.GetAsync(
                    $"portfolios/{await api.PortfolioAsync()}/report.xlsx?asOf=2021-05-04&knownAt=2026-11-20T00:00:00Z"
                )
            )
                .ShouldBe(200)
                .Bytes
        );
        var texts = book.Cells("Definitions").Select(book.TextOf).ToList();
        texts.Should().Contain(["2021-05-04", "2026-11-20T00:00:00Z", "none: the whole portfolio"]);
        texts.Should().ContainSingle(text => text.Contains("this product's defaults: 10%, 3, 14"));
        foreach (var sheet in English[1..8])
            book.Part(sheet)
                .TableDefinitionParts.Single()
                .Table.TableColumns!.Elements<TableColumn>()
                .Select(c => c.Name!.Value)
                .Should()
                .BeSubsetOf(texts, "every column of {0} is defined", sheet);
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_stays_text()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        string[] evil = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")"];
        var territories = evil.Select(name => new { name, level = "local" });
        (
            await api.Administrator.PutAsync($"{project.Path}/territories", territories, await project.ETagAsync())
        ).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                project.Path,
                new
                {
                    name = evil[0],
                    summary = evil[4],
                    socioEconomicModel = "operator",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                },
                await project.ETagAsync()
            )
        ).ShouldBe(200);

        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx")).ShouldBe(200).Bytes
        );
        var row = book.Table("Projects").Single();
        book.TextOf(row["Project"]).Should().Be(evil[0]);
        book.TextOf(row["Summary"]).Should().Be(evil[4]);
        book.Formulas("Projects")
            .Values.Should()
            .OnlyContain(f => f.Formula.StartsWith("SUBTOTAL(", StringComparison.Ordinal));
        (row["Project"].DataType!.Value is CellValues.SharedString or CellValues.InlineString).Should().BeTrue();
    }

    [Theory]
    [InlineData("Projects", "projects")]
    [InlineData("Transitions", "transitions")]
    [InlineData("Commitments", "commitments")]
    [InlineData("Deliveries", "deliveries")]
    public async Task A_register_is_in_the_workbook_what_it_is_by_itself(string sheet, string register)
    {
        using var book = await BookAsync("en");
        using var alone = Book.Open(
            (
                await api.Administrator.GetAsync(
                    $"{register}/export.xlsx?lang=en&sort=code&portfolioId={await api.PortfolioAsync()}"
                )
            )
                .ShouldBe(200)
                .Bytes
        );
        static IEnumerable<string> Cells(Book book, string sheet) =>
            book.Cells(sheet).Select(c => $"{c.CellReference}: {c.InnerText} as {book.LookOf(c)}");
        Cells(book, sheet).Should().Equal(Cells(alone, sheet)).And.HaveCountGreaterThan(100);
        book.Part(sheet)
            .Worksheet.Descendants<Column>()
            .Select(c => c.Width!.Value)
            .Should()
            .Equal(alone.Part(sheet).Worksheet.Descendants<Column>().Select(c => c.Width!.Value));
    }

    [Fact]
    public async Task Designed_sheets_keep_their_look_beside_the_registers()
    {
        using var book = await BookAsync("en");
        string Look(string sheet, string cell) => book.LookOf(book.Cells(sheet).Single(c => c.CellReference == cell));
        Look("Summary", "A1").Should().Be("General, 20 bold FF12436D, fill , bottom None");
        Look("Summary", "B6").Should().Be("#,##0.00;[Red]-#,##0.00, 16 bold FF1F2A37, fill FFEEF3F8, bottom Thin");
        Look("Summary", "A9").Should().Be("General, 10 bold FFFFFFFF, fill FF12436D, bottom None");
        Look("Summary", "H11").Should().Be("0.0%, 10 FF1F2A37, fill , bottom Thin");
        Look("Definitions", "A2").Should().Be("General, 10 bold FF1F2A37, fill , bottom None");
        Look("Projects", "A1").Should().Be("@, 10 bold FFFFFFFF, fill FF12436D, bottom Thin");
    }

    [Fact]
    public async Task A_register_longer_than_a_sheet_goes_on_in_the_next_one_and_counts_in_the_summary()
    {
        await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        var report = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new GetPortfolioReport(await api.PortfolioAsync(), null, null, Language.En));
        var stream = new AsyncOnlyStream();
        var rows = await new WorkbookWriter { RowsPerSheet = 5 }.WriteAsync(report, stream, default);

        using var book = Book.Open(stream.Bytes);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book.Document)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
            .Should()
            .BeEmpty();
        book.Sheets.Should()
            .StartWith(["Summary", "Projects", "Projects 2", "Projects 3", "Transitions"])
            .And.EndWith("Definitions");
        book.Formulas("Summary")["A6"]
            .Should()
            .Be(("COUNTA('Projects'!$A$2:$A$6)+COUNTA('Projects 2'!$A$2:$A$6)+COUNTA('Projects 3'!$A$2:$A$3)", "12"));
        book.Sheets.Where(s => s is not ("Summary" or "Definitions"))
            .Sum(s => book.Table(s).Count)
            .Should()
            .Be((int)rows);
        decimal Sum(string sheet) =>
            book
                .Sheets.Where(s => s.StartsWith(sheet, StringComparison.Ordinal))
                .Sum(s => book.Table(s).Sum(r => Book.NumberOf(r["Delivered"])));
        Sum("Deliveries").Should().Be(report.Dashboard.Totals.Delivered.Amount).And.Be(Sum("Commitments"));
    }

    [Theory]
    [InlineData("lang=de", "lang")]
    [InlineData("asOf=tomorrow", "asOf")]
    [InlineData("asOf=9999-12-31", "asOf")]
    public async Task A_report_that_cannot_be(string query, string field) =>
        (await api.Administrator.GetAsync($"portfolios/{await api.PortfolioAsync()}/report.xlsx?{query}"))
            .ShouldBe(422)
            .Text("errors.0.field")
            .Should()
            .Be(field);

    [Fact]
    public async Task An_empty_portfolio_has_its_workbook_too()
    {
        var fund = await Fund.OpenAsync(api);
        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx")).ShouldBe(200).Bytes
        );
        book.Sheets.Should().Equal([.. English[..8], English[^1]], "modules that it does not use have no sheets");
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book.Document).Should().BeEmpty();
    }

    private async Task<Reply> ReportAsync(string language) =>
        (
            await api.Administrator.GetAsync($"portfolios/{await api.PortfolioAsync()}/report.xlsx?lang={language}")
        ).ShouldBe(200);

    private async Task<Book> BookAsync(string language) => Book.Open((await ReportAsync(language)).Bytes);

    // Without the stored values there is nothing for LibreOffice to show but what it calculates itself.
    private async Task<byte[]> RecalculateAsync(string language)
    {
        var file = Path.Combine(_folder, "formulas.xlsx");
        await File.WriteAllBytesAsync(file, (await ReportAsync(language)).Bytes);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var part in document.WorkbookPart!.WorksheetParts)
            {
                foreach (var cell in part.Worksheet.Descendants<Cell>().Where(c => c.CellFormula is not null))
                    cell.CellValue = null;
                part.Worksheet.Save();
            }
        }
        // By way of another format, since a conversion from a format into itself may be a copy.
        var calculated = await LibreOffice.ConvertAsync(file, "ods", _folder);
        return await File.ReadAllBytesAsync(await LibreOffice.ConvertAsync(calculated, "xlsx", _folder));
    }

    private static double Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
