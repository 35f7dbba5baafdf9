using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Blocks of a dashboard that are named come as they stand in the whole, and alone.</summary>
[UseCases(typeof(GetDashboard))]
public sealed class BlocksTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Always = ["portfolio", "asOf", "knownAt", "currency"];

    [Fact]
    public async Task Each_is_what_it_is_in_the_whole()
    {
        var fund = await SupportedAsync();
        var whole = await AskAsync(fund, "");
        Names(whole).Should().BeEquivalentTo([.. Always, .. Codes.All<DashboardBlock>()]);
        foreach (var block in Codes.All<DashboardBlock>())
            Compare(await AskAsync(fund, $"?blocks={block}"), whole, block);
        // Without the books, with them, and as of another day.
        foreach (
            var some in new[]
            {
                "money,totals,ratios,leverMix",
                "leverMix,breakdown",
                "totals,funnel",
                "attention,risks",
            }
        )
            Compare(await AskAsync(fund, $"?blocks={some}"), whole, some.Split(','));
        Compare(await AskAsync(fund, "?blocks=totals&blocks=money,funnel"), whole, "money", "totals", "funnel");
        Compare(await AskAsync(fund, "?blocks="), whole, [.. Codes.All<DashboardBlock>()]);
        Compare(
            await AskAsync(fund, "?asOf=2015-03-01&blocks=money,ratios"),
            await AskAsync(fund, "?asOf=2015-03-01"),
            "money",
            "ratios"
        );
    }

    [Fact]
    public async Task One_that_there_is_not_is_refused_by_its_name()
    {
        var fund = await Fund.OpenAsync(api);
        foreach (var wrong in new[] { "cash", "Money", "7", "" })
        {
            var refused = await fund.DashboardAsync($"?blocks=money,{wrong}");
            refused.ShouldBlame("blocks", "unknown_code");
            refused.Json!["detail"]!.GetValue<string>().Should().StartWith($"'{wrong}' ").And.Contain("leverMix");
        }
    }

    [Fact]
    public async Task A_tag_is_of_what_was_asked_for()
    {
        var fund = await SupportedAsync();
        var (whole, money) = (await TagAsync(fund, ""), await TagAsync(fund, "?blocks=money"));
        var asked = new[] { ("", whole, money), ("?blocks=money", money, whole), ("?blocks=totals", "", money) };
        foreach (var (query, own, others) in asked)
        {
            (await StatusAsync(fund, query, others)).Should().Be(200, query);
            if (own.Length > 0)
                (await StatusAsync(fund, query, own)).Should().Be(304, query);
        }
        (await StatusAsync(fund, "?blocks=money,money", money)).Should().Be(304, "said twice it is the same");
        await fund.ProjectAsync();
        (await StatusAsync(fund, "?blocks=money", money)).Should().Be(200);
    }

    private async Task<Fund> SupportedAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await project.PlanAsync(("modelling", "evaluation", 90), ("conception", "funding", 1_000))).ShouldBe(200);
        await project.DeliverAsync(await project.CommitAsync(10_000), 500);
        // Of what is cancelled only what had come of it counts, from its day on.
        var cancelled = await project.CommitAsync(7_000);
        (await project.DeliverAsync(cancelled, 300)).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{cancelled}/cancellation",
                new { cancelledOn = "2015-04-01", reason = "The partner withdrew." }
            )
        ).ShouldBe(200);
        await fund.ProjectAsync();
        return fund;
    }

    private static void Compare(JsonNode some, JsonNode whole, params string[] blocks)
    {
        Names(some).Should().BeEquivalentTo([.. Always, .. blocks]);
        foreach (var name in blocks)
            some[name]!.ToJsonString().Should().Be(whole[name]!.ToJsonString(), name);
    }

    private static IEnumerable<string> Names(JsonNode dashboard) => dashboard.AsObject().Select(f => f.Key);

    private static async Task<JsonNode> AskAsync(Fund fund, string query) =>
        (await fund.DashboardAsync(query)).ShouldBe(200).Json!;

    private static async Task<string> TagAsync(Fund fund, string query) =>
        (await fund.DashboardAsync(query)).ShouldBe(200).ETag!;

    private async Task<int> StatusAsync(Fund fund, string query, string held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/portfolios/{fund.Id}/dashboard{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", held);
        using var answer = await api.Administrator.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
