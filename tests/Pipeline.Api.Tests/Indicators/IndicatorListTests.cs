using Pipeline.Api.Tests.Common;
using Pipeline.Application.Indicators;
using Pipeline.Application.Records;

namespace Pipeline.Api.Tests.Indicators;

/// <summary>What a portfolio asks of the projects that it leads, in figures.</summary>
[UseCases(typeof(GetIndicators), typeof(SetIndicators), typeof(ListPortfolioVersions))]
public sealed class IndicatorListTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_list_is_versioned_and_its_ids_stay()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"portfolios/{fund.Id}/indicators";
        var none = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        none.Number("version").Should().Be(0);
        none.Items("indicators").Should().BeEmpty();

        var jobs = IndicatorApi.Indicator(
            "JOBS",
            new
            {
                irisMetric = "OI1571",
                sdg = 8,
                facet = "economicActors",
            }
        );
        var first = (await fund.SetIndicatorsAsync(jobs, IndicatorApi.Indicator("KM"))).ShouldBe(200);
        first.Text("indicators.0.name.fr").Should().Be("JOBS en français");
        first.Number("indicators.0.sdg").Should().Be(8);
        var (jobsId, kmId) = (first.Id("indicators.0.id"), first.Id("indicators.1.id"));

        // The code says which one it is, also where the id was left out.
        var body = new { indicators = new[] { IndicatorApi.Indicator("KM"), IndicatorApi.Indicator("NEW"), jobs } };
        var second = (await api.Administrator.PutAsync(path, body, first.ETag)).ShouldBe(200);
        second.Number("version").Should().Be(2);
        (second.Id("indicators.0.id"), second.Id("indicators.2.id")).Should().Be((kmId, jobsId));
        (await api.Administrator.PutAsync(path, body, first.ETag)).ShouldBe(412);
        (await api.Administrator.PutAsync(path, body)).ShouldBe(428);
        var versions = (await api.Administrator.GetAsync($"{path}/versions")).ShouldBe(200);
        versions.Items().Should().HaveCount(2);
        versions.Text("items.0.indicators.0.code").Should().Be("JOBS");
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("A"), IndicatorApi.Indicator("a"))).ShouldBlame(
            "indicators[1].code",
            "duplicate"
        );
        await RefusedAsync(new { unit = (string?)null }, "indicators[0].unit", "required");
        await RefusedAsync(new { unit = " " }, "indicators[0].unit", "required");
        await RefusedAsync(new { code = "two words" }, "indicators[0].code", "invalid_form");
        await RefusedAsync(new { name = new { en = "Only English" } }, "indicators[0].name.fr", "required");
        await RefusedAsync(new { total = "mean" }, "indicators[0].total", "unknown_code");
        await RefusedAsync(new { direction = "sideways" }, "indicators[0].direction", "unknown_code");
        await RefusedAsync(new { sdg = 18 }, "indicators[0].sdg", "out_of_range");
        await RefusedAsync(new { facet = "moon" }, "indicators[0].facet", "unknown_code");
        await RefusedAsync(new { id = Guid.Empty }, "indicators[0].id", "unknown_entry");
        await RefusedAsync(new { unit = "%" }, "indicators[0].total", "share_summed");
        await RefusedAsync(new { unit = "Pour cent" }, "indicators[0].total", "share_summed");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/indicators")).Number("version").Should().Be(0);

        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("P", new { unit = "%", total = "none" }))).ShouldBe(200);

        async Task RefusedAsync(object more, string field, string code) =>
            (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("A", more))).ShouldBlame(field, code);
    }

    [Fact]
    public async Task A_code_with_readings_keeps_its_unit_also_when_it_comes_back()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        var other = IndicatorApi.Indicator("JOBS", new { unit = "full-time equivalents" });
        (await fund.SetIndicatorsAsync(other)).ShouldBe(200);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);

        var reading = (await project.ReadAsync("JOBS", "2020-12-31", 12)).ShouldBe(201).Id("id");
        (await fund.SetIndicatorsAsync(other)).ShouldBlame("indicators[0].unit", "unit_in_use");
        (await fund.SetIndicatorsAsync()).ShouldBe(200);
        (await project.ReadAsync("JOBS", "2021-12-31", 13)).ShouldBlame("indicator", "unknown_indicator");
        (await api.Administrator.GetAsync($"{project.Path}/indicator-readings"))
            .Text("items.0.unit")
            .Should()
            .Be("people");
        (await fund.SetIndicatorsAsync(other)).ShouldBlame("indicators[0].unit", "unit_in_use");

        (await project.TakeBackAsync(reading, "2021-01-01")).ShouldBe(201);
        (await fund.SetIndicatorsAsync(other)).ShouldBe(200);
    }

    [Fact]
    public async Task An_impact_names_indicators_that_exist()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var impact = new
        {
            kind = "innovation",
            facet = "territorial",
            foreseen = "wanted",
            dimension = "social",
            level = "ecosystem",
            statement = "Everybody gets to work",
            since = "2016-01-01",
            indicators = new[] { "JOBS" },
        };
        (await api.Administrator.PostAsync($"{project.Path}/impacts", impact)).ShouldBlame(
            "indicators[0]",
            "unknown_indicator"
        );
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        var made = (await api.Administrator.PostAsync($"{project.Path}/impacts", impact)).ShouldBe(201);
        (await fund.SetIndicatorsAsync()).ShouldBe(200);
        (await api.Administrator.PutAsync($"{project.Path}/impacts/{made.Id("id")}", impact, made.ETag)).ShouldBe(200);
    }
}
