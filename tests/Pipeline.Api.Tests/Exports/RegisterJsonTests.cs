using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Exports;

/// <summary>Registers as flat JSON: what the CSV says, with numbers as numbers.</summary>
public sealed class RegisterJsonTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Numbers_are_numbers_days_are_ISO_and_nothing_is_null()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(1234);
        (await project.DeliverAsync(commitment, 0.1m)).ShouldBe(201);
        var reply = (await api.Administrator.GetAsync($"deliveries/export.json?portfolioId={fund.Id}")).ShouldBe(200);
        reply.MediaType.Should().Be("application/json");
        var row = reply.Json!.AsArray().Should().ContainSingle().Subject!.AsObject();
        row["amount"]!.ToJsonString().Should().Be("0.1");
        row.Select(p => p.Value).OfType<JsonValue>().Should().OnlyContain(v => IsFlat(v));
        row.Select(p => p.Value).Should().Contain(v => v == null, "an empty cell is null");
        row["deliveredOn"]!.GetValue<string>().Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    [Theory]
    [InlineData("projects")]
    [InlineData("transitions")]
    [InlineData("commitments")]
    [InlineData("deliveries")]
    public async Task The_same_rows_as_in_CSV_in_the_same_order(string register)
    {
        var fund = await Fund.OpenAsync(api);
        // More than one write of the buffer.
        for (var i = 0; i < 60; i++)
        {
            var project = await fund.ProjectAsync();
            await project.DeliverAsync(await project.CommitAsync(10 + i), 1 + i);
        }
        (await (await fund.ProjectAsync()).ReportAsync("stop", "2016-01-01", "The end")).ShouldBe(201);
        var query = $"?portfolioId={fund.Id}&sort=-code";
        var csv = RegisterFile.Of(await api.Administrator.GetAsync($"{register}/export.csv{query}"));
        var json = (await api.Administrator.GetAsync($"{register}/export.json{query}")).ShouldBe(200).Json!.AsArray();
        csv.Rows.Should().NotBeEmpty();
        json.Select(row => row!["id"]!.GetValue<string>()).Should().Equal(csv.Column("Id"));
        json.Should()
            .OnlyContain(row =>
                row!.AsObject().Count(f => !f.Key.EndsWith("Label", StringComparison.Ordinal)) == csv.Headings.Count
            );
    }

    [Fact]
    public async Task Codes_stay_labels_beside_them_are_in_the_asked_language_and_formulas_are_text()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = api.NewCode("P"),
                    name = "=1+1",
                    ownerOrganisationId = fund.OrganisationId,
                    portfolioId = fund.Id,
                    startedOn = "2015-01-01",
                }
            )
        ).ShouldBe(201);
        var row = (await api.Administrator.GetAsync($"projects/export.json?portfolioId={fund.Id}&lang=fr"))
            .ShouldBe(200)
            .Json![0]!;
        (row["name"]!.GetValue<string>(), row["standing"]!.GetValue<string>(), row["standingLabel"]!.GetValue<string>())
            .Should()
            .Be(("=1+1", "active", "Actif"));
        (await api.Administrator.GetAsync("projects/export.json?lang=de")).ShouldBeProblem(422, "unknown_language");
    }

    [Fact]
    public async Task A_register_without_rows_is_an_empty_array() =>
        (await api.Administrator.GetAsync($"deliveries/export.json?portfolioId={(await Fund.OpenAsync(api)).Id}"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Be("[]");

    private static bool IsFlat(JsonValue value) => value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number;
}
