using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Application.Observatory;

namespace Pipeline.Api.Tests.Observatory;

/// <summary>Files of observations: taken whole or not at all, with what is wrong by row and column.</summary>
[UseCases(typeof(ImportObservations))]
public sealed class ImportObservationsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        var file = new[]
        {
            ObservationFiles.Headings,
            ObservationFiles.Row(source: "Dry"),
            ObservationFiles.Row("corse", source: "Dry"),
        };
        var dry = (await api.ObserveAsync(dryRun: true, file)).ShouldBe(200);
        (dry.Flag("dryRun"), dry.Flag("applied"), dry.Number("created")).Should().Be((true, false, 2));
        (await OfAsync("Dry")).Should().BeEmpty();

        var applied = (await api.ObserveAsync(dryRun: false, file)).ShouldBe(200);
        (applied.Flag("applied"), applied.Number("created")).Should().Be((true, 2));
        (await OfAsync("Dry")).Should().HaveCount(2);
    }

    [Fact]
    public async Task What_is_known_is_not_written_again_and_a_correction_is_the_newest_of_both()
    {
        await api.ObserveRowsAsync(
            ObservationFiles.Row(source: "Twice"),
            ObservationFiles.Row("corse", source: "Twice")
        );
        var again = await api.ObserveRowsAsync(
            ObservationFiles.Row(source: "Twice"),
            ObservationFiles.Row("corse", source: "Twice", value: "14.5"),
            ObservationFiles.Row("normandie", source: "Twice")
        );
        (again.Number("unchanged"), again.Number("updated"), again.Number("created")).Should().Be((1, 1, 1));
        var corse = (await OfAsync("Twice")).Single(o => o["region"]!.GetValue<string>() == "corse");
        corse["value"]!.GetValue<decimal>().Should().Be(14.5m);
    }

    [Fact]
    public async Task Headings_and_values_are_read_in_French_with_a_semicolon_and_a_comma()
    {
        var taken = (
            await api.ObserveAsync(
                dryRun: false,
                "Région;Domaine;Année;Source;Point de vue;Valeur;Unité;Citation",
                "Île-de-France;Mal-logement;2022;Enquête;Élus locaux;41,25;%;Enquête p. 7"
            )
        ).ShouldBe(200);
        taken.Number("created").Should().Be(1);
        var observed = (await OfAsync("Enquête")).Single();
        (
            observed["region"]!.GetValue<string>(),
            observed["domain"]!.GetValue<string>(),
            observed["viewpoint"]!.GetValue<string>(),
            observed["value"]!.GetValue<decimal>()
        )
            .Should()
            .Be(("ileDeFrance", "housing", "localElected", 41.25m));
    }

    [Fact]
    public async Task Every_error_is_named_by_row_and_column_and_nothing_is_written()
    {
        string[] file =
        [
            ObservationFiles.Headings,
            ObservationFiles.Row(source: "Wrong"),
            ObservationFiles.Row("atlantis", source: "Wrong"),
            ObservationFiles.Row(source: "Wrong"),
            // The first decimal sign of the file, be the number too large or not.
            ObservationFiles.Row("corse", source: "Wrong", value: "100.1"),
            ObservationFiles.Row("corse", source: "Wrong", year: ""),
            ObservationFiles.Row("normandie", source: "Wrong", value: "\"12,5\""),
            ObservationFiles.Row("occitanie", source: "Wrong", value: "1.000.5"),
            ObservationFiles.Row("occitanie", source: "Wrong", year: "2999"),
            ObservationFiles.Row("occitanie", source: "Wrong", viewpoint: "astrologers"),
            ObservationFiles.Row("grandEst", source: "Wrong", value: "12.5"),
            ObservationFiles.Row("hautsDeFrance", source: "Wrong", value: "\"13,5\""),
            ObservationFiles.Row(source: "Wrong", value: "many"),
            ObservationFiles.Row("nouvelleAquitaine", source: "Wrong", value: "-5"),
            ObservationFiles.Row("paysDeLaLoire", source: "Wrong", value: "120", unit: "% des habitants"),
            // No share of a hundred.
            ObservationFiles.Row("overseas", source: "Wrong", value: "120", unit: "pour cent mille habitants"),
            // A change can be below nothing.
            ObservationFiles.Row("bretagne", source: "Wrong", value: "-2", unit: "% d'évolution sur un an"),
        ];
        var refused = (await api.ObserveAsync(dryRun: false, file)).ShouldBe(422);
        var dry = (await api.ObserveAsync(dryRun: true, file)).ShouldBe(200);
        dry["errors"]!.ToJsonString().Should().Be(refused["errors"]!.ToJsonString(), "a dry run tells of them");
        (dry.Flag("dryRun"), dry.Flag("applied"), dry.Number("created"), dry.Number("rejected"))
            .Should()
            .Be((true, false, 4, 12));
        refused
            .Items("errors")
            .Select(e => (e["row"]!.GetValue<int>(), e["column"]!.GetValue<string>(), e["code"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([
                (3, "region", "unknown_code"),
                (4, "region", "duplicate_row"),
                (5, "value", "out_of_range"),
                (6, "year", "required"),
                (7, "value", "mixed_decimal_signs"),
                (8, "value", "invalid_number"),
                (9, "year", "out_of_range"),
                (10, "viewpoint", "unknown_code"),
                (12, "value", "mixed_decimal_signs"),
                (13, "region", "duplicate_row"),
                (13, "value", "invalid_number"),
                (14, "value", "out_of_range"),
                (15, "value", "out_of_range"),
            ]);
        (refused.Number("rowsRead"), refused.Number("rejected")).Should().Be((16, 12));
        (await OfAsync("Wrong")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_workbook_is_taken_as_the_same_table_is()
    {
        string[] row = ["occitanie", "housing", "2019", "Workbook", "citizens", "41.25", "%", "2", "800", "p. 4"];
        var sheet = new TestWorkbook()
            .Cells(
                "Observations",
                [
                    [.. ObservationFiles.Headings.Split(',').Select(TestWorkbook.Text)],
                    [
                        .. row.Select(c =>
                            decimal.TryParse(c, CultureInfo.InvariantCulture, out var number)
                                ? TestWorkbook.Number(number)
                                : TestWorkbook.Text(c)
                        ),
                    ],
                ]
            )
            .Bytes();
        foreach (var created in new[] { 1, 0 })
            (await api.Administrator.UploadAsync("observatory/imports?dryRun=false", "observations.xlsx", sheet))
                .ShouldBe(200)
                .Number("created")
                .Should()
                .Be(created);
        var observed = (await OfAsync("Workbook")).Should().ContainSingle().Subject;
        (
            observed["year"]!.GetValue<int>(),
            observed["value"]!.GetValue<decimal>(),
            observed["rank"]!.GetValue<int>(),
            observed["sampleSize"]!.GetValue<int>()
        )
            .Should()
            .Be((2019, 41.25m, 2, 800));
    }

    [Fact]
    public async Task Of_a_workbook_with_several_tables_none_is_taken_and_one_without_any_is_empty()
    {
        string[][] table = [ObservationFiles.Headings.Split(','), ObservationFiles.Row(source: "Sheets").Split(',')];
        var several = new TestWorkbook().Sheet("Santé", table).Sheet("Logement", table).Bytes();
        var refused = (await UploadAsync(several)).ShouldBe(422);
        refused.Text("errors.0.code").Should().Be("several_sheets");
        refused.Text("errors.0.message").Should().Contain("Santé, Logement");
        (await OfAsync("Sheets")).Should().BeEmpty();
        (await UploadAsync(new TestWorkbook().Sheet("Sheets", table).Sheet("Notes", []).Bytes())).ShouldBe(200);
        (await UploadAsync(new TestWorkbook().Sheet("Notes", []).Bytes()))
            .ShouldBe(422)
            .Text("errors.0.code")
            .Should()
            .Be("empty_file");

        Task<Reply> UploadAsync(byte[] workbook) =>
            api.Administrator.UploadAsync("observatory/imports?dryRun=false", "observations.xlsx", workbook);
    }

    [Fact]
    public async Task Another_spelling_of_a_source_is_the_same_source()
    {
        var doubled = await api.ObserveAsync(
            dryRun: false,
            ObservationFiles.Headings,
            ObservationFiles.Row(source: "Enquête Bilan"),
            ObservationFiles.Row(source: "ENQUETE  bilan")
        );
        doubled.ShouldBe(422).Text("errors.0.code").Should().Be("duplicate_row");
        await api.ObserveRowsAsync(ObservationFiles.Row(source: "Enquête Bilan"));
        (await api.ObserveRowsAsync(ObservationFiles.Row(source: "enquete bilan", value: "13")))
            .Number("updated")
            .Should()
            .Be(1);
        (await OfAsync("Enquête Bilan")).Should().ContainSingle().Which["value"]!.GetValue<decimal>().Should().Be(13);
        (await OfAsync("enquete bilan")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("12,345", "inhabitants", "invalid_number")]
    [InlineData("0,345", "inhabitants", null)]
    [InlineData("1.00000000000000000000000000000001", "inhabitants", "out_of_range")]
    [InlineData("250", "pct", "out_of_range")]
    [InlineData("250", "percents", "out_of_range")]
    [InlineData("250", "％", "out_of_range")]
    [InlineData("250", "p. cent des habitants", "out_of_range")]
    [InlineData("250", "points", null)]
    public async Task A_value_is_what_it_says_or_is_refused(string value, string unit, string? code)
    {
        var dry = await api.ObserveAsync(
            dryRun: true,
            ObservationFiles.Headings,
            ObservationFiles.Row(value: $"\"{value}\"", unit: unit)
        );
        dry.ShouldBe(200)
            .Items("errors")
            .Select(e => e["code"]!.GetValue<string>())
            .Should()
            .Equal(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Letters_are_read_as_they_are_said_to_be_written()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(
            $"{ObservationFiles.Headings}\n{ObservationFiles.Row(source: "Enqu\u00EAte latine")}"
        );
        (await UploadAsync("klingon")).ShouldBlame("encoding", "unknown_encoding");
        (await UploadAsync("windows-1252")).ShouldBe(200);
        (await OfAsync("Enqu\u00EAte latine")).Should().ContainSingle();

        Task<Reply> UploadAsync(string encoding) =>
            api.Administrator.UploadAsync(
                $"observatory/imports?dryRun=false&encoding={encoding}",
                "observations.csv",
                bytes
            );
    }

    [Fact]
    public async Task A_file_may_name_as_many_sources_as_it_has_rows()
    {
        var rows = Enumerable.Range(0, 33_000).Select(i => ObservationFiles.Row(source: $"Source {i}"));
        (await api.ObserveAsync(dryRun: true, [ObservationFiles.Headings, .. rows]))
            .ShouldBe(200)
            .Number("created")
            .Should()
            .Be(33_000);
    }

    [Fact]
    public async Task Six_who_bring_the_same_file_in_at_once_write_it_once()
    {
        string[] file =
        [
            ObservationFiles.Headings,
            ObservationFiles.Row(source: "At once"),
            ObservationFiles.Row("corse", source: "At once"),
        ];
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.ObserveAsync(dryRun: false, file)));
        taken.Sum(t => t.ShouldBe(200).Number("created")).Should().Be(2);
        taken.Sum(t => t.Number("unchanged")).Should().Be(10);
        (await api.InDatabaseAsync(db => db.Observations.CountAsync(o => o.Source == "At once"))).Should().Be(2);
    }

    [Theory]
    [InlineData("region,domain,year,source,viewpoint,value,unit", "missing_heading")]
    [InlineData(ObservationFiles.Headings + ",mood", "unknown_heading")]
    [InlineData(ObservationFiles.Headings + ",Région", "duplicate_heading")]
    [InlineData(ObservationFiles.Headings, "empty_file")]
    public async Task A_file_without_its_columns_or_rows_is_refused(string headings, string code) =>
        (await api.ObserveAsync(dryRun: false, headings)).ShouldBe(422).Text("errors.0.code").Should().Be(code);

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> OfAsync(string source) =>
        [
            .. (await api.Administrator.GetAsync("observatory"))
                .ShouldBe(200)
                .Items()
                .Where(o => o["source"]!.GetValue<string>() == source),
        ];
}
