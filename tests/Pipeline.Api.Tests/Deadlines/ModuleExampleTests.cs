using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Exports;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Audit;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Deadlines;

/// <summary>What a module holds is wherever people look for it: in workbook, history, deadlines and events, from when it was written, and in no earlier view.</summary>
[UseCases(typeof(ListHistory), typeof(GetPortfolioReport))]
public sealed class ModuleExampleTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // Of the day on which they are written; territories and progress are there without them.
    private static readonly string[] Written =
    [
        "Agreements",
        "Evaluation plan",
        "Economics",
        "Alliances",
        "Impacts",
        "Risks",
    ];

    [Fact]
    public async Task One_of_each_is_in_workbook_history_deadlines_and_events()
    {
        var today = api.Clock.Today;
        string In(int months) => $"{today.AddMonths(months):yyyy-MM-dd}";
        var fund = await Fund.OpenAsync(
            api,
            schedule: new
            {
                everyMonths = 6,
                firstPeriodEnds = In(-1),
                dueAfterDays = 60,
            }
        );
        var project = await fund.ProjectAsync();
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        var before = (await fund.DashboardAsync()).ShouldBe(200).Text("knownAt");

        await PutAsync(
            project,
            $"agreements/{fund.Id}",
            new
            {
                signedOn = In(-20),
                startsOn = In(-20),
                endsOn = In(16),
                reviewEveryMonths = 12,
                objectives = new[]
                {
                    new
                    {
                        text = "Half of the income is its own",
                        measure = "Accounts",
                        dueOn = In(3),
                    },
                },
            }
        );
        await PutAsync(project, "evaluation-plan", new { evaluations = new[] { EvaluationPlanTests.Planned(In(2)) } });
        await PutAsync(
            project,
            "economics/target",
            new
            {
                asOf = In(24),
                kind = "operator",
                resources = new[]
                {
                    new
                    {
                        source = "earned",
                        yearlyAmount = project.Money(40_000),
                        label = "Fares",
                    },
                },
                people = new[] { new { kind = "volunteers", fullTimeEquivalents = 1.5 } },
                trajectory = new[] { new { milestone = "A second town", dueOn = In(6) } },
            }
        );
        var alliance = await AddAsync(
            project,
            "alliances",
            new
            {
                name = "Mobility for all",
                form = "territorialDialogue",
                categories = new[] { "sponsorship" },
                startedOn = In(-10),
                endsOn = In(30),
                agreementSignedOn = In(-9),
                trustedThirdPartyOrganisationId = fund.OrganisationId,
                exitPlan = "Three months before",
                partners = new[]
                {
                    new
                    {
                        organisationId = fund.OrganisationId,
                        since = In(-10),
                        objectives = new[] { new { axis = "internalMobilisation", text = "Staff takes part" } },
                        gains = new[] { new { kind = "localAnchoring", text = "Known in town" } },
                    },
                },
                commonGood = new[] { new { dimension = "organisational", text = "People get to work" } },
            }
        );
        var impact = await AddAsync(
            project,
            "impacts",
            new
            {
                kind = "innovation",
                facet = "territorial",
                foreseen = "wanted",
                dimension = "social",
                level = "ecosystem",
                statement = "Towns lend each other their cars",
                since = In(-12),
                allianceId = alliance,
                indicators = new[] { "JOBS" },
                firstIntuition = "One town would",
            }
        );
        await AddAsync(
            project,
            $"impacts/{impact}/readings",
            new
            {
                on = In(-1),
                outcome = "confirmed",
                note = "Two towns do",
            }
        );
        (
            await project.AimAsync(
                new
                {
                    indicator = "JOBS",
                    target = 12,
                    targetOn = In(5),
                }
            )
        ).ShouldBe(200);
        (await project.ReadAsync("JOBS", In(-2), 7)).ShouldBe(201);
        (await project.TerritoriesAsync("Nanterre")).ShouldBe(200);
        await PutAsync(
            project,
            "risks",
            new
            {
                risks = new[]
                {
                    new
                    {
                        code = "drift",
                        passage = "scalingOut",
                        likelihood = 2,
                        severity = 3,
                        allianceId = alliance,
                    },
                },
            }
        );
        var loan = await project.LendAsync(900);
        await AddAsync(
            project,
            $"commitments/{loan}/repayments",
            new { amount = project.Money(300), repaidOn = In(-1) }
        );
        var report = $"progress-reports/{In(-1)}";
        var sections = new[] { "activities", "results", "difficulties", "lessons", "nextSteps" };
        await PutAsync(
            project,
            report,
            new
            {
                sections = sections.Select(section => new { section, text = "As planned" }),
                useOfFunds = new[] { new { lever = "funding", amount = project.Money(7) } },
            }
        );
        (await api.Administrator.PostAsync($"{project.Path}/{report}/submission", null, "*")).ShouldBe(200);
        var cohort = await TestProgramme.OpenAsync(fund, In(-3));
        await cohort.ChooseAsync("Nanterre", new { projectId = project.Id, on = In(-4) });

        (await KindsAsync($"{project.Path}/history?limit=200"))
            .Should()
            .Contain([
                "agreement",
                "alliance",
                "evaluationPlan",
                "impact",
                "impactReading",
                "indicatorReading",
                "indicatorTargets",
                "progressReport",
                "repayment",
                "risks",
                "targetEconomics",
            ]);
        (await KindsAsync($"deadlines?portfolioId={fund.Id}"))
            .Should()
            .BeEquivalentTo([
                "agreementEnd",
                "agreementObjective",
                "agreementReview",
                "allianceEnd",
                "impactReading",
                "indicatorTarget",
                "plannedEvaluation",
                "progressReport",
                "programmeSession",
                "trajectoryMilestone",
            ]);
        (
            await api.InDatabaseAsync(db =>
                db.Outbox.Where(m => m.PortfolioId == fund.Id || m.ProjectId == project.Id)
                    .Select(m => m.Type)
                    .ToListAsync()
            )
        )
            .Should()
            .Contain([
                "agreement.recorded",
                "alliance.recorded",
                "cohort.recorded",
                "evaluationPlan.recorded",
                "impact.recorded",
                "impactReading.recorded",
                "indicatorReading.recorded",
                "indicators.recorded",
                "indicatorTargets.recorded",
                "participation.recorded",
                "progressReport.submitted",
                "programme.recorded",
                "repayment.recorded",
                "risks.recorded",
                "targetEconomics.recorded",
            ]);
        (await SheetsAsync(fund, "lang=en"))
            .Should()
            .Equal([.. Written[..5], "Indicators", "Territories", "Risks", "Progress", "Cohorts", "Definitions"]);
        (await SheetsAsync(fund, "lang=fr"))
            .Should()
            .Equal(
                "Conventions",
                "Plan d'évaluation",
                "Modèle économique",
                "Alliances",
                "Impacts",
                "Indicateurs",
                "Territoires",
                "Risques",
                "Avancement",
                "Promotions",
                "Définitions"
            );
        await SaysAsync(fund);
        (await SheetsAsync(fund, $"lang=en&knownAt={Uri.EscapeDataString(before)}"))
            .Should()
            .Equal("Progress", "Definitions");
        (await SheetsAsync(fund, $"lang=en&asOf={today.AddDays(-1):yyyy-MM-dd}")).Should().NotContain(Written);
    }

    private async Task PutAsync(TestProject project, string path, object body) =>
        (await api.Administrator.PutAsync($"{project.Path}/{path}", body, "*")).ShouldBe(200);

    private async Task<Guid> AddAsync(TestProject project, string path, object body) =>
        (await api.Administrator.PostAsync($"{project.Path}/{path}", body)).ShouldBe(201).Id("id");

    private async Task<IReadOnlySet<string>> KindsAsync(string path) =>
        (await api.Administrator.GetAsync(path))
            .ShouldBe(200)
            .Items()
            .Select(e => e["kind"]!.GetValue<string>())
            .ToHashSet();

    // What the sheets have at their right ends, in both languages.
    private async Task SaysAsync(Fund fund)
    {
        var (name, day) = (
            (await api.Administrator.GetAsync($"organisations/{fund.OrganisationId}")).Text("name"),
            api.Clock.Today
        );
        foreach (
            var (language, said) in new (string, (string Sheet, string Heading, string Text)[])[]
            {
                (
                    "en",
                    [
                        ("Agreements", "Measures and days", $"Accounts, by {Figures.Day(day.AddMonths(3)).En}"),
                        ("Economics", "Resources by name", "Earned income, Fares: €40,000"),
                        ("Economics", "Trajectory", $"{Figures.Day(day.AddMonths(6)).En}: A second town"),
                        ("Alliances", "Objectives", $"{name}: Staff takes part"),
                        ("Alliances", "Gains", $"{name}: Local anchoring, Known in town"),
                        ("Alliances", "Common good", "Organisational: People get to work"),
                        ("Alliances", "Trusted third party", name),
                        ("Alliances", "Exit plan", "Three months before"),
                        ("Impacts", "What was found", "Two towns do"),
                        ("Impacts", "Alliance", "Mobility for all"),
                        ("Impacts", "First intuition", "One town would"),
                        ("Risks", "Alliance", "Mobility for all"),
                        ("Progress", "Used: Funding", "7"),
                    ]
                ),
                (
                    "fr",
                    [
                        (
                            "Conventions",
                            "Mesures et échéances",
                            $"Accounts, pour le {Figures.Day(day.AddMonths(3)).Fr}"
                        ),
                        ("Alliances", "Bien commun", "Organisationnelle : People get to work"),
                        ("Avancement", "Utilisé : Financement", "7"),
                    ]
                ),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            foreach (var (sheet, heading, text) in said)
                book.Table(sheet)
                    .Where(row => row.ContainsKey(heading))
                    .Select(row => book.TextOf(row[heading]))
                    .Should()
                    .Contain(text, "{0} says it under {1}", sheet, heading);
        }
    }

    // Those that come after the core's nine.
    private async Task<IReadOnlyList<string>> SheetsAsync(Fund fund, string query)
    {
        var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?{query}");
        using var book = Book.Open(file.ShouldBe(200).Bytes);
        return [.. book.Sheets.Skip(8)];
    }
}
