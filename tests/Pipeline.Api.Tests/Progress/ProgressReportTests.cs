using System.Text.Json.Nodes;
using ClosedXML.Excel;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Documents;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Application.Progress;

namespace Pipeline.Api.Tests.Progress;

/// <summary>What projects report between two passages: drafts, submissions, answers, and who owes what.</summary>
[UseCases(
    typeof(ListProgressReports),
    typeof(GetProgressReport),
    typeof(ListReportVersions),
    typeof(SaveProgressReport),
    typeof(SubmitProgressReport),
    typeof(DecideProgressReport),
    typeof(ListPortfolioProgress)
)]
public sealed class ProgressReportTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Usual = ["activities", "results", "difficulties", "lessons", "nextSteps"];

    private DateOnly Today => api.Clock.Today;

    // The period before this one ended some days ago, and there was one before it.
    private DateOnly Ended => Today.AddDays(-10);

    private string Period => Iso(Ended);

    [Fact]
    public async Task A_report_goes_from_draft_to_acceptance_and_a_correction_says_so()
    {
        var (project, owner, manager) = await PeopleAsync();
        var path = $"{project.Path}/progress-reports/{Period}";
        var before = (await owner.GetAsync(path)).ShouldBe(200);
        (before.Text("state"), before.Number("version"), before["status"]).Should().Be(("due", 0, null));
        before.Items("sections").Select(s => s["section"]!.GetValue<string>()).Should().Equal(Usual);

        var draft = (await owner.PutAsync(path, Report("We began"), "*")).ShouldBe(200);
        (draft.Text("status"), draft.Text("state")).Should().Be(("draft", "due"));
        (before["recordedBy"], draft.Id("recordedBy.id")).Should().Be((null, owner.UserId));
        (await owner.PutAsync(path, Report("Lost"), before.ETag)).ShouldBeProblem(412, "stale");
        (await owner.PutAsync(path, Report("Lost"))).ShouldBeProblem(428, "if_match_required");
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, draft.ETag)).ShouldBeProblem(
            409,
            "nothing_submitted"
        );
        (await owner.PostAsync($"{path}/submission", null, before.ETag)).ShouldBeProblem(412, "stale");
        var submitted = (await owner.PostAsync($"{path}/submission", null, draft.ETag)).ShouldBe(200);
        (submitted.Text("status"), submitted.Text("state")).Should().Be(("submitted", "submitted"));
        (await owner.PutAsync(path, Report("Later"), submitted.ETag)).ShouldBeProblem(409, "report_waits");
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBeProblem(409, "report_waits");

        (
            await manager.PostAsync($"{path}/decision", new { decision = "returnForChanges" }, submitted.ETag)
        ).ShouldBlame("reason", "required");
        var returned = (
            await manager.PostAsync(
                $"{path}/decision",
                new { decision = "returnForChanges", reason = "Which results?" },
                submitted.ETag
            )
        ).ShouldBe(200);
        (returned.Text("status"), returned.Text("state"), returned.Text("reason"))
            .Should()
            .Be(("returned", "due", "Which results?"));
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBeProblem(409, "nothing_to_submit");

        (await owner.PutAsync(path, Report("Twelve people moved"), "*")).ShouldBe(200);
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        var accepted = (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
        (accepted.Text("status"), accepted.Text("state"), accepted.Flag("correction"))
            .Should()
            .Be(("accepted", "accepted", false));
        (
            await manager.PostAsync($"{path}/decision", new { decision = "excuse", reason = "Late" }, "*")
        ).ShouldBeProblem(409, "report_accepted");

        // Each submission and each answer, whole; drafts are nobody's.
        var versions = (await manager.GetAsync($"{path}/versions")).ShouldBe(200).Items();
        versions.Select(v => v["version"]!.GetValue<int>()).Should().Equal(1, 2, 3, 4);
        versions
            .Select(v =>
                (Number: v["last"]!["number"]!.GetValue<int>(), Status: v["last"]!["status"]!.GetValue<string>())
            )
            .Should()
            .Equal((1, "submitted"), (1, "returned"), (2, "submitted"), (2, "accepted"));
        versions[0]["recordedBy"]!["id"]!.GetValue<Guid>().Should().Be(owner.UserId);
        versions[0]["last"]!["content"]!.ToJsonString().Should().Contain("We began");
        versions[3]["last"]!["content"]!.ToJsonString().Should().Contain("Twelve people moved");
        (await manager.GetAsync($"{project.Path}/progress-reports/2001-01-01/versions"))
            .Status.Should()
            .Be((await manager.GetAsync($"{project.Path}/progress-reports/2001-01-01")).Status);

        var correcting = (await owner.PutAsync(path, Report("Thirteen people moved"), "*")).ShouldBe(200);
        (correcting.Text("state"), correcting.Flag("correction")).Should().Be(("accepted", true));
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200).Text("state").Should().Be("submitted");
        var refused = (
            await manager.PostAsync(
                $"{path}/decision",
                new { decision = "returnForChanges", reason = "Twelve or thirteen?" },
                "*"
            )
        ).ShouldBe(200);
        refused.Text("state").Should().Be("accepted", "what was accepted stands beside its correction");
        (await owner.PutAsync(path, Report("Thirteen"), "*")).ShouldBe(200);
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
        (await owner.GetAsync(path))
            .Items("submissions")
            .Select(s =>
                (s["number"]!.GetValue<int>(), s["status"]!.GetValue<string>(), s["corrects"]?.GetValue<int>())
            )
            .Should()
            .Equal((1, "returned", null), (2, "accepted", null), (3, "returned", 2), (4, "accepted", 2));
    }

    [Fact]
    public async Task A_draft_that_is_written_beside_its_submission_is_in_it_or_refused()
    {
        for (var i = 0; i < 4; i++)
        {
            var (project, owner, manager) = await PeopleAsync();
            var path = $"{project.Path}/progress-reports/{Period}";
            (await owner.PutAsync(path, Report("We began"), "*")).ShouldBe(200);
            var writing = Enumerable.Range(0, 4).Select(n => owner.PutAsync(path, Report($"Draft {n}"), "*")).ToList();
            var submitted = await owner.PostAsync($"{path}/submission", null, "*");
            var written = await Task.WhenAll(writing);

            submitted.ShouldBe(200);
            written.Should().OnlyContain(w => w.Status == 200 || w.Text("code") == "report_waits");
            (await owner.GetAsync(path)).Text("status").Should().Be("submitted");
            (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
            (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBeProblem(409, "nothing_to_submit");
        }
    }

    [Fact]
    public async Task A_draft_is_read_by_those_who_write_it_alone()
    {
        var (project, owner, manager) = await PeopleAsync();
        var (investor, finance) = (
            await project.Fund.MemberAsync("investor"),
            await project.Fund.MemberAsync("finance")
        );
        var path = $"{project.Path}/progress-reports/{Period}";
        (await owner.PutAsync(path, Report("Half a thought"), "*")).ShouldBe(200);
        (await manager.GetAsync(path)).Text("sections.0.text").Should().Be("Half a thought");
        foreach (var reader in new[] { investor, finance })
        {
            var seen = (await reader.GetAsync(path)).ShouldBe(200);
            (seen["status"], seen.Text("sections.0.text")).Should().Be((null, ""));
            (await reader.GetAsync($"{project.Path}/history"))
                .ShouldBe(200)
                .Json!.ToJsonString()
                .Should()
                .NotContain("Half a thought");
            (await reader.PutAsync(path, Report("Mine"), "*")).ShouldBeProblem(403, "describing_not_permitted");
        }
        (await owner.GetAsync($"{project.Path}/history"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Contain("Half a thought");
        (await owner.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBeProblem(
            403,
            "managers_only"
        );
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (await investor.GetAsync(path)).Text("sections.0.text").Should().Be("Half a thought");
        (await investor.GetAsync($"{project.Path}/history"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Contain("Half a thought");
    }

    [Fact]
    public async Task Use_of_funds_stands_beside_what_was_delivered_in_the_period()
    {
        var (project, owner, _) = await PeopleAsync();
        var commitment = await project.CommitAsync(1000);
        foreach (var (day, amount) in new[] { (Ended, 300m), (Ended.AddDays(1), 70m), (Ended.AddMonths(-3), 5m) })
            (await project.DeliverAsync(commitment, amount, Iso(day))).ShouldBe(201);
        var path = $"{project.Path}/progress-reports/{Period}";
        var body = Fields.Merge(
            Report("Spent"),
            new
            {
                useOfFunds = new[]
                {
                    new
                    {
                        lever = "funding",
                        amount = project.Money(250.5m),
                        comment = "Cars",
                    },
                },
            }
        );
        var saved = (await owner.PutAsync(path, body, "*")).ShouldBe(200);
        (
            saved.Text("useOfFunds.0.lever"),
            saved.Figure("useOfFunds.0.amount.amount"),
            saved.Figure("useOfFunds.0.delivered.amount"),
            saved.Text("useOfFunds.0.comment")
        )
            .Should()
            .Be(("funding", 250.5m, 300m, "Cars"));
    }

    [Fact]
    public async Task What_a_report_says_of_indicators_becomes_readings_when_it_is_accepted_once()
    {
        var (project, owner, manager) = await PeopleAsync();
        var fund = project.Fund;
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"), IndicatorApi.Indicator("TREES"))).ShouldBe(200);
        (await project.ReadAsync("JOBS", Iso(Ended.AddMonths(-3)), 10)).ShouldBe(201);
        var document = (await DocumentFiles.AddAsync(owner, project)).ShouldBe(201).Id("id");
        var path = $"{project.Path}/progress-reports/{Period}";
        var agreement = (await DocumentFiles.AddAsync(owner, project, kind: "agreement", title: "12 000 euros")).Id(
            "id"
        );
        object[] evidence =
        [
            new { title = "Press", url = "https://example.org/press" },
            new { title = "Register of staff", documentId = document },
            new { title = "What was promised", documentId = agreement },
        ];
        var body = Saying(
            new { documentIds = new[] { document, agreement }, evidence },
            ("JOBS", 12.5m, "Payroll"),
            ("TREES", 3, null)
        );
        var saved = (await owner.PutAsync(path, body, "*")).ShouldBe(200);
        (
            saved.Figure("indicatorReadings.0.value"),
            saved.Figure("indicatorReadings.0.before"),
            saved.Text("indicatorReadings.0.beforeOn"),
            saved.Text("indicatorReadings.0.unit"),
            saved["indicatorReadings.1.before"]
        )
            .Should()
            .Be((12.5m, 10, Iso(Ended.AddMonths(-3)), "people", null));
        saved
            .Items("evidence")
            .Select(e => ($"{e["title"]}", (string?)e["url"], (Guid?)e["documentId"]))
            .Should()
            .Equal(
                ("Press", "https://example.org/press", null),
                ("Register of staff", null, document),
                ("What was promised", null, agreement)
            );
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (
            await manager.PostAsync($"{path}/decision", new { decision = "returnForChanges", reason = "Sure?" }, "*")
        ).ShouldBe(200);
        (await ReadingsAsync(project)).Should().HaveCount(1, "neither a draft nor a returned report is recorded");

        (await owner.PutAsync(path, body, "*")).ShouldBe(200);
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (await fund.DashboardAsync()).OnDashboard("JOBS")["total"]!.GetValue<decimal>().Should().Be(10);
        var waiting = (await manager.GetAsync(path)).ETag;
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, waiting)).ShouldBe(200);
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, waiting)).ShouldBeProblem(
            412,
            "stale"
        );
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBeProblem(
            409,
            "nothing_submitted"
        );
        var recorded = await ReadingsAsync(project);
        recorded
            .Select(r => (r["indicator"]!.GetValue<string>(), $"{r["on"]}", r["value"]!.GetValue<decimal>()))
            .Should()
            .BeEquivalentTo([("JOBS", Iso(Ended.AddMonths(-3)), 10m), ("JOBS", Period, 12.5m), ("TREES", Period, 3m)]);
        var jobs = recorded.Single(r => r["value"]!.GetValue<decimal>() == 12.5m);
        $"{jobs["source"]}".Should().Be("Payroll");
        jobs["evidence"]!
            .AsArray()
            .Select(e => ((string?)e!["url"], (Guid?)e["documentId"]))
            .Should()
            .Equal([("https://example.org/press", null), (null, document)], "a document is evidence once");
        var other = await Fund.OpenAsync(fund.Api);
        (
            await fund.Api.Administrator.PutAsync(
                $"portfolios/{other.Id}/holdings/{project.Id}",
                new { kind = "coFunder" }
            )
        ).ShouldBe(200);
        var beside = await other.MemberAsync("investor");
        foreach (var seen in new[] { path, $"{project.Path}/indicator-readings" })
            (await beside.GetAsync(seen)).ShouldBe(200).ToString().Should().NotContain("12 000 euros");
        (await manager.GetAsync(path)).ToString().Should().Contain("12 000 euros");
        (await fund.DashboardAsync()).OnDashboard("JOBS")["total"]!.GetValue<decimal>().Should().Be(12.5m);
        var instant = (await fund.DashboardAsync()).Text("knownAt");

        await CorrectAsync(new { documentIds = new[] { document }, evidence });
        (await ReadingsAsync(project))
            .Where(r => $"{r["on"]}" == Period)
            .Select(r =>
                (r["indicator"]!.GetValue<string>(), r["value"]!.GetValue<decimal>(), r["reversesId"] is not null)
            )
            .Should()
            .BeEquivalentTo(
                [("JOBS", 12.5m, false), ("JOBS", -12.5m, true), ("JOBS", 13m, false), ("TREES", 3m, false)],
                "what a correction says again stays as it was recorded"
            );
        (await fund.DashboardAsync($"?asOf={Period}")).OnDashboard("JOBS")["total"]!
            .GetValue<decimal>()
            .Should()
            .Be(13);
        (await fund.DashboardAsync($"?knownAt={Uri.EscapeDataString(instant)}")).OnDashboard("JOBS")["total"]!
            .GetValue<decimal>()
            .Should()
            .Be(12.5m);

        await CorrectAsync(null);
        (await ReadingsAsync(project))
            .Where(r => $"{r["indicator"]}" == "TREES")
            .Select(r => (r["evidence"]!.AsArray().Count, r["reversesId"] is not null))
            .Should()
            .BeEquivalentTo([(2, false), (2, true), (0, false)], "a correction without evidence shows none");

        async Task CorrectAsync(object? more)
        {
            (await owner.PutAsync(path, Saying(more, ("JOBS", 13, "Payroll"), ("TREES", 3, null)), "*")).ShouldBe(200);
            (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
            (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
        }
    }

    [Fact]
    public async Task What_is_wrong_of_an_indicator_is_refused_in_its_place_and_nothing_is_recorded()
    {
        var (project, owner, manager) = await PeopleAsync();
        var path = $"{project.Path}/progress-reports/{Period}";
        (await project.Fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        (await owner.PutAsync(path, Saying(null, ("JOBS", 1, null), ("NONE", 1, null)), "*")).ShouldBlame(
            "indicatorReadings[1].indicator",
            "unknown_indicator"
        );
        (await owner.PutAsync(path, Saying(null, ("JOBS", 1, null), ("JOBS", 2, null)), "*")).ShouldBlame(
            "indicatorReadings[1].indicator",
            "duplicate"
        );
        (await owner.PutAsync(path, Saying(null, ("JOBS", 0.0000000001m, null)), "*")).ShouldBlame(
            "indicatorReadings[0].value",
            "too_many_decimals"
        );
        object[] trees =
        [
            new
            {
                indicator = "JOBS",
                value = 1,
                unit = "trees",
            },
        ];
        (await owner.PutAsync(path, Fields.Merge(Report("x"), new { indicatorReadings = trees }), "*")).ShouldBlame(
            "indicatorReadings[0].unit",
            "unit_differs"
        );
        (await owner.GetAsync(path)).Number("version").Should().Be(0);

        (await owner.PutAsync(path, Saying(null, ("JOBS", 1, null)), "*")).ShouldBe(200);
        (await owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (
            await project.Fund.SetIndicatorsAsync(
                IndicatorApi.Indicator("JOBS", new { unit = "full-time equivalents" })
            )
        ).ShouldBe(200);
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBlame(
            "indicatorReadings[0].unit",
            "unit_differs"
        );
        (await project.Fund.SetIndicatorsAsync(IndicatorApi.Indicator("TREES"))).ShouldBe(200);
        (await manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBlame(
            "indicatorReadings[0].indicator",
            "unknown_indicator"
        );
        (await owner.GetAsync(path)).Text("state").Should().Be("submitted");
        (await ReadingsAsync(project)).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_owes_what_is_told_everywhere_as_of_a_day_and_as_known_at_an_instant()
    {
        var fund = await FundAsync(dueAfterDays: 5);
        var (late, excused, stopped) = (
            await fund.ProjectAsync(Iso(Ended.AddMonths(-1))),
            await fund.ProjectAsync(Iso(Ended.AddMonths(-1))),
            await fund.ProjectAsync(Iso(Ended.AddMonths(-7)))
        );
        (
            await api.Administrator.PostAsync(
                $"{excused.Path}/progress-reports/{Period}/decision",
                new { decision = "excuse", reason = "Just begun" },
                "*"
            )
        ).ShouldBe(200);
        (await stopped.ReportAsync("stop", Iso(Ended.AddMonths(-4)), "No more need")).ShouldBe(201);
        var instant = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/progress-reports"))
            .ShouldBe(200)
            .Text("knownAt");

        var matrix = (
            await api.Administrator.GetAsync($"portfolios/{fund.Id}/progress-reports?period={Period}")
        ).ShouldBe(200);
        matrix.Texts("periods").Should().Equal(Period);
        States(matrix).Should().BeEquivalentTo([(late.Id, "late", 5), (excused.Id, "excused", 0)]);
        var all = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/progress-reports")).ShouldBe(200);
        all.Items().Single(p => p["projectId"]!.GetValue<Guid>() == stopped.Id)["periods"]!
            .AsArray()
            .Select(p => p!["period"]!.GetValue<string>())
            .Should()
            .Equal([Iso(Ended.AddMonths(-6)), Iso(Ended.AddMonths(-3))], "the last one is that in which it stopped");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/progress-reports?period=2001-01-01")).ShouldBlame(
            "period",
            "not_a_period"
        );

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        dashboard.Number("attentionTotals.report_late").Should().Be(2);
        (await api.Administrator.GetAsync($"deadlines?projectId={late.Id}&kind=progressReport"))
            .Items()
            .Select(d =>
                (d["dueOn"]!.GetValue<string>(), d["state"]!.GetValue<string>(), d["link"]!.GetValue<string>())
            )
            .First()
            .Should()
            .Be((Iso(Ended.AddDays(5)), "late", $"/projects/{late.Id}/progress-reports/{Period}"));

        var path = $"{late.Path}/progress-reports/{Period}";
        (await api.Administrator.PutAsync(path, Report("At last"), "*")).ShouldBe(200);
        (await api.Administrator.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        var now = (await fund.DashboardAsync()).ShouldBe(200);
        now.Number("attentionTotals.report_late").Should().Be(1);
        States(
                (
                    await api.Administrator.GetAsync(
                        $"portfolios/{fund.Id}/progress-reports?period={Period}&knownAt={Uri.EscapeDataString(instant)}"
                    )
                ).ShouldBe(200)
            )
            .Should()
            .Contain((late.Id, "late", 5), "then it was not known");
        (await api.Administrator.GetAsync($"{late.Path}/progress-reports?asOf={Iso(Ended.AddDays(2))}"))
            .ShouldBe(200)
            .Items()
            .Select(r => r["state"]!.GetValue<string>())
            .Should()
            .Equal("due", "upcoming");
    }

    [Fact]
    public async Task A_hand_over_leaves_what_was_shown_as_it_was()
    {
        var (fund, next) = (await FundAsync(), await FundAsync());
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"), IndicatorApi.Indicator("TREES"))).ShouldBe(200);
        (await next.SetIndicatorsAsync(IndicatorApi.Indicator("MILES"))).ShouldBe(200);
        var project = await fund.ProjectAsync(Iso(Ended.AddMonths(-1)));
        (await project.ReadAsync("JOBS", Iso(Ended), 10)).ShouldBe(201);
        (await HoldAsync("coFunder")).ShouldBe(200);
        var own = (await api.Administrator.GetAsync($"{project.Path}/progress-reports")).ShouldBe(200);
        var at = $"?asOf={own.Text("asOf")}&knownAt={Uri.EscapeDataString(own.Text("knownAt"))}";
        string[] paths =
        [
            $"{project.Path}/progress-reports{at}",
            $"portfolios/{fund.Id}/progress-reports{at}",
            $"portfolios/{next.Id}/progress-reports{at}",
        ];
        var (replies, sheets, others) = (await ReadAsync(), await SheetsAsync(fund), await SheetsAsync(next));
        var end = $"{Ended.ToDateTime(TimeOnly.MinValue).ToOADate()}";
        sheets.Should().Contain("JOBS").And.Contain(end);

        (await HoldAsync("lead")).ShouldBe(200);

        (await ReadAsync()).Should().Equal(replies);
        (await SheetsAsync(fund)).Should().Be(sheets);
        (await SheetsAsync(next)).Should().Be(others, "it did not lead then");

        Task<Reply> HoldAsync(string kind) =>
            api.Administrator.PutAsync($"portfolios/{next.Id}/holdings/{project.Id}", new { kind }, "*");

        async Task<string[]> ReadAsync()
        {
            var texts = new List<string>();
            foreach (var path in paths)
                texts.Add((await api.Administrator.GetAsync(path)).ShouldBe(200).Json!.ToJsonString());
            return [.. texts];
        }

        async Task<string> SheetsAsync(Fund of)
        {
            var file = (await api.Administrator.GetAsync($"portfolios/{of.Id}/report.xlsx{at}")).ShouldBe(200);
            using var book = new XLWorkbook(new MemoryStream(file.Bytes));
            return string.Join(
                "\n",
                book.Worksheets.Where(s => s.Name is "Indicators" or "Progress")
                    .SelectMany(s => s.CellsUsed())
                    .Select(c => c.GetFormattedString())
            );
        }
    }

    [Fact]
    public async Task On_hold_is_an_excuse_unless_the_policy_says_otherwise()
    {
        foreach (var (excuses, state) in new[] { (true, "excused"), (false, "due") })
        {
            var fund = await FundAsync(excuseOnHold: excuses);
            var project = await fund.ProjectAsync(Iso(Ended.AddMonths(-1)));
            (await project.ReportAsync("hold", Iso(Ended.AddDays(-3)), "A pause")).ShouldBe(201);
            (await api.Administrator.GetAsync($"{project.Path}/progress-reports/{Period}"))
                .Text("state")
                .Should()
                .Be(state);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var (project, owner, manager) = await PeopleAsync();
        var path = $"{project.Path}/progress-reports";
        (await owner.GetAsync($"{path}/2026-13-01")).ShouldBlame("period", "invalid_date");
        (await owner.PutAsync($"{path}/{Iso(Ended.AddDays(1))}", Report("x"), "*")).ShouldBlame(
            "period",
            "not_a_period"
        );
        (await owner.PutAsync($"{path}/{Period}", Report("x", "Weather"), "*")).ShouldBlame(
            "sections[0].section",
            "unknown_code"
        );
        (
            await owner.PutAsync(
                $"{path}/{Period}",
                Fields.Merge(Report("x"), new { documentIds = new[] { Guid.Empty } }),
                "*"
            )
        ).ShouldBlame("documentIds[0]", "unknown_document");
        foreach (
            var (evidence, field, code) in new (object, string, string)[]
            {
                (new { title = "Press", documentId = Guid.Empty }, "evidence[0].documentId", "unknown_document"),
                (new { title = "Press" }, "evidence[0].url", "required"),
                (new { title = "Press", url = "ftp://example.org" }, "evidence[0].url", "invalid_link"),
                (new { title = "Press", url = "https://example.org/a\nb" }, "evidence[0].url", "invalid_link"),
            }
        )
            (
                await owner.PutAsync(
                    $"{path}/{Period}",
                    Fields.Merge(Report("x"), new { evidence = new[] { evidence } }),
                    "*"
                )
            ).ShouldBlame(field, code);
        var kept = (await DocumentFiles.AddAsync(owner, project)).ShouldBe(201).Id("id");
        var most = Enumerable.Range(1, 100).Select(i => new { title = "Press", url = $"https://example.org/{i}" });
        (
            await owner.PutAsync(
                $"{path}/{Period}",
                Fields.Merge(Report("x"), new { evidence = most, documentIds = new[] { kept } }),
                "*"
            )
        ).ShouldBlame("evidence", "too_many");
        (
            await owner.PutAsync(
                $"{path}/{Period}",
                Fields.Merge(
                    Report("x"),
                    new
                    {
                        useOfFunds = new[] { new { lever = "funding", amount = new { amount = 1, currency = "USD" } } },
                    }
                ),
                "*"
            )
        ).ShouldBlame("useOfFunds[0].amount.currency", "currency_differs");
        (await owner.GetAsync($"{path}/{Period}")).Number("version").Should().Be(0);

        var running = Iso(Ended.AddMonths(3));
        (await owner.PutAsync($"{path}/{running}", Report("So far"), "*")).ShouldBe(200);
        (await owner.PostAsync($"{path}/{running}/submission", null, "*")).ShouldBeProblem(409, "period_runs");
        (
            await owner.PutAsync(
                $"{path}/{Period}",
                new { sections = new[] { new { section = "results", text = "Some" } } },
                "*"
            )
        ).ShouldBe(200);
        (await owner.PostAsync($"{path}/{Period}/submission", null, "*")).ShouldBlame(
            "sections.activities",
            "required"
        );
        (await manager.PostAsync($"{path}/{Period}/decision", new { decision = "excuse" }, "*")).ShouldBlame(
            "reason",
            "required"
        );

        var quiet = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await api.Administrator.GetAsync($"{quiet.Path}/progress-reports")).ShouldBe(200).Items().Should().BeEmpty();
        (await api.Administrator.PutAsync($"{quiet.Path}/progress-reports/{Period}", Report("x"), "*")).ShouldBeProblem(
            409,
            "no_report_schedule"
        );
    }

    [Fact]
    public async Task A_schedule_is_kept_in_the_policy_with_sections_of_its_own()
    {
        var fund = await FundAsync(sections: ["results", "What the town says"]);
        var project = await fund.ProjectAsync(Iso(Ended.AddMonths(-1)));
        var french = (await api.Administrator.GetAsync($"{project.Path}/progress-reports/{Period}", "fr")).ShouldBe(
            200
        );
        french
            .Items("sections")
            .Select(s => s["label"]!.GetValue<string>())
            .Should()
            .Equal("Résultats", "What the town says");
        var portfolio = (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ShouldBe(200);
        (portfolio.Number("policy.schedule.everyMonths"), portfolio.Number("policy.schedule.remindBeforeDays"))
            .Should()
            .Be((3, 14));
        (await SetAsync(fund, new { everyMonths = 2, firstPeriodEnds = Period })).ShouldBlame(
            "policy.schedule.everyMonths",
            "out_of_range"
        );
        (
            await SetAsync(
                fund,
                new
                {
                    everyMonths = 3,
                    firstPeriodEnds = Period,
                    sections = new[] { "results", "results" },
                }
            )
        ).ShouldBlame("policy.schedule.sections[1]", "duplicate");
    }

    private async Task<Fund> FundAsync(int dueAfterDays = 30, bool excuseOnHold = true, string[]? sections = null)
    {
        var fund = await Fund.OpenAsync(api);
        (
            await SetAsync(
                fund,
                new
                {
                    everyMonths = 3,
                    firstPeriodEnds = Iso(Ended.AddMonths(-6)),
                    dueAfterDays,
                    excuseOnHold,
                    sections,
                }
            )
        ).ShouldBe(200);
        return fund;
    }

    private async Task<Reply> SetAsync(Fund fund, object schedule) =>
        await api.Administrator.PutAsync(
            $"portfolios/{fund.Id}",
            new
            {
                code = fund.Code,
                name = "Reporting",
                organisationId = fund.OrganisationId,
                currency = fund.Currency,
                policy = new { reviewRequired = false, schedule },
            },
            "*"
        );

    private async Task<(TestProject Project, Client Owner, Client Manager)> PeopleAsync()
    {
        var fund = await FundAsync();
        var project = await fund.ProjectAsync();
        return (project, await project.OwnerAsync(), await fund.MemberAsync("manager"));
    }

    private static object Report(string text, string? instead = null) =>
        new { sections = Usual.Select((s, i) => new { section = i == 0 && instead is not null ? instead : s, text }) };

    private static JsonObject Saying(
        object? more,
        params (string Indicator, decimal Value, string? Source)[] readings
    ) =>
        Fields.Merge(
            Fields.Merge(Report("As planned"), more),
            new
            {
                indicatorReadings = readings.Select(r => new
                {
                    indicator = r.Indicator,
                    value = r.Value,
                    source = r.Source,
                }),
            }
        );

    private static async Task<IReadOnlyList<JsonNode>> ReadingsAsync(TestProject project) =>
        (await project.Fund.Api.Administrator.GetAsync($"{project.Path}/indicator-readings")).ShouldBe(200).Items();

    private static IEnumerable<(Guid, string, int)> States(Reply matrix) =>
        matrix
            .Items()
            .Select(p =>
                (
                    p["projectId"]!.GetValue<Guid>(),
                    p["periods"]![0]!["state"]!.GetValue<string>(),
                    p["periods"]![0]!["daysLate"]!.GetValue<int>()
                )
            );

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
