using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A dashboard that a client holds is said to hold only as long as it does: no write, no day, no loss of a right passes it by.</summary>
[UseCases(typeof(ValidateDashboardETag))]
public sealed class UnchangedTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task It_holds_until_something_is_written_whatever_it_is()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        var held = await TagAsync(fund);
        (await AskAsync(fund, held)).Should().Be((304, held));
        (await AskAsync(fund, held)).Should().Be((304, held), "asking changes nothing");

        Guid commitment = default,
            delivery = default,
            waiting = default;
        var policy = new
        {
            reviewRequired = true,
            capacityBuildingTarget = 0.3,
            evaluationCeiling = 0.1,
            severities = new { },
        };
        var manager = await fund.MemberAsync("manager");
        var owner = await project.OwnerAsync();
        var writes = new (string What, Func<Task> Write)[]
        {
            ("a description", () => project.DescribeAsync(modelled: true)),
            ("territories", () => project.TerritoriesAsync("Nanterre")),
            ("a commitment", async () => commitment = await project.CommitAsync(10_000)),
            ("a delivery", async () => delivery = (await project.DeliverAsync(commitment, 500)).ShouldBe(201).Id("id")),
            ("a reversal", async () => (await project.ReverseAsync(commitment, delivery)).ShouldBe(201)),
            ("a plan", async () => (await project.PlanAsync(("modelling", "evaluation", 90))).ShouldBe(200)),
            ("an evaluation", () => project.EvaluateAsync("conception", "relevance", "narrated", "2015-05-01")),
            ("a move", async () => (await project.ReportAsync("advance", "2015-06-01")).ShouldBe(201)),
            (
                "another policy",
                async () =>
                    (
                        await api.Administrator.PutAsync(
                            $"portfolios/{fund.Id}",
                            new
                            {
                                code = fund.Code,
                                currency = fund.Currency,
                                name = "Renamed",
                                organisationId = fund.OrganisationId,
                                policy,
                            },
                            "*"
                        )
                    ).ShouldBe(200)
            ),
            (
                "a report",
                async () =>
                    waiting = (await project.ReportAsync("stop", "2015-07-01", "No more", by: owner))
                        .ShouldBe(201)
                        .Id("id")
            ),
            (
                "an answer",
                async () => (await project.DecideAsync(manager, waiting, "decline", "Not yet")).ShouldBe(200)
            ),
            (
                "a cancellation",
                async () =>
                    (
                        await api.Administrator.PostAsync(
                            $"{project.Path}/commitments/{commitment}/cancellation",
                            new { reason = "The funder left", cancelledOn = "2015-08-01" }
                        )
                    ).ShouldBe(200)
            ),
            ("a project", async () => await fund.ProjectAsync()),
            (
                "another one's project taken in",
                async () =>
                    (
                        await api.Administrator.PutAsync(
                            $"portfolios/{fund.Id}/holdings/{(await other.ProjectAsync()).Id}",
                            new { kind = "coFunder" }
                        )
                    ).ShouldBe(200)
            ),
            (
                "reference data",
                async () =>
                {
                    var items = (await api.Administrator.GetAsync("reference")).ShouldBe(200)[
                        "needProfile.items"
                    ]!.DeepClone();
                    items[0]!["need"] = 3 - items[0]!["need"]!.GetValue<int>();
                    (await api.Administrator.PutAsync("reference/need-profile", new { items }, "*")).ShouldBe(200);
                }
            ),
        };
        foreach (var (what, write) in writes)
        {
            held = await TagAsync(fund);
            (await AskAsync(fund, held)).Status.Should().Be(304, "before {0}", what);
            await write();
            var (status, tag) = await AskAsync(fund, held);
            status.Should().Be(200, "after {0}", what);
            tag.Should().NotBe(held, "after {0}", what);
        }
    }

    [Fact]
    public async Task It_is_of_one_portfolio_one_question_and_one_language()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var held = await TagAsync(fund);
        (await AskAsync(fund, held)).Status.Should().Be(304);
        (await AskAsync(other, held)).Status.Should().Be(200);
        (await AskAsync(fund, held, query: "?asOf=2020-01-01")).Status.Should().Be(200);
        (await AskAsync(fund, held, query: "?knownAt=2020-01-01T00:00:00Z")).Status.Should().Be(200);
        (await AskAsync(fund, held, language: "fr")).Status.Should().Be(200);
        (await AskAsync(fund, "W/\"nothing of ours\"")).Status.Should().Be(200);
        (await AskAsync(fund, "*")).Status.Should().Be(200);
        (await AskAsync(fund, $"W/\"older\", {held}")).Status.Should().Be(304, "a client may hold several");
    }

    [Fact]
    public async Task Whoever_loses_the_portfolio_loses_what_they_hold_of_it()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var held = await TagAsync(fund);
        (await AskAsync(fund, held, by: investor)).Status.Should().Be(304);
        var somebody = await api.NewUserAsync("Somebody");
        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{investor.UserId}")).ShouldBe(204);
        // Both are changes of record, and with them the tag has become an old one: a tag that still holds tells them no more.
        foreach (var tag in new[] { held, await TagAsync(fund) })
        {
            (await AskAsync(fund, tag, by: somebody)).Status.Should().Be(404);
            (await AskAsync(fund, tag, by: investor)).Status.Should().Be(404);
        }
        (await AskAsync(fund, held, by: api.Anonymous())).Status.Should().Be(401);
    }

    [Fact]
    public async Task Time_alone_ends_it_when_it_changes_what_is_said()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        (await project.ReportAsync("advance", "2015-06-01", by: await project.OwnerAsync())).ShouldBe(201);
        var reported = api.Clock.GetUtcNow();

        // To just before the end of the fourteenth day: whole days of the view are counted.
        var fifteenth = new DateTimeOffset(reported.UtcDateTime.Date.AddDays(15), TimeSpan.Zero);
        api.Clock.Advance(fifteenth.AddMinutes(-1) - api.Clock.GetUtcNow());
        await api.Administrator.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        var held = await TagAsync(fund);
        (await AskAsync(fund, held)).Status.Should().Be(304);
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        (await AskAsync(fund, held)).Status.Should().Be(200, "now it is overdue");
        (await fund.DashboardAsync()).Number("attentionTotals.review_overdue").Should().Be(1);
    }

    [Fact]
    public async Task The_end_of_the_day_ends_it_where_nothing_waits()
    {
        var fund = await Fund.OpenAsync(api);
        var now = api.Clock.GetUtcNow();
        // Tomorrow's, so that the clock goes forward whatever the time is.
        api.Clock.Advance(new DateTimeOffset(now.UtcDateTime.Date.AddDays(2), TimeSpan.Zero).AddMinutes(-10) - now);
        await api.Administrator.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        var held = await TagAsync(fund);
        (await AskAsync(fund, held)).Status.Should().Be(304);
        api.Clock.Advance(TimeSpan.FromMinutes(20));
        (await AskAsync(fund, held)).Status.Should().Be(200, "another day");
    }

    private static async Task<string> TagAsync(Fund fund) => (await fund.DashboardAsync()).ShouldBe(200).ETag!;

    private async Task<(int Status, string? Tag)> AskAsync(
        Fund fund,
        string held,
        string query = "",
        string? language = null,
        Client? by = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/portfolios/{fund.Id}/dashboard{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", held);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await (by ?? api.Administrator).Http.SendAsync(request);
        if ((int)answer.StatusCode == 304)
            (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        return ((int)answer.StatusCode, answer.Headers.ETag?.ToString());
    }
}
