using Pipeline.Api.Tests.Common;
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
            ObservationFiles.Row("corse", source: "Wrong", value: "100.1"),
            ObservationFiles.Row("corse", source: "Wrong", year: ""),
            // The first decimal sign of the file.
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
            .Be((true, false, 5, 11));
        refused
            .Items("errors")
            .Select(e => (e["row"]!.GetValue<int>(), e["column"]!.GetValue<string>(), e["code"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([
                (3, "region", "unknown_code"),
                (4, "region", "duplicate_row"),
                (5, "value", "out_of_range"),
                (6, "year", "required"),
                (8, "value", "invalid_number"),
                (9, "year", "out_of_range"),
                (10, "viewpoint", "unknown_code"),
                (11, "value", "mixed_decimal_signs"),
                (13, "region", "duplicate_row"),
                (13, "value", "invalid_number"),
                (14, "value", "out_of_range"),
                (15, "value", "out_of_range"),
            ]);
        (refused.Number("rowsRead"), refused.Number("rejected")).Should().Be((16, 11));
        (await OfAsync("Wrong")).Should().BeEmpty();
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
