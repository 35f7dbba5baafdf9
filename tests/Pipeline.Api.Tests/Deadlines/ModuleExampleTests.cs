using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Audit;
using Pipeline.Application.Exports;

namespace Pipeline.Api.Tests.Deadlines;

/// <summary>
/// What a module holds is wherever people look for it: on its page, in dashboard, workbook, history, deadlines and events, from when it was written, and in no earlier
/// view; and it is the same whether it was told over HTTP or typed into a page.
/// </summary>
[UseCases(typeof(ListHistory), typeof(GetPortfolioReport))]
public sealed partial class ModuleExampleTests(ModuleExamples examples) : IClassFixture<ModuleExamples>
{
    // What tells two entries apart, and when and by whom they were written.
    private static readonly string[] Stamps = ["version", "recordedAt", "recordedBy", "projectVersion", "submittedBy"];

    private Client Administrator => examples.Api.Administrator;

    private TestProject[] Both => [examples.Sent, examples.Typed];

    // What the dashboard counts of it, and whether that is so from the day on which it was written: else it is so from the instant.
    public static TheoryData<string, string[], string[], string[], string[], bool> Modules =>
        new()
        {
            {
                "agreements",
                ["agreement", "commitment", "repayment"],
                ["agreementEnd", "agreementObjective", "agreementReview"],
                ["agreement.recorded", "repayment.recorded"],
                [
                    "attentionTotals.agreement_ending=2",
                    "attentionTotals.agreement_exit_missing=2",
                    "attentionTotals.agreement_short=2",
                ],
                true
            },
            {
                "ledger",
                ["commitment", "repayment"],
                [],
                ["repayment.recorded"],
                ["breakdown.instrument.0.committed.amount=1800", "breakdown.instrument.0.repaid.amount=600"],
                false
            },
            {
                "evaluation-plan",
                ["evaluationPlan"],
                ["plannedEvaluation"],
                ["evaluationPlan.recorded"],
                ["attentionTotals.evaluation_due=2"],
                true
            },
            {
                "economics",
                ["targetEconomics"],
                ["trajectoryMilestone"],
                ["targetEconomics.recorded"],
                ["attentionTotals.trajectory_late=2"],
                true
            },
            {
                "alliances",
                ["alliance"],
                ["allianceEnd"],
                ["alliance.recorded"],
                [
                    "alliances.total=2",
                    "alliances.byCategory.sponsorship=2",
                    "alliances.byForm.territorialDialogue=2",
                    "alliances.byActorProfile.investor=1",
                    "alliances.doubleImpact=2",
                    "attentionTotals.alliance_short=2",
                ],
                true
            },
            {
                "impacts",
                ["impact", "impactReading"],
                ["impactReading"],
                ["impact.recorded", "impactReading.recorded"],
                ["impacts.total=2", "impacts.byKind.performance.due=2", "attentionTotals.impact_due=2"],
                true
            },
            {
                "indicators",
                ["indicatorReading", "indicatorTargets"],
                ["indicatorTarget"],
                ["indicatorReading.recorded", "indicatorTargets.recorded"],
                ["indicators.0.target=24", "indicators.0.targets=2", "attentionTotals.indicator_unread=2"],
                true
            },
            { "edit", ["project"], [], ["project.created"], ["attentionTotals.catalyst_is_operator=2"], false },
            { "risks", ["risks"], [], ["risks.recorded"], ["risks.open=2", "risks.byPassage.0.weight=6"], true },
            { "progress-reports", ["progressReport"], ["progressReport"], ["progressReport.submitted"], [], true },
            { "", ["participation"], ["programmeSession"], ["participation.recorded"], [], true },
        };

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task It_is_in_history_deadlines_events_and_dashboard_from_when_it_was_written(
        string page,
        string[] history,
        string[] deadlines,
        string[] events,
        string[] counted,
        bool ofItsDay
    )
    {
        foreach (var project in Both)
        {
            history.Should().BeSubsetOf(await KindsAsync($"{project.Path}/history?limit=200"), page);
            deadlines.Should().BeSubsetOf(await KindsAsync($"deadlines?projectId={project.Id}"), page);
            events
                .Should()
                .BeSubsetOf(
                    await examples.Api.InDatabaseAsync(db =>
                        db.Outbox.Where(m =>
                                m.ProjectId == project.Id || (m.ProjectId == null && m.PortfolioId == examples.Fund.Id)
                            )
                            .Select(m => m.Type)
                            .ToListAsync()
                    ),
                    page
                );
        }
        var now = (await examples.Fund.DashboardAsync()).ShouldBe(200);
        var known = (await examples.Fund.DashboardAsync($"?knownAt={Uri.EscapeDataString(examples.Before)}")).ShouldBe(
            200
        );
        var day = (
            await examples.Fund.DashboardAsync($"?asOf={examples.Api.Clock.Today.AddDays(-1):yyyy-MM-dd}")
        ).ShouldBe(200);
        foreach (var figure in counted)
        {
            var (path, value) = (figure.Split('=')[0], figure.Split('=')[1]);
            Figure(now, path).Should().Be(value, path);
            Figure(known, path).Should().BeOneOf("", "0", path);
            if (ofItsDay)
                Figure(day, path).Should().BeOneOf("", "0", path);
            else
                Figure(day, path).Should().Be(value, path);
        }
    }

