using Pipeline.Api.Tests.Common;
using Pipeline.Application.Agreements;
using Pipeline.Application.Records;

namespace Pipeline.Api.Tests.Agreements;

/// <summary>What a fund and a project agree on beside the money, version by version.</summary>
[UseCases(typeof(GetAgreement), typeof(SetAgreement), typeof(ListAgreements), typeof(ListVersions))]
public sealed class AgreementTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private string Day(int months) => api.Clock.Today.AddMonths(months).ToString("yyyy-MM-dd", null);

    private System.Text.Json.Nodes.JsonObject Terms(object? more = null, int starts = -6, int ends = 30) =>
        Fields.Merge(
            new
            {
                signedOn = Day(starts),
                startsOn = Day(starts),
                endsOn = Day(ends),
                objectives = new[] { new { text = "  A model that lives without subsidy ", measure = "Own income" } },
                reviewEveryMonths = 12,
            },
            more
        );

    [Fact]
    public async Task Each_PUT_adds_a_version_and_keeps_the_id()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var (owner, path) = (await project.OwnerAsync(), $"{project.Path}/agreements/{project.Fund.Id}");
        (await owner.GetAsync(path)).ShouldBeProblem(404, "not_found");
        (await owner.PutAsync(path, Terms())).ShouldBe(428);
        (await owner.PutAsync(path, Terms(), "\"1\"")).ShouldBe(412);

        var first = (await owner.PutAsync(path, Terms(), "*")).ShouldBe(200);
        first.Number("version").Should().Be(1);
        first.ETag.Should().Be("\"1\"");
        first.Number("months").Should().Be(36);
        first.Text("objectives.0.text").Should().Be("A model that lives without subsidy");
        first.Id("recordedBy.id").Should().Be(owner.UserId);

        var second = (
            await owner.PutAsync(path, Terms(new { exitStrategy = "The town takes over" }), "\"1\"")
        ).ShouldBe(200);
        second.Number("version").Should().Be(2);
        second.Id("id").Should().Be(first.Id("id"));
        (await owner.PutAsync(path, Terms(), "\"1\"")).ShouldBeProblem(412, "stale");
        (await owner.GetAsync(path)).ShouldBe(200).Text("exitStrategy").Should().Be("The town takes over");

        var versions = (await owner.GetAsync($"{path}/versions")).ShouldBe(200).Items();
        versions.Select(v => v["version"]!.GetValue<int>()).Should().Equal(1, 2);
        versions[0]["exitStrategy"].Should().BeNull();
        versions[1]["exitStrategy"]!.GetValue<string>().Should().Be("The town takes over");

        var history = (await owner.GetAsync($"{project.Path}/history")).ShouldBe(200).Items();
        var change = history[0]["changes"]!.AsArray().Single()!;
        (change["field"]!.GetValue<string>(), change["from"], change["to"]!.GetValue<string>())
            .Should()
            .Be(("exitStrategy", null, "The town takes over"));
    }

    [Fact]
    public async Task An_end_that_nobody_can_reckon_with_is_refused()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var body = Terms(new { endsOn = "9999-12-31" });
        (
            await (await project.OwnerAsync()).PutAsync($"{project.Path}/agreements/{project.Fund.Id}", body, "*")
        ).ShouldBlame("endsOn", "out_of_range");
    }

    [Fact]
    public async Task A_version_that_says_the_same_is_a_version_everywhere()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var (owner, path) = (await project.OwnerAsync(), $"{project.Path}/agreements/{project.Fund.Id}");
        (await owner.PutAsync(path, Terms(), "*")).ShouldBe(200);
        (await owner.PutAsync(path, Terms(), "\"1\"")).ShouldBe(200).Number("version").Should().Be(2);

        (await api.Administrator.GetAsync($"portfolios/{project.Fund.Id}/agreements"))
            .ShouldBe(200)
            .Number("items.0.version")
            .Should()
            .Be(2, "a view shows it at once, without waiting for another change");
        (await owner.GetAsync($"{project.Path}/history")).ShouldBe(200).Items()[0]["changes"]!
            .AsArray()
            .Should()
            .BeEmpty();
    }

    [Fact]
    public async Task A_short_one_without_exit_that_ends_soon_is_pointed_at_in_the_view_of_then_and_in_no_earlier_one()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var path = $"{project.Path}/agreements/{fund.Id}";
        var before = api.Clock.GetUtcNow();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        (await api.Administrator.PutAsync(path, Terms(starts: -20, ends: 4), "*")).ShouldBe(200);
        (await CodesAsync("")).Should().Equal("agreement_short", "agreement_exit_missing", "agreement_ending");
        (await CodesAsync($"?knownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z")).Should().BeEmpty();
        (await CodesAsync($"?asOf={Day(-1)}")).Should().BeEmpty("a version counts from the day it was written");

        (await api.Administrator.PutAsync(path, Terms(new { exitStrategy = "Planned" }, -20, 4), "\"1\"")).ShouldBe(
            200
        );
        (await CodesAsync("")).Should().Equal("agreement_short", "agreement_ending");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard", "fr"))
            .Items("attention")
            .Single(a => a["code"]!.GetValue<string>() == "agreement_ending")["message"]!
            .GetValue<string>()
            .Should()
            .Contain("une sortie est prévue");

        async Task<List<string>> CodesAsync(string query) =>
            [
                .. (await fund.DashboardAsync(query))
                    .ShouldBe(200)
                    .Items("attention")
                    .Select(a => a["code"]!.GetValue<string>())
                    .Where(c => c.StartsWith("agreement", StringComparison.Ordinal)),
            ];
    }

    [Theory]
    [InlineData(36, 0, false)]
    [InlineData(36, -1, true)]
    public async Task Three_years_are_three_years_to_the_day(int months, int days, bool isShort)
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var starts = api.Clock.Today.AddDays(-10);
        var ends = starts.AddMonths(months).AddDays(days - 1);
        var body = Terms(
            new
            {
                signedOn = $"{starts:yyyy-MM-dd}",
                startsOn = $"{starts:yyyy-MM-dd}",
                endsOn = $"{ends:yyyy-MM-dd}",
            }
        );
        (await api.Administrator.PutAsync($"{project.Path}/agreements/{fund.Id}", body, "*")).ShouldBe(200);
        (await fund.DashboardAsync())
            .Items("attention")
            .Any(a => a["code"]!.GetValue<string>() == "agreement_short")
            .Should()
            .Be(isShort);
    }

    [Fact]
    public async Task A_portfolio_lists_its_own_by_end_and_exit()
    {
        var fund = await Fund.OpenAsync(api);
        var (early, late) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        await PutAsync(late, Terms(new { exitStrategy = "Planned" }, -6, 30));
        await PutAsync(early, Terms(null, -6, 6));
        (await NamesAsync("")).Should().Equal($"Project {early.Code}", $"Project {late.Code}");
        (await NamesAsync("?exit=planned")).Should().Equal($"Project {late.Code}");
        (await NamesAsync("?exit=missing")).Should().Equal($"Project {early.Code}");
        (await NamesAsync($"?endingBefore={Day(7)}")).Should().Equal($"Project {early.Code}");
        (await NamesAsync($"?endingBefore={Day(6)}")).Should().BeEmpty();

        async Task PutAsync(TestProject project, object terms) =>
            (await api.Administrator.PutAsync($"{project.Path}/agreements/{fund.Id}", terms, "*")).ShouldBe(200);

        async Task<IEnumerable<string>> NamesAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/agreements{query}"))
                .ShouldBe(200)
                .Items()
                .Select(i => i["project"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var path = $"{project.Path}/agreements/{project.Fund.Id}";
        async Task<Reply> TryAsync(object body) => await api.Administrator.PutAsync(path, body, "*");
        (await TryAsync(Terms(new { endsOn = Day(-7) }))).ShouldBlame("endsOn", "dates_reversed");
        (await TryAsync(Terms(new { signedOn = Day(1) }))).ShouldBlame("signedOn", "date_in_future");
        (await TryAsync(Terms(new { startsOn = "0001-01-01" }))).ShouldBlame("startsOn", "out_of_range");
        (await TryAsync(Terms(new { reviewEveryMonths = 0 }))).ShouldBlame("reviewEveryMonths", "out_of_range");
        (await TryAsync(Terms(new { objectives = new[] { new { text = "  " } } }))).ShouldBlame(
            "objectives[0].text",
            "required"
        );
        (await TryAsync(Terms(new { colour = "blue" }))).ShouldBlame("colour", "unknown_field");
        (await TryAsync(Terms(new { objectives = Enumerable.Repeat(new { text = "x" }, 10_000) }))).ShouldBlame(
            "objectives",
            "too_many"
        );
        (await api.Administrator.PutAsync($"{project.Path}/agreements/{Guid.Empty}", Terms(), "*")).ShouldBeProblem(
            404,
            "not_found"
        );
        (await api.Administrator.GetAsync(path)).ShouldBe(404);
    }
}
