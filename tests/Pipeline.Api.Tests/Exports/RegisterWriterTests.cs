using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Registers;

namespace Pipeline.Api.Tests.Exports;

/// <summary>The writer by itself: texts that would be formulas, long registers, several currencies, nobody left to read.</summary>
public sealed class RegisterWriterTests
{
    public static TheoryData<string> Formulas =>
        [
            "=1+1",
            "=HYPERLINK(\"http://example.org\",\"Click\")",
            "+1+1",
            "-1+1",
            "-2+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "=",
            "-",
            "--1",
            "-12,50 EUR",
        ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task What_begins_like_a_formula_stays_text_in_every_text_cell(string evil)
    {
        foreach (var bytes in await WorkbooksAsync(evil))
        {
            using var book = Book.Open(bytes);
            var sheet = book.Sheets.Single();
            var cells = book.Cells(sheet).Where(c => c.InlineString?.Text?.Text == evil).ToList();
            cells.Should().HaveCountGreaterThanOrEqualTo(5, "each text of the row is there as it was");
            var formats = book
                .Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
                .ToList();
            cells
                .Should()
                .OnlyContain(
                    c => formats[(int)c.StyleIndex!.Value].QuotePrefix!.Value,
                    "it stays text when somebody edits the cell"
                );
            book.Formulas(sheet)
                .Values.Where(f => !f.Formula.StartsWith("SUBTOTAL(109,", StringComparison.Ordinal))
                .Should()
                .BeEmpty();
        }
        foreach (var csv in await CsvsAsync(evil))
        {
            csv.Should().Contain($"'{evil.Replace("\"", "\"\"", StringComparison.Ordinal)}");
            RegisterFile
                .OfCsv(Encoding.UTF8.GetBytes(csv))
                .Rows.SelectMany(row => row)
                .Where(v => v.Length > 0 && v[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
                .Should()
                .BeSubsetOf(["-1234.56", "-33.33", "-1.25"], "only numbers begin so");
        }
    }

    [Theory]
    [InlineData("-12.50")]
    [InlineData("+7")]
    [InlineData("-12,5")]
    [InlineData("a=b")]
    [InlineData("_x0041_ & <b> \"q\" _x_ x000D_")]
    [InlineData(" lines\r\nand\ttabs ")]
    [InlineData("Ünïcödé 🌱")]
    public async Task Any_other_text_is_what_it_was(string text)
    {
        foreach (var bytes in await WorkbooksAsync(text))
            // As spreadsheets read it: an escaped underscore is an underscore.
            RegisterFile
                .OfWorkbook(bytes)
                .Rows.Single()
                .Should()
                .Contain(text.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal));
        foreach (var csv in await CsvsAsync(text))
            RegisterFile.OfCsv(Encoding.UTF8.GetBytes(csv)).Rows.Single().Should().Contain(text);
    }

    [Fact]
    public async Task An_apostrophe_of_its_own_before_a_formula_gets_another_so_that_none_is_lost_on_the_way_back()
    {
        foreach (var bytes in await WorkbooksAsync("'=quoted already"))
            RegisterFile.OfWorkbook(bytes).Rows.Single().Should().Contain("'=quoted already");
        foreach (var csv in await CsvsAsync("'=quoted already"))
            RegisterFile
                .OfCsv(Encoding.UTF8.GetBytes(csv))
                .Rows.Single()
                .Should()
                .Contain("''=quoted already")
                .And.NotContain("'=quoted already");
    }

    [Fact]
    public async Task A_text_with_the_separator_of_another_country_is_quoted() =>
        (await CsvAsync(RegisterSamples.Project("a;=1+1"), Language.En)).Should().Contain(",\"a;=1+1\",");

    [Theory]
    [InlineData(Language.En, ",", "1234.56", "0.2205", "Modelling")]
    [InlineData(Language.Fr, ";", "1234,56", "0,2205", "Modélisation")]
    public async Task Csv_is_what_Excel_of_its_country_opens(
        Language language,
        string separator,
        string amount,
        string share,
        string phase
    )
    {
        var stream = new AsyncOnlyStream();
        await new RegisterWriter().WriteAsync(
            RegisterSamples.Come(RegisterSamples.Project("Code")),
            RegisterFormat.Csv,
            language,
            stream,
            default
        );
        stream.Bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        var lines = Encoding.UTF8.GetString(stream.Bytes)[1..].Split("\r\n");
        lines.Should().HaveCount(3).And.HaveElementAt(2, "");
        lines[1]
            .Split(separator)
            .Should()
            .ContainInOrder("Code", phase, "2024-02-29", "12", amount, amount, $"-{amount}", "EUR", share, "");
    }

    [Fact]
    public async Task Characters_that_no_spreadsheet_holds_are_left_out_and_too_long_a_text_is_cut()
    {
        var row = RegisterSamples.Project("a\u0001b\ud800c") with { Summary = new string('x', 40_000) };
        var cells = RegisterFile.OfWorkbook(await WorkbookAsync(RegisterSamples.Come(row))).Rows.Single();
        cells[0].Should().Be("abc");
        cells.Max(c => c.Length).Should().Be(32_767);
    }

    [Fact]
    public async Task A_register_longer_than_a_sheet_goes_on_in_the_next_one()
    {
        var rows = Enumerable.Range(1, 7).Select(i => RegisterSamples.Project($"P{i}")).ToArray();
        var bytes = await WorkbookAsync(RegisterSamples.Come(rows), new() { RowsPerSheet = 3 });
        using var book = Book.Open(bytes);
        book.Sheets.Should().Equal("Projects", "Projects 2", "Projects 3");
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book.Document)
            .Select(e => e.Description)
            .Should()
            .BeEmpty();
        RegisterFile.OfWorkbook(bytes).Column("Code").Should().Equal(rows.Select(r => r.Code));
        book.Part("Projects 3").TableDefinitionParts.Single().Table.Reference!.Value.Should().Be("A1:U2");
        (await CsvAsync(rows[0], Language.En)).Split("\r\n").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_register_that_ends_with_its_sheet_has_no_empty_one_behind_it()
    {
        using var book = Book.Open(
            await WorkbookAsync(
                RegisterSamples.Come(RegisterSamples.Project("1"), RegisterSamples.Project("2")),
                new() { RowsPerSheet = 2 }
            )
        );
        book.Sheets.Should().Equal("Projects");
    }

    [Fact]
    public async Task Currencies_are_never_added_up()
    {
        using var book = Book.Open(
            await WorkbookAsync(
                RegisterSamples.Come(
                    RegisterSamples.Project("a", "GBP", 100),
                    RegisterSamples.Project("b", "EUR", 250),
                    RegisterSamples.Project("c", "GBP", 1_000)
                )
            )
        );
        book.Formulas("Projects")
            .Should()
            .Contain([
                new("I6", ("SUMIF(L2:L4,\"EUR\",I2:I4)", "2.5")),
                new("I7", ("SUMIF(L2:L4,\"GBP\",I2:I4)", "11")),
                new("K7", ("SUMIF(L2:L4,\"GBP\",K2:K4)", "-11")),
            ]);
        book.Cells("Projects")
            .Select(c => c.InlineString?.Text?.Text)
            .Should()
            .ContainInOrder("Total EUR", "Total GBP")
            .And.NotContain("Total");
    }

    [Theory]
    [InlineData(RegisterFormat.Xlsx)]
    [InlineData(RegisterFormat.Csv)]
    public async Task Rows_are_not_asked_for_when_nobody_reads_any_more(RegisterFormat format)
    {
        using var left = new CancellationTokenSource();
        var endless = new EndlessRows();
        var body = new AsyncOnlyStream(written =>
        {
            if (written > 200_000)
                left.Cancel();
        });
        await FluentActions
            .Awaiting(() => new RegisterWriter().WriteAsync(endless, format, Language.En, body, left.Token))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        endless.Closed.Should().BeTrue("the query behind the rows is let go");
        // A zip ends with its directory: what was cut off must not look whole.
        if (format == RegisterFormat.Xlsx)
            FluentActions
                .Invoking(() => SpreadsheetDocument.Open(new MemoryStream(body.Bytes), false))
                .Should()
                .Throw<Exception>();
    }

    [Fact]
    public async Task What_rows_throw_comes_through_as_it_is_and_nothing_is_written_any_more()
    {
        var underWay = 0;
        // Slow enough that something is being packed whenever rows fail.
        var body = new AsyncOnlyStream(_ =>
        {
            Interlocked.Increment(ref underWay);
            Thread.SpinWait(100_000);
            Interlocked.Decrement(ref underWay);
        });
        for (var rows = 1_000; rows < 1_020; rows++)
        {
            await FluentActions
                .Awaiting(() =>
                    new RegisterWriter().WriteAsync(Failing(rows), RegisterFormat.Xlsx, Language.En, body, default)
                )
                .Should()
                .ThrowAsync<TimeoutException>();
            underWay.Should().Be(0);
        }

        static async IAsyncEnumerable<ProjectRow> Failing(int after)
        {
            for (var i = 0; i < after; i++)
                yield return RegisterSamples.Project($"Project {i} {i * 7919L:x}");
            await Task.Yield();
            throw new TimeoutException("The database is gone.");
        }
    }

    private static async Task<IReadOnlyList<byte[]>> WorkbooksAsync(string text) =>
        [
            await WorkbookAsync(RegisterSamples.Come(RegisterSamples.Project(text))),
            await WorkbookAsync(RegisterSamples.Come(RegisterSamples.Transition(text))),
            await WorkbookAsync(RegisterSamples.Come(RegisterSamples.Commitment(text))),
            await WorkbookAsync(RegisterSamples.Come(RegisterSamples.Delivery(text))),
        ];

    private static async Task<IReadOnlyList<string>> CsvsAsync(string text) =>
        [
            await CsvAsync(RegisterSamples.Project(text), Language.En),
            await CsvAsync(RegisterSamples.Transition(text), Language.En),
            await CsvAsync(RegisterSamples.Commitment(text), Language.En),
            await CsvAsync(RegisterSamples.Delivery(text), Language.En),
        ];

    private static async Task<byte[]> WorkbookAsync<T>(IAsyncEnumerable<T> rows, RegisterWriter? writer = null)
    {
        var stream = new AsyncOnlyStream();
        await (writer ?? new()).WriteAsync(rows, RegisterFormat.Xlsx, Language.En, stream, default);
        return stream.Bytes;
    }

    private static async Task<string> CsvAsync<T>(T row, Language language)
    {
        var stream = new AsyncOnlyStream();
        await new RegisterWriter().WriteAsync(RegisterSamples.Come(row), RegisterFormat.Csv, language, stream, default);
        return Encoding.UTF8.GetString(stream.Bytes);
    }

    /// <summary>Rows without an end, that know when they were let go.</summary>
    private sealed class EndlessRows : IAsyncEnumerable<ProjectRow>, IAsyncEnumerator<ProjectRow>
    {
        private int _rows;

        public bool Closed { get; private set; }

        public ProjectRow Current => RegisterSamples.Project($"Project {_rows} {_rows * 7919L:x}");

        public IAsyncEnumerator<ProjectRow> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        // A writer that did not stop would run for ever: it is stopped here, and found out by the exception.
        public ValueTask<bool> MoveNextAsync() =>
            ++_rows < 1_000_000
                ? new(true)
                : throw new InvalidOperationException("A million rows, and nobody reads them.");

        public ValueTask DisposeAsync()
        {
            Closed = true;
            return default;
        }
    }
}