    [Theory]
    [InlineData("agreements/{0}", "agreements", "Half of the income is its own", "Convention")]
    [InlineData("evaluation-plan", "evaluation-plan", "Trusted third party", "Tiers de confiance")]
    [InlineData("economics/target", "economics", "A second town", "A second town")]
    [InlineData("alliances", "alliances", "Territorial dialogue", "Dialogue territorial")]
    [InlineData("impacts", "impacts", "Towns lend each other their cars", "Towns lend each other their cars")]
    [InlineData("indicator-targets", "indicators", "JOBS in English", "JOBS en français")]
    [InlineData("indicator-readings", "indicators", "The books of the year", "The books of the year")]
    [InlineData("", "", "By bus, not by car", "Territoire de déploiement")]
    [InlineData("risks", "risks", "A look once a year", "A look once a year")]
    [InlineData("commitments", "ledger", "Loan", "Prêt")]
    [InlineData("progress-reports/{1}", "progress-reports/{1}", "As planned", "As planned")]
    [InlineData("participations", "", "Territorial experience", "Territorial experience")]
    public async Task Typed_into_its_page_it_is_what_it_is_over_HTTP_and_its_page_says_so(
        string path,
        string page,
        string english,
        string french
    )
    {
        string Filled(string of) =>
            of.Replace("{0}", $"{examples.Fund.Id}", StringComparison.Ordinal)
                .Replace("{1}", examples.Period, StringComparison.Ordinal);
        var told = new List<string>();
        foreach (var project in Both)
        {
            var reply = (await Administrator.GetAsync($"{project.Path}/{Filled(path)}".TrimEnd('/'))).ShouldBe(200);
            told.Add(Unstamped(project, reply.Json!));
            foreach (var (language, words) in new[] { ("en", english), ("fr", french) })
            {
                using var browser = await examples.Api.BrowserOfAsync(Administrator, language);
                (await browser.PageAsync($"/{project.Path}/{Filled(page)}".TrimEnd('/'))).Should().Contain(words);
            }
        }
        told[1].Should().Be(told[0]);
    }

    private async Task<IReadOnlySet<string>> KindsAsync(string path) =>
        (await Administrator.GetAsync(path))
            .ShouldBe(200)
            .Items()
            .Select(e => e["kind"]!.GetValue<string>())
            .ToHashSet();

    private static string Figure(Reply dashboard, string path)
    {
        JsonNode? node = dashboard.Json;
        foreach (var step in path.Split('.'))
            node = node is JsonArray list
                ? list.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture))
                : node?[step];
        return $"{node}";
    }

    // Two projects differ in their names and ids, and in when they were written.
    private static string Unstamped(TestProject project, JsonNode told)
    {
        Unstamp(told);
        var said = told.ToJsonString()
            .Replace(project.Code, "{code}", StringComparison.Ordinal)
            .Replace("Brest", "Nanterre", StringComparison.Ordinal);
        return AnyId().Replace(said, "{id}");
    }

    private static void Unstamp(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Unstamp(item);
        if (node is not JsonObject fields)
            return;
        foreach (var stamp in Stamps)
            fields.Remove(stamp);
        foreach (var (_, value) in fields)
            Unstamp(value);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AnyId();
}
