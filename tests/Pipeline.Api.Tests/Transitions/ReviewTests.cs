using Pipeline.Api.Tests.Common;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Tests.Transitions;

[UseCases(typeof(DecideTransition), typeof(WithdrawTransition), typeof(CountWaitingReviews))]
public sealed class ReviewTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_report_waits_in_the_managers_queue_until_it_is_decided()
    {
        var (fund, project, owner, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);

        var queue = (await manager.GetAsync($"portfolios/{fund.Id}/transitions?status=pending")).ShouldBe(200);
        queue.Id("items.0.id").Should().Be(report.Id("id"));
        queue.Text("items.0.projectCode").Should().Be(project.Code);
        queue.Number("totalItems").Should().Be(1);
        (await WaitingAsync(manager)).Should().Be(1);
        (await WaitingAsync(owner)).Should().Be(0, "owners decide on nothing");

        (await project.DecideAsync(manager, report.Id("id"), "returnForChanges", "Say who drives"))
            .ShouldBe(200)
            .Text("status")
            .Should()
            .Be("returned");
        (await WaitingAsync(manager)).Should().Be(0);
        (await manager.GetAsync($"portfolios/{fund.Id}/transitions?status=pending"))
            .Number("totalItems")
            .Should()
            .Be(0);
        (await manager.GetAsync($"portfolios/{fund.Id}/transitions?status=returned"))
            .Number("totalItems")
            .Should()
            .Be(1);
    }

    private static async Task<int> WaitingAsync(Client person) =>
        (int)(await person.GetAsync("me/reviews/count")).ShouldBe(200).Number("waiting");

    [Fact]
    public async Task Nobody_decides_on_a_report_of_their_own()
    {
        var (_, project, _, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: manager)).ShouldBe(201);
        report.Text("status").Should().Be("pending");
        (await project.DecideAsync(manager, report.Id("id"), "approve")).ShouldBeProblem(403, "own_report");
        (await project.GetAsync()).Text("phase").Should().Be("conception");
    }

    [Fact]
    public async Task One_report_a_project_is_pending_at_a_time()
    {
        var (_, project, owner, _) = await ReadyAsync();
        (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);
        (await project.ReportAsync("stop", "2016-01-01", "No more funding", by: owner)).ShouldBeProblem(
            409,
            "report_pending"
        );
    }

    [Fact]
    public async Task Its_reporter_withdraws_a_report_and_nobody_else()
    {
        var (_, project, owner, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);
        var path = $"{project.Path}/transitions/{report.Id("id")}/withdrawal";
        (await manager.PostAsync(path, new { }, await project.ETagAsync())).ShouldBeProblem(403, "not_the_reporter");
        (await owner.PostAsync(path, new { }, await project.ETagAsync()))
            .ShouldBe(200)
            .Text("status")
            .Should()
            .Be("withdrawn");
        (await project.DecideAsync(manager, report.Id("id"), "approve")).ShouldBeProblem(409, "already_decided");
    }

    [Fact]
    public async Task The_gate_is_judged_again_on_the_day_of_the_decision()
    {
        var (_, project, owner, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);
        await project.TerritoriesAsync();

        var refused = (await project.DecideAsync(manager, report.Id("id"), "approve")).ShouldBeProblem(
            409,
            "gate_not_met"
        );
        refused.Items("errors").Select(e => e["code"]!.GetValue<string>()).Should().Equal("territory.named");

        var granted = (
            await project.DecideAsync(
                manager,
                report.Id("id"),
                "approve",
                waivers: [new { criterion = "territory.named", reason = "The town votes in March" }]
            )
        ).ShouldBe(200);
        granted.Text("status").Should().Be("effective");
        Met(granted, "criteria").Should().BeTrue("when it was reported the territory was there");
        Met(granted, "decision.criteria").Should().BeFalse("when it was decided it was not");
        granted.Text("waivers.0.reason").Should().Be("The town votes in March");

        static bool Met(Reply reply, string path) =>
            reply.Items(path).Single(c => c["code"]!.GetValue<string>() == "territory.named")["met"]!.GetValue<bool>();
    }

    [Fact]
    public async Task A_decision_on_facts_that_have_changed_since_they_were_read_is_stale()
    {
        var (_, project, owner, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);
        var read = await project.ETagAsync();
        await project.CommitAsync(5);
        (
            await manager.PostAsync(
                $"{project.Path}/transitions/{report.Id("id")}/decision",
                new { decision = "approve" },
                read
            )
        ).ShouldBeProblem(412, "stale");
        (
            await manager.PostAsync(
                $"{project.Path}/transitions/{report.Id("id")}/decision",
                new { decision = "approve" }
            )
        ).ShouldBeProblem(428, "if_match_required");
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_takes_no_waivers()
    {
        var (_, project, owner, manager) = await ReadyAsync();
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201);
        (await project.DecideAsync(manager, report.Id("id"), "decline")).ShouldBlame("reason", "required");
        (
            await project.DecideAsync(
                manager,
                report.Id("id"),
                "decline",
                "No",
                [new { criterion = "territory.named", reason = "x" }]
            )
        ).ShouldBlame("waivers", "waiver_not_needed");
        (
            await project.DecideAsync(
                manager,
                report.Id("id"),
                "approve",
                waivers: [new { criterion = "territory.named", reason = "x" }]
            )
        ).ShouldBlame("waivers[0].criterion", "waiver_not_needed");
    }

    [Fact]
    public async Task Two_reviewers_at_once_make_one_decision_twenty_times_over()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var reviewers = new[] { await fund.MemberAsync("manager"), await fund.MemberAsync("manager") };
        var races = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    var project = await fund.ProjectAsync();
                    await project.MeetFirstGateAsync();
                    var report = (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(201).Id("id");
                    return (Project: project, Report: report, ETag: await project.ETagAsync());
                })
        );

        await Task.WhenAll(
            races.Select(async race =>
            {
                var answers = await Task.WhenAll(
                    reviewers[0]
                        .PostAsync(
                            $"{race.Project.Path}/transitions/{race.Report}/decision",
                            new { decision = "approve" },
                            race.ETag
                        ),
                    reviewers[1]
                        .PostAsync(
                            $"{race.Project.Path}/transitions/{race.Report}/decision",
                            new { decision = "decline", reason = "Too early" },
                            race.ETag
                        )
                );
                answers
                    .Count(a => a.Status == 200)
                    .Should()
                    .Be(1, "one of two decides: {0}", string.Join(" / ", answers.Select(a => a.Json?.ToJsonString())));
                answers.Single(a => a.Status != 200).Status.Should().BeOneOf(409, 412);
                var decided = answers.Single(a => a.Status == 200).Text("status");
                var history = (await api.Administrator.GetAsync($"{race.Project.Path}/transitions")).Items();
                history.Should().ContainSingle().Which["status"]!.GetValue<string>().Should().Be(decided);
                (await race.Project.GetAsync())
                    .Text("phase")
                    .Should()
                    .Be(decided == "effective" ? "experimentation" : "conception");
            })
        );
    }

    private async Task<(Fund, TestProject, Client Owner, Client Manager)> ReadyAsync()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        return (fund, project, await project.OwnerAsync(), await fund.MemberAsync("manager"));
    }
}
