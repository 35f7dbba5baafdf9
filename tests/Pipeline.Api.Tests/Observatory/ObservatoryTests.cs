using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Tests.Observatory;

/// <summary>What is fragile where, beside a portfolio's money: each region, the lowest, the highest, and no mean anywhere.</summary>
[UseCases(typeof(GetObservatory), typeof(GetPortfolioObservatory))]
public sealed class ObservatoryTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private static readonly string[] Languages = ["en", "fr"];

    public async Task InitializeAsync() =>
        await api.ObserveRowsAsync(
            ObservationFiles.Row("bretagne", "health", value: "10"),
            ObservationFiles.Row("corse", "health", value: "30.5"),
            ObservationFiles.Row("normandie", "health", value: "30.5"),
            ObservationFiles.Row("bretagne", "health", viewpoint: "objective", source: "Register", value: "7"),
            ObservationFiles.Row("bretagne", "health", year: "2015", value: "55"),
            ObservationFiles.Row("bretagne", "education", value: "60")
        );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_region_is_told_with_the_lowest_and_the_highest_of_its_measure()
    {
        var reply = (await api.Administrator.GetAsync("observatory?domain=health&year=2019")).ShouldBe(200);
        reply.Items().Should().HaveCount(4);
        var citizens = Measure(reply, "citizens");
        (citizens["lowest"]!["value"]!.GetValue<decimal>(), citizens["regions"]!.GetValue<int>()).Should().Be((10m, 3));
        citizens["highest"]!["regions"]!
            .AsArray()
            .Select(r => r!.GetValue<string>())
            .Should()
            .Equal("corse", "normandie");
        var one = (
            await api.Administrator.GetAsync("observatory?domain=health&region=corse&year=2019&viewpoint=citizens")
        ).ShouldBe(200);
        one.Items().Should().ContainSingle();
        Measure(one, "citizens")["regions"]!.GetValue<int>().Should().Be(3, "a region is read against all of them");
        reply.Items("national").Should().HaveCount(13).And.OnlyContain(f => f["citation"] != null);
    }

    [Fact]
    public async Task A_portfolio_s_money_stands_beside_and_where_it_is_absent_is_said()
    {
        var (fund, _) = await FundedAsync();
        await PlaceAsync(await fund.ProjectAsync(tags: new { domains = new[] { "health" } }));
        var reply = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/observatory?domain=health")).ShouldBe(200);
        var domain = reply.Items("domains").Should().ContainSingle().Subject;
        domain["year"]!.GetValue<int>().Should().Be(2019, "the newest year is shown");
        domain["regions"]!.AsArray().Should().HaveCount(15, "every region is there");
        var bretagne = Region(domain, "bretagne");
        bretagne["values"]!
            .AsArray()
            .Select(v => v!["viewpoint"]!.GetValue<string>())
            .Should()
            .Equal(["objective", "citizens"], "both stand side by side");
        (
            bretagne["committed"]!["amount"]!.GetValue<decimal>(),
            bretagne["projects"]!.GetValue<int>(),
            bretagne["absent"]!.GetValue<bool>()
        )
            .Should()
            .Be((100m, 2, false), "a project without money is a project");
        reply.Items("national").Should().HaveCount(13);
        // The lowest and the highest of a measure: none where one region alone is observed, or all have the same.
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/observatory.csv?domain=health"))
                .ShouldBe(200)
                .Bytes
        );
        csv.Split('\n').Where(l => l.Contains(",lowest,", StringComparison.Ordinal)).Should().ContainSingle();
        csv.Split('\n')
            .Should()
            .ContainSingle(l => l.Contains("Register", StringComparison.Ordinal))
            .Which.Should()
            .NotContain("lowest");
        Region(domain, "corse")["absent"]!.GetValue<bool>().Should().BeTrue();
        Region(domain, "occitanie")["absent"]!.GetValue<bool>().Should().BeFalse("nothing is known of it");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/observatory?domain=health&asOf=2018-12-31"))
            .ShouldBe(200)
            .Items("domains")
            .Single()["year"]!
            .GetValue<int>()
            .Should()
            .Be(2015, "in 2018 nothing is known of 2019");
        var earlier = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/observatory?year=2015")).ShouldBe(200);
        earlier.Items("domains").Single()["year"]!.GetValue<int>().Should().Be(2015);
    }

    [Fact]
    public async Task What_is_counted_stands_beside_what_is_perceived_though_their_years_differ()
    {
        var fund = await Fund.OpenAsync(api);
        const string domain = "energyTransition";
        await api.ObserveRowsAsync(
            ObservationFiles.Row("bretagne", domain, "2018", "Register", "objective", "7"),
            ObservationFiles.Row("corse", domain, "2018", "Register", "objective", "9"),
            ObservationFiles.Row("bretagne", domain, "2017", "Register", "objective", "6"),
            ObservationFiles.Row("bretagne", domain, "2022", "Survey", "citizens", "31"),
            ObservationFiles.Row("normandie", domain, "2021", "Survey", "citizens", "35")
        );
        var path = $"portfolios/{fund.Id}/observatory";
        var shown = (await api.Administrator.GetAsync($"{path}?domain={domain}"))
            .ShouldBe(200)
            .Items("domains")
            .Single();
        Told(shown["measures"]!).Should().Equal(("objective", 2018), ("citizens", 2022));
        Told(Region(shown, "bretagne")["values"]!).Should().Equal(("objective", 2018), ("citizens", 2022));
        Told(Region(shown, "corse")["values"]!).Should().Equal(("objective", 2018));
        Told(Region(shown, "normandie")["values"]!).Should().BeEmpty("the newest year of that survey is another");
        Region(shown, "normandie")["absent"]!.GetValue<bool>().Should().BeTrue("it was observed, if earlier");
        Region(shown, "bretagne")["values"]![0]!["citation"]!.GetValue<string>().Should().Be("Survey p. 4");
        var one = (await api.Administrator.GetAsync($"{path}?domain={domain}&year=2021")).Items("domains").Single();
        Told(one["measures"]!).Should().Equal(("citizens", 2021));
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"{path}.csv?domain={domain}")).ShouldBe(200).Bytes
        );
        csv.Split('\n')
            .Where(l => l.Contains("Survey p. 4", StringComparison.Ordinal))
            .Select(l => l.Split(',')[2])
            .Should()
            .BeEquivalentTo("2018", "2018", "2022");

        static IEnumerable<(string, int)> Told(JsonNode of) =>
            of.AsArray().Select(v => (v!["viewpoint"]!.GetValue<string>(), v["year"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_is_published_of_the_whole_country_is_as_its_sources_have_it() =>
        (await api.Administrator.GetAsync("observatory"))
            .ShouldBe(200)
            .Items("national")
            .Select(f =>
                (
                    f["code"]!.GetValue<string>(),
                    f["value"]!.GetValue<decimal>(),
                    f["year"]!.GetValue<int>(),
                    f["population"]!.GetValue<string>().Split(' ', ',')[0],
                    f["citation"]!.GetValue<string>()
                )
            )
            .Should()
            .Equal(
                ("urgentCitizens", 74, 2022, "Citizens", "ECO l.1043-1046"),
                ("urgentMayors", 92, 2022, "Mayors", "ECO l.1043-1046"),
                ("urgentCompanyLeaders", 83, 2022, "Leaders", "ECO l.1043-1046"),
                ("urgentAssociationLeaders", 97, 2022, "Leaders", "ECO l.1043-1046"),
                ("urgentFoundationLeaders", 98, 2022, "Leaders", "ECO l.1043-1046"),
                ("alliancesInnovate", 69, 2016, "French", "KIT l.8"),
                ("partneringAssociations", 53, 2016, "Associations", "KIT l.10"),
                ("partneringCompanies", 37, 2016, "Companies", "KIT l.10"),
                ("partnerships", 1.2m, 2015, "All", "KIT l.12"),
                // Shares of partnerships, and not of those who enter into them.
                ("responsiblePractices", 42, 2015, "Partnerships", "KIT l.12"),
                ("sponsorship", 30, 2015, "Partnerships", "KIT l.12"),
                ("economicCooperation", 25, 2015, "Partnerships", "KIT l.12"),
                ("societalInnovation", 16, 2015, "Partnerships", "KIT l.12")
            );

    [Fact]
    public async Task No_mean_is_anywhere_in_the_API_the_pages_the_workbook_or_the_files()
    {
        var (fund, _) = await FundedAsync();
        var means = await ObservedMeans.EverywhereAsync(api);
        string[] all = ["", .. Domains.All.Select(d => $"?domain={d.Code}"), "?domain=health&year=2015", "?year=2019"];
        foreach (var one in new[] { "?region=bretagne", "?viewpoint=citizens", "?region=corse&viewpoint=localElected" })
        {
            var told = (JsonObject)(await api.Administrator.GetAsync($"observatory{one}")).ShouldBe(200).Json!;
            told.Remove("national");
            means.ShouldBeIn(one, ObservedMeans.Numbers(told), ObservedMeans.Texts(told));
        }
        foreach (var (path, language) in all.SelectMany(q => Languages.Select(l => (q, l))))
        {
            foreach (var of in new[] { $"observatory{path}", $"portfolios/{fund.Id}/observatory{path}" })
            {
                var told = (JsonObject)(await api.Administrator.GetAsync(of, language)).ShouldBe(200).Json!;
                // What is said of the whole country was published so.
                told.Remove("national");
                means.ShouldBeIn(of, ObservedMeans.Numbers(told), ObservedMeans.Texts(told));
            }
            var csv = $"portfolios/{fund.Id}/observatory.csv{path}";
            var file = Encoding.UTF8.GetString((await api.Administrator.GetAsync(csv, language)).ShouldBe(200).Bytes);
            var cells = file.Split(language == "fr" ? ';' : ',', '\n');
            means.ShouldBeIn(csv, cells.Select(c => c.Replace(',', '.')), cells);
        }
        foreach (
            var (path, sheet) in new[]
            {
                ("report.xlsx?lang=fr", "Observatoire"),
                ("report.xlsx", "Observatory"),
                ("observatory.xlsx", "Observatory"),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/{path}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            var cells = book.Cells(sheet).Select(book.TextOf).ToList();
            means.ShouldBeIn(path, cells, cells);
            book.Cells(sheet).Should().OnlyContain(c => c.CellFormula == null, "nothing is summed up");
            foreach (var other in book.Sheets.Where(s => s != sheet))
                means.ShouldBeIn($"{path} {other}", book.Cells(other).Select(book.TextOf), [], observed: false);
        }
        foreach (var language in Languages)
        {
            using var browser = await api.BrowserOfAsync(api.Administrator, language);
            foreach (var path in all.Select(q => $"/portfolios/{fund.Id}/observatory{q}").Append("/admin/observatory"))
                means.ShouldBeOn(path, await browser.PageAsync(path), language);
            // Where nothing of it is observed, nothing is averaged either.
            foreach (var path in new[] { $"/portfolios/{fund.Id}", $"/portfolios/{fund.Id}/cube", "/" })
                means.ShouldBeOn(path, await browser.PageAsync(path), language, observed: false);
        }
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .NotContain("viewpoint", "the dashboard has nothing of it");
    }

    [Fact]
    public async Task What_was_known_then_is_told_again_after_a_correction()
    {
        var fund = await Fund.OpenAsync(api);
        await api.ObserveRowsAsync(ObservationFiles.Row("bretagne", "socialTiesAndIsolation", value: "10"));
        var path = $"portfolios/{fund.Id}/observatory?domain=socialTiesAndIsolation";
        var before = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        await api.DaysGoByAsync(1);
        await api.ObserveRowsAsync(ObservationFiles.Row("bretagne", "socialTiesAndIsolation", value: "12"));
        Lowest((await api.Administrator.GetAsync(path)).Items("domains").Single()).Should().Be(12m);
        var known = $"knownAt={Uri.EscapeDataString(before.Text("knownAt"))}";
        var again = (await api.Administrator.GetAsync($"{path}&{known}")).ShouldBe(200);
        Lowest(again.Items("domains").Single()).Should().Be(10m);
        Lowest(
                (await api.Administrator.GetAsync($"observatory?domain=socialTiesAndIsolation&{known}"))
                    .ShouldBe(200)
                    .Json!
            )
            .Should()
            .Be(10m);
        var audit = (await api.Administrator.GetAsync("audit?limit=50")).ShouldBe(200).Items();
        audit
            .Where(e => e["kind"]!.GetValue<string>() == "observation")
            .Should()
            .Contain(e => e.ToJsonString().Contains("socialTiesAndIsolation", StringComparison.Ordinal));

        static decimal Lowest(JsonNode of) => of["measures"]![0]!["lowest"]!["value"]!.GetValue<decimal>();
    }

    [Theory]
    [InlineData("observatory?domain=weather", "domain")]
    [InlineData("observatory?region=atlantis", "region")]
    [InlineData("observatory?viewpoint=astrologers", "viewpoint")]
    public async Task What_cannot_be_asked_is_named(string path, string field) =>
        (await api.Administrator.GetAsync(path)).ShouldBlame(field, "unknown_code");

    // A fund with 100 in health in Bretagne.
    private async Task<(Fund Fund, TestProject Project)> FundedAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync(tags: new { domains = new[] { "health" } });
        await PlaceAsync(project);
        await project.CommitAsync(amount: 100);
        return (fund, project);
    }

    private async Task PlaceAsync(TestProject project) =>
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/territories",
                new[]
                {
                    new
                    {
                        name = "Rennes",
                        level = "local",
                        region = "bretagne",
                    },
                },
                await project.ETagAsync()
            )
        ).ShouldBe(200);

    private static JsonNode Measure(Reply reply, string viewpoint) =>
        reply.Items("measures").Single(m => m["viewpoint"]!.GetValue<string>() == viewpoint);

    private static JsonNode Region(JsonNode domain, string code) =>
        domain["regions"]!.AsArray().Single(r => r!["region"]!.GetValue<string>() == code)!;
}
