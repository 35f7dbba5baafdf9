using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Api.Tests.Common;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Exports;

/// <summary>Registers as workbooks, over the demonstration: reopened by another reader, and recalculated by another program.</summary>
public sealed class RegisterWorkbookTests(DemoApi api, ITestOutputHelper output) : IClassFixture<DemoApi>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-register-").FullName;

    public static TheoryData<string, string, string, string> Registers =>
        new()
        {
            { "projects", "en", "Projects", "Code" },
            { "projects", "fr", "Projets", "Projet" },
            { "transitions", "en", "Transitions", "Move" },
            { "transitions", "fr", "Passages", "Passage" },
            { "commitments", "en", "Commitments", "Funder" },
            { "commitments", "fr", "Engagements", "Financeur" },
            { "deliveries", "en", "Deliveries", "Delivered on" },
            { "deliveries", "fr", "Versements", "Versé le" },
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task It_is_a_table_with_filter_frozen_heading_and_print_titles_and_Office_has_nothing_to_repair(
        string register,
        string language,
        string sheet,
        string heading
    )
    {
        using var book = await BookAsync(register, $"?lang={language}");
        book.Sheets.Should().Equal(sheet);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book.Document)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
            .Should()
            .BeEmpty();
        var part = book.Part(sheet);
        var table = part.TableDefinitionParts.Single().Table;
        table.AutoFilter!.Reference!.Value.Should().Be(table.Reference!.Value);
        var headings = RegisterFile.TextsOf(part.Worksheet.Descendants<Row>().First());
        headings
            .Should()
            .Equal(table.TableColumns!.Elements<TableColumn>().Select(c => c.Name!.Value))
            .And.Contain(heading);
        var pane = part.Worksheet.Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value).Should().Be((PaneStateValues.Frozen, 1d));
        part.Worksheet.Descendants<Column>()
            .Should()
            .HaveCount(headings.Count)
            .And.OnlyContain(c => c.CustomWidth!.Value && c.Width! > 3);
        book.Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Select(n => n.Name!.Value)
            .Should()
            .Equal("_xlnm.Print_Area", "_xlnm.Print_Titles");
    }

    [Theory]
    [InlineData("projects", 12)]
    [InlineData("commitments", 20)]
    [InlineData("deliveries", 20)]
    [InlineData("transitions", 20)]
    public async Task Numbers_are_numbers_and_dates_are_dates(string register, int atLeast)
    {
        using var book = await BookAsync(register);
        var formats = new HashSet<string>();
        var cells = book.Cells(book.Sheets[0]).Where(c => c.CellValue is not null).ToList();
        foreach (var cell in cells)
        {
            var (number, format) = (Book.NumberOf(cell), book.FormatOf(cell));
            formats.Add(format);
            if (format.StartsWith("yyyy", StringComparison.Ordinal))
                DateTime.FromOADate((double)number).Year.Should().BeInRange(1990, 2100, "of {0}", cell.CellReference);
        }
        cells.Should().HaveCountGreaterThan(atLeast);
        formats.Should().Contain("yyyy-mm-dd");
        if (register == "transitions")
            formats.Should().Contain(["yyyy-mm-dd hh:mm", "#,##0"]);
        else
            formats.Should().Contain("#,##0.00;[Red]-#,##0.00");
        RegisterFile
            .OfWorkbook((await api.Administrator.GetAsync($"{register}/export.xlsx")).Bytes)
            .Rows.Should()
            .HaveCountGreaterThanOrEqualTo(Math.Min(atLeast, 12));
    }

    [Fact]
    public async Task Totals_follow_the_filter_and_show_their_value_to_readers_that_do_not_calculate()
    {
        foreach (
            var (register, column, letter) in new[]
            {
                ("projects", "Committed", "J"),
                ("commitments", "Committed", "H"),
                ("deliveries", "Delivered", "D"),
            }
        )
        {
            var bytes = (await api.Administrator.GetAsync($"{register}/export.xlsx")).ShouldBe(200).Bytes;
            using var book = Book.Open(bytes);
            var file = RegisterFile.OfWorkbook(bytes);
            var last = file.Rows.Count + 1;
            var (formula, value) = book.Formulas(book.Sheets[0])[$"{letter}{last + 2}"];
            formula.Should().Be($"SUBTOTAL(109,{letter}2:{letter}{last})");
            decimal.Parse(value, CultureInfo.InvariantCulture).Should().Be(file.Sum(column)).And.BePositive();
        }
    }

    [Fact]
    public async Task An_empty_register_is_a_whole_workbook()
    {
        foreach (var register in new[] { "projects", "transitions", "commitments", "deliveries" })
        {
            using var book = await BookAsync(register, "?q=nothing%20like%20it");
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book.Document).Should().BeEmpty();
            book.Part(book.Sheets[0]).TableDefinitionParts.Single().Table.Reference!.Value.Should().EndWith("2");
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task LibreOffice_reads_the_same_cells_and_calculates_the_same_totals(
        string register,
        string language,
        string sheet,
        string heading
    )
    {
        if (!LibreOffice.IsInstalled)
        {
            output.WriteLine("LibreOffice (soffice) is not installed: the comparison did NOT run.");
            return;
        }
        using var written = await BookAsync(register, $"?lang={language}");
        using var read = Book.Open(await ReadByLibreOfficeAsync(register, language));
        var cells = read.Cells(read.Sheets.Single()).ToDictionary(c => c.CellReference!.Value!);
        var compared = 0;
        // LibreOffice keeps 15 digits of an instant: a tenth of a second.
        foreach (var cell in written.Cells(sheet))
        {
            var same = cells.GetValueOrDefault(cell.CellReference!.Value!);
            if (cell.CellValue is not null)
                Book.NumberOf(same!)
                    .Should()
                    .BeApproximately(Book.NumberOf(cell), 0.000001m, "of {0}", cell.CellReference);
            else
                (same is null ? "" : read.TextOf(same))
                    .Should()
                    .Be(cell.InlineString?.Text?.Text ?? "", "of {0}", cell.CellReference);
            compared++;
        }
        compared.Should().BeGreaterThan(100);
        cells.Values.Select(read.TextOf).Should().Contain(heading);
        if (register != "transitions")
            read.Formulas(read.Sheets.Single()).Values.Should().OnlyContain(f => f.Value.Length > 0).And.NotBeEmpty();
    }

    private async Task<Book> BookAsync(string register, string query = "") =>
        Book.Open((await api.Administrator.GetAsync($"{register}/export.xlsx{query}")).ShouldBe(200).Bytes);

    // Without the stored values there is nothing for LibreOffice to show but what it calculates itself.
    private async Task<byte[]> ReadByLibreOfficeAsync(string register, string language)
    {
        var file = Path.Combine(_folder, "register.xlsx");
        await File.WriteAllBytesAsync(
            file,
            (await api.Administrator.GetAsync($"{register}/export.xlsx?lang={language}")).ShouldBe(200).Bytes
        );
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var worksheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
            foreach (var cell in worksheet.Descendants<Cell>().Where(c => c.CellFormula is not null))
                cell.CellValue = null;
            worksheet.Save();
        }
        // By way of another format, since a conversion from a format into itself may be a copy.
        return await File.ReadAllBytesAsync(
            await LibreOffice.ConvertAsync(await LibreOffice.ConvertAsync(file, "ods", _folder), "xlsx", _folder)
        );
    }
}
