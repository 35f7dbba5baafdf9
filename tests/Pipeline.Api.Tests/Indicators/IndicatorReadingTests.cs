using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Indicators;

namespace Pipeline.Api.Tests.Indicators;

/// <summary>What indicators of projects were, and what was taken back of it.</summary>
[UseCases(typeof(ListIndicatorReadings), typeof(RecordIndicatorReading), typeof(ReverseIndicatorReading))]
public sealed class IndicatorReadingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private async Task<(Fund Fund, TestProject Project)> OpenAsync()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"), IndicatorApi.Indicator("KM"))).ShouldBe(200);
        return (fund, await fund.ProjectAsync());
    }

    [Fact]
    public async Task A_value_is_kept_to_the_ninth_decimal_and_comes_back_as_a_number()
    {
        var (_, project) = await OpenAsync();
        foreach (var value in new[] { 0.123456789m, -999_999_999_999_999.999999999m, 12.50m, 0 })
        {
            var read = (await project.ReadAsync("JOBS", "2020-12-31", value)).ShouldBe(201);
            read["value"]!.GetValue<decimal>().Should().Be(value);
            read.Text("name").Should().Be("JOBS in English");
            read.Text("unit").Should().Be("people");
        }
        var list = (await api.Administrator.GetAsync($"{project.Path}/indicator-readings")).ShouldBe(200);
        Encoding.UTF8.GetString(list.Bytes).Should().Contain("-999999999999999.999999999").And.Contain(":12.5,");
    }

    [Fact]
    public async Task A_reading_is_taken_back_once_by_an_entry_of_its_own()
    {
        var (_, project) = await OpenAsync();
        var more = new
        {
            periodStart = "2020-01-01",
            territory = "Lyon",
            evidence = new[] { new { title = "The count", url = "https://example.org/count" } },
        };
        var reading = (await project.ReadAsync("JOBS", "2020-12-31", 12, more)).ShouldBe(201);
        reading.Text("evidence.0.title").Should().Be("The count");
        (await project.TakeBackAsync(reading.Id("id"), "2020-12-30")).ShouldBlame("reversedOn", "reversal_before_fact");
        var reversal = (await project.TakeBackAsync(reading.Id("id"), "2021-01-31")).ShouldBe(201);
        reversal.Id("reversesId").Should().Be(reading.Id("id"));
        reversal.Figure("value").Should().Be(-reading.Figure("value"), "reversed like a delivery");
        reversal.Text("reason").Should().Be("Counted twice");
        (await project.TakeBackAsync(reading.Id("id"), "2021-01-31")).ShouldBeProblem(409, "already_reversed");
        (await project.TakeBackAsync(reversal.Id("id"), "2021-01-31")).ShouldBeProblem(409, "reversal_of_reversal");
        (await project.ReadAsync("KM", "2020-12-31", 3)).ShouldBe(201);

        var jobs = await api.Administrator.GetAsync($"{project.Path}/indicator-readings?indicator=JOBS");
        jobs.ShouldBe(200).Items().Should().HaveCount(2);
        jobs.Id("items.1.reversedById").Should().Be(reversal.Id("id"));
        (await api.Administrator.GetAsync($"{project.Path}/indicator-readings?page=2&pageSize=2"))
            .Items()
            .Should()
            .ContainSingle();
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var (_, project) = await OpenAsync();
        await RefusedAsync(new { indicator = "NOBODY" }, "indicator", "unknown_indicator");
        await RefusedAsync(new { on = "2999-01-01" }, "on", "date_in_future");
        await RefusedAsync(new { on = "2014-12-31" }, "on", "before_start");
        await RefusedAsync(new { periodStart = "2021-01-01" }, "on", "dates_reversed");
        await RefusedAsync(new { source = " " }, "source", "required");
        await RefusedAsync(new { value = 0.1234567891m }, "value", "too_many_decimals");
        await RefusedAsync(new { value = 1_000_000_000_000_000m }, "value", "out_of_range");
        await RefusedAsync(new { value = "50 %" }, "value", "invalid_number");
        await RefusedAsync(new { evaluationId = Guid.Empty }, "evaluationId", "unknown_evaluation");
        await RefusedAsync(
            new { evidence = new[] { new { title = "A link", url = "nowhere" } } },
            "evidence[0].url",
            "invalid_link"
        );
        foreach (
            var sent in new[] { "0.100000000000000000000000000001", "1e-40", "1.0000000000000000000000000000000001" }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{project.Path}/indicator-readings")
            {
                Content = new StringContent(
                    $$"""{"indicator":"JOBS","on":"2020-12-31","source":"Books","value":{{sent}}}""",
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            using var answer = await api.Administrator.Http.SendAsync(request);
            ((int)answer.StatusCode).Should().Be(422, sent);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("invalid_number");
        }
        (await api.Administrator.GetAsync($"{project.Path}/indicator-readings")).Items().Should().BeEmpty();

        async Task RefusedAsync(object more, string field, string code) =>
            (await project.ReadAsync("JOBS", "2020-12-31", 1, more)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task It_is_in_history_in_words()
    {
        var (_, project) = await OpenAsync();
        var reading = (await project.ReadAsync("JOBS", "2020-12-31", 12)).ShouldBe(201).Id("id");
        (await project.TakeBackAsync(reading, "2021-01-31")).ShouldBe(201);
        var history = (await api.Administrator.GetAsync($"{project.Path}/history")).ShouldBe(200);
        history
            .Items()
            .Count(e => e["kind"]!.GetValue<string>() == "indicatorReading")
            .Should()
            .Be(2, "the reading and its reversal");
    }
}
