using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Indicators;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Indicators;

/// <summary>What projects aim at, and what a portfolio makes of it: sums and lists, never a mean.</summary>
[UseCases(typeof(GetIndicatorTargets), typeof(SetIndicatorTargets))]
public sealed class IndicatorTargetTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private async Task<Fund> OpenAsync()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await fund.SetIndicatorsAsync(
                IndicatorApi.Indicator("JOBS"),
                IndicatorApi.Indicator("BACK", new { unit = "%", total = "none" })
            )
        ).ShouldBe(200);
        return fund;
    }

    [Fact]
    public async Task Targets_are_versioned_and_shown_beside_the_last_reading()
    {
        var project = await (await OpenAsync()).ProjectAsync();
        var none = (await api.Administrator.GetAsync($"{project.Path}/indicator-targets")).ShouldBe(200);
        none.Number("version").Should().Be(0);
        none.Items("indicators").Should().HaveCount(2, "owners see here what they are asked for");

        var target = new
        {
            indicator = "JOBS",
            baseline = 2.5m,
            baselineOn = "2015-01-01",
            target = 40,
            targetOn = "2030-12-31",
        };
        var first = (await project.AimAsync(target)).ShouldBe(200);
        (await project.ReadAsync("JOBS", "2020-12-31", 12)).ShouldBe(201);
        (await project.ReadAsync("JOBS", "2019-12-31", 7)).ShouldBe(201);
        var second = (await project.AimAsync(new { indicator = "BACK", target = 60 }, target)).ShouldBe(200);
        second.Id("targets.1.id").Should().Be(first.Id("targets.0.id"));
        second["targets.1.value"]!.GetValue<decimal>().Should().Be(12);
        second.Text("targets.1.valueOn").Should().Be("2020-12-31");
        second["targets.0.value"].Should().BeNull();
        (await api.Administrator.GetAsync($"{project.Path}/indicator-targets", "fr"))
            .Text("targets.1.name")
            .Should()
            .Be("JOBS en français");
        (await api.Administrator.GetAsync($"{project.Path}/indicator-targets/versions")).Items().Should().HaveCount(2);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await OpenAsync()).ProjectAsync();
        await RefusedAsync(new { target = 1 }, "targets[0].indicator", "required");
        await RefusedAsync(new { indicator = "NOBODY", target = 1 }, "targets[0].indicator", "unknown_indicator");
        await RefusedAsync(new { indicator = "JOBS" }, "targets[0].target", "required");
        await RefusedAsync(
            new
            {
                indicator = "JOBS",
                target = 1,
                baselineOn = "2015-01-01",
            },
            "targets[0].baseline",
            "required"
        );
        await RefusedAsync(
            new
            {
                indicator = "JOBS",
                baseline = 1,
                targetOn = "2015-01-01",
            },
            "targets[0].target",
            "required"
        );
        await RefusedAsync(
            new
            {
                indicator = "JOBS",
                baseline = 1,
                baselineOn = "2020-01-01",
                target = 2,
                targetOn = "2019-12-31",
            },
            "targets[0].targetOn",
            "dates_reversed"
        );
        await RefusedAsync(
            new
            {
                indicator = "JOBS",
                baseline = 1,
                baselineOn = "2999-01-01",
            },
            "targets[0].baselineOn",
            "date_in_future"
        );
        await RefusedAsync(
            new { indicator = "JOBS", target = 0.1234567891m },
            "targets[0].target",
            "too_many_decimals"
        );
        (
            await project.AimAsync(new { indicator = "JOBS", target = 1 }, new { indicator = "JOBS", target = 2 })
        ).ShouldBlame("targets[1].indicator", "duplicate");
        (await api.Administrator.GetAsync($"{project.Path}/indicator-targets")).Number("version").Should().Be(0);

        async Task RefusedAsync(object target, string field, string code) =>
            (await project.AimAsync(target)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task A_portfolio_sums_what_adds_up_and_lists_what_does_not()
    {
        var fund = await OpenAsync();
        var (one, two) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await one.ReadAsync("JOBS", "2019-12-31", 100)).ShouldBe(201);
        (await one.ReadAsync("JOBS", "2020-12-31", 12.000000001m)).ShouldBe(201);
        (await two.ReadAsync("JOBS", "2021-06-30", 5)).ShouldBe(201);
        var mistaken = (await two.ReadAsync("JOBS", "2021-12-31", 500)).ShouldBe(201).Id("id");
        (await two.TakeBackAsync(mistaken, "2022-01-31")).ShouldBe(201);
        (await one.ReadAsync("BACK", "2020-12-31", 40)).ShouldBe(201);
        (await two.ReadAsync("BACK", "2020-12-31", 60)).ShouldBe(201);
        (await one.AimAsync(new { indicator = "JOBS", target = 30 }, new { indicator = "BACK", target = 50 })).ShouldBe(
            200
        );
        (await two.AimAsync(new { indicator = "JOBS", target = 10 })).ShouldBe(200);

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        var jobs = dashboard.OnDashboard("JOBS");
        jobs["total"]!.GetValue<decimal>().Should().Be(17.000000001m);
        jobs["projects"]!.GetValue<int>().Should().Be(2);
        jobs["oldest"]!.GetValue<string>().Should().Be("2020-12-31");
        jobs["newest"]!.GetValue<string>().Should().Be("2021-06-30");
        jobs["target"]!.GetValue<decimal>().Should().Be(40);
        jobs["values"]!.AsArray().Should().BeEmpty();
        var back = dashboard.OnDashboard("BACK");
        back["total"].Should().BeNull("shares are not summed, and nothing is averaged");
        back["target"].Should().BeNull();
        back["values"]!.AsArray().Select(v => v!["value"]!.GetValue<decimal>()).Should().Equal(40, 60);
        dashboard.ToString().Should().NotContain("50.0", "there is no mean anywhere");

        (await TotalAsync("?asOf=2022-01-30")).Should().Be(512.000000001m, "the mistake was taken back later");
        (await TotalAsync("?asOf=2020-06-30")).Should().Be(100);

        async Task<decimal> TotalAsync(string query)
        {
            var past = (await fund.DashboardAsync(query)).ShouldBe(200);
            return past.OnDashboard("JOBS")["total"]!.GetValue<decimal>();
        }
    }

    [Fact]
    public async Task Targets_in_another_unit_are_not_summed()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("REACH"))).ShouldBe(200);
        var (old, fresh) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await old.AimAsync(new { indicator = "REACH", target = 30 })).ShouldBe(200);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("REACH", new { unit = "households" }))).ShouldBe(200);
        (await fresh.AimAsync(new { indicator = "REACH", target = 10 }))
            .ShouldBe(200)
            .Text("targets.0.unit")
            .Should()
            .Be("households");
        (await old.AimAsync(new { indicator = "REACH", target = 30 }))
            .ShouldBe(200)
            .Text("targets.0.unit")
            .Should()
            .Be("people", "it stays as it was");
        await ShouldSumAsync(10, 1);
        (
            await old.AimAsync(
                new
                {
                    indicator = "REACH",
                    target = 31,
                    unit = "people",
                }
            )
        ).ShouldBlame("targets[0].unit", "unit_differs");

        (
            await old.AimAsync(
                new
                {
                    indicator = "REACH",
                    target = 30,
                    unit = "households",
                }
            )
        ).ShouldBe(200);
        await ShouldSumAsync(40, 2);

        async Task ShouldSumAsync(decimal target, int targets)
        {
            var reach = (await fund.DashboardAsync()).OnDashboard("REACH");
            (reach["target"]!.GetValue<decimal>(), reach["targets"]!.GetValue<int>()).Should().Be((target, targets));
        }
    }

    [Fact]
    public async Task The_day_of_a_target_is_a_deadline_until_somebody_reads_the_indicator()
    {
        var fund = await OpenAsync();
        var project = await fund.ProjectAsync();
        var day = api.Clock.Today.AddDays(10);
        (
            await project.AimAsync(
                new
                {
                    indicator = "JOBS",
                    target = 30,
                    targetOn = $"{day:yyyy-MM-dd}",
                }
            )
        ).ShouldBe(200);
        (await DueAsync()).Should().Equal("upcoming");
        await api.DaysGoByAsync(12);
        (await DueAsync()).Should().Equal("late");
        (await AttentionAsync("fr"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("JOBS en français")
            .And.Contain(Figures.Day(day).Fr);
        (await project.ReadAsync("JOBS", $"{day:yyyy-MM-dd}", 31)).ShouldBe(201);
        (await DueAsync()).Should().BeEmpty();
        (await AttentionAsync("en")).Should().BeEmpty();

        async Task<IEnumerable<string>> DueAsync() =>
            (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=indicatorTarget"))
                .ShouldBe(200)
                .Items()
                .Select(d => d["state"]!.GetValue<string>());

        async Task<IEnumerable<string>> AttentionAsync(string language) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard", language))
                .ShouldBe(200)
                .Items("attention")
                .Where(a => a["code"]!.GetValue<string>() == "indicator_unread")
                .Select(a => a["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_co_funder_counts_what_its_own_list_has_in_the_same_unit()
    {
        var (fund, other) = (await OpenAsync(), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{other.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        (
            await other.SetIndicatorsAsync(
                IndicatorApi.Indicator("JOBS"),
                IndicatorApi.Indicator("BACK", new { unit = "people", total = "sum" })
            )
        ).ShouldBe(200);
        (await project.ReadAsync("JOBS", "2020-12-31", 12)).ShouldBe(201);
        (await project.ReadAsync("BACK", "2020-12-31", 60)).ShouldBe(201);
        var dashboard = await other.DashboardAsync();
        dashboard.OnDashboard("JOBS")["total"]!.GetValue<decimal>().Should().Be(12);
        dashboard.OnDashboard("BACK")["total"].Should().BeNull("60 % are no 60 people");
    }

    [Fact]
    public async Task The_workbook_has_them_in_both_languages()
    {
        var fund = await OpenAsync();
        var project = await fund.ProjectAsync();
        (await project.ReadAsync("JOBS", "2020-12-31", 12.123456789m)).ShouldBe(201);
        (await project.AimAsync(new { indicator = "JOBS", target = 30 })).ShouldBe(200);
        foreach (
            var (language, sheet, heading, name, value) in new[]
            {
                ("en", "Indicators", "Indicator", "JOBS in English", "Value"),
                ("fr", "Indicateurs", "Indicateur", "JOBS en français", "Valeur"),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            book.Sheets.Should().Contain(sheet);
            var row = book.Table(sheet).Single();
            book.TextOf(row[heading]).Should().Be(name);
            book.TextOf(row[value]).Should().Be("12.123456789");
        }
    }
}
