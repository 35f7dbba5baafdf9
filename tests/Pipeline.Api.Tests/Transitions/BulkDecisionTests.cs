using Pipeline.Api.Tests.Common;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Tests.Transitions;

[UseCases(typeof(DecideMany), typeof(ListReports))]
public sealed class BulkDecisionTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_report_is_judged_by_itself_and_the_reply_says_what_happened_to_each(bool keyed)
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var manager = await fund.MemberAsync("manager");
        var (good, emptied, own, declined) = (
            await ReportedAsync(fund),
            await ReportedAsync(fund),
            await ReportedAsync(fund, manager),
            await ReportedAsync(fund)
        );
        await emptied.Project.TerritoriesAsync();
        var unknown = Guid.CreateVersion7(api.Clock.GetUtcNow());

        var reply = (
            await manager.PostAsync(
                $"portfolios/{fund.Id}/decisions",
                new
                {
                    decisions = new object[]
                    {
                        new { transitionId = good.Report, decision = "approve" },
                        new { transitionId = emptied.Report, decision = "approve" },
                        new { transitionId = own.Report, decision = "approve" },
                        new
                        {
                            transitionId = declined.Report,
                            decision = "decline",
                            reason = "Not now",
                        },
                        new { transitionId = unknown, decision = "approve" },
                        new { transitionId = good.Report, decision = "approve" },
                    },
                },
                key: keyed ? unknown : null
            )
        ).ShouldBe(200);

        reply
            .Items()
            .Select(o => (o["done"]!.GetValue<bool>(), o["status"]?.GetValue<string>(), o["code"]?.GetValue<string>()))
            .Should()
            .Equal(
                (true, "effective", null),
                (false, "pending", "gate_not_met"),
                (false, "pending", "own_report"),
                (true, "declined", null),
                (false, null, "not_found"),
                (false, "effective", "already_decided")
            );
        reply.Text("items.1.errors.0.code").Should().Be("territory.named");
        (await good.Project.GetAsync()).Text("phase").Should().Be("experimentation");
        (await emptied.Project.GetAsync()).Text("phase").Should().Be("conception");
    }

    [Fact]
    public async Task More_than_a_hundred_or_none_are_refused_and_only_managers_decide()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var manager = await fund.MemberAsync("manager");
        var many = Enumerable
            .Range(0, 101)
            .Select(_ => new { transitionId = Guid.CreateVersion7(api.Clock.GetUtcNow()), decision = "approve" });
        (await manager.PostAsync($"portfolios/{fund.Id}/decisions", new { decisions = many })).ShouldBlame(
            "decisions",
            "too_many"
        );
        (
            await manager.PostAsync($"portfolios/{fund.Id}/decisions", new { decisions = Array.Empty<object>() })
        ).ShouldBlame("decisions", "required");
        var investor = await fund.MemberAsync("investor");
        (await investor.PostAsync($"portfolios/{fund.Id}/decisions", new { decisions = many.Take(1) })).ShouldBe(403);
    }

    private static async Task<(TestProject Project, Guid Report)> ReportedAsync(Fund fund, Client? by = null)
    {
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        return (project, (await project.ReportAsync("advance", "2016-01-01", by: by)).ShouldBe(201).Id("id"));
    }
}
