using System.Text.Json;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Api.Tests.Programmes;

namespace Pipeline.Api.Tests.Deadlines;

/// <summary>A fund with two projects that hold the same of every module: one was told over HTTP, the other one typed into its pages.</summary>
public sealed class ModuleExamples : IAsyncLifetime
{
    public static readonly string[] Sections = ["activities", "results", "difficulties", "lessons", "nextSteps"];

    public PipelineApi Api { get; } = new();

    public Fund Fund { get; private set; } = null!;

    /// <summary>The fund's name, which is its organisation's too.</summary>
    public string FundName => $"Fund {Fund.Code}";

    /// <summary>Told over HTTP.</summary>
    public TestProject Sent { get; private set; } = null!;

    /// <summary>Typed into pages.</summary>
    public TestProject Typed { get; private set; } = null!;

    /// <summary>When the projects were there, and nothing else was.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Whoever looks at pages.</summary>
    public HttpClient Browser { get; private set; } = null!;

    /// <summary>The last day of the period that is reported on.</summary>
    public string Period => In(-1);

    /// <summary>The cohort that both take part in.</summary>
    internal TestProgramme Programme { get; private set; } = null!;

    /// <summary>A day about so many months from now: one that every month has, and none ends with.</summary>
    public DateOnly Day(int months)
    {
        const int last = 27;
        var today = Api.Clock.Today;
        return (today.Day > last ? today.AddDays(last - today.Day) : today).AddMonths(months);
    }

    /// <summary>The same as it is sent.</summary>
    public string In(int months) => $"{Day(months):yyyy-MM-dd}";

    /// <summary>The day of the planned evaluation.</summary>
    public string Soon => $"{Api.Clock.Today.AddDays(10):yyyy-MM-dd}";

    public async Task InitializeAsync()
    {
        await Api.InitializeAsync();
        Fund = await Fund.OpenAsync(
            Api,
            schedule: new
            {
                everyMonths = 6,
                firstPeriodEnds = In(-7),
                dueAfterDays = 60,
            }
        );
        // Both began in the first period.
        (Sent, Typed) = (await Fund.ProjectAsync(In(-10)), await Fund.ProjectAsync(In(-10)));
        Before = (await Fund.DashboardAsync()).ShouldBe(200).Text("knownAt");
        (await Fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        Programme = await TestProgramme.OpenAsync(Fund, In(-3));
        Browser = await Api.BrowserOfAsync(Api.Administrator, "en");
        await WriteAsync(Sent, SendAsync);
        await WriteAsync(Typed, TypeAsync);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await ((IAsyncLifetime)Api).DisposeAsync();
    }

    /// <summary>What of it is written in which way, below the project.</summary>
    private delegate Task Writer(
        TestProject project,
        HttpMethod method,
        string path,
        string page,
        string form,
        object body
    );

    private async Task SendAsync(
        TestProject project,
        HttpMethod method,
        string path,
        string page,
        string form,
        object body
    )
    {
        path = path.StartsWith('/') ? path[1..] : $"{project.Path}/{path}";
        var read = await Api.Administrator.GetAsync(path);
        (
            method == HttpMethod.Put
                ? await Api.Administrator.PutAsync(path, body, read.ETag ?? "*")
                : await Api.Administrator.PostAsync(path, body)
        )
            .Status.Should()
            .BeInRange(200, 201, "{0} takes {1}", path, JsonSerializer.Serialize(body));
    }

    private Task TypeAsync(
        TestProject project,
        HttpMethod method,
        string path,
        string page,
        string form,
        object body
    ) =>
        Browser.SendFormAsync(
            page.StartsWith('/') ? page : $"/{project.Path}/{page}",
            form,
            JsonSerializer.SerializeToNode(body)!,
            _ => FundName
        );

    private async Task WriteAsync(TestProject project, Writer write)
    {
        Task PutAsync(string path, string form, object body, string? page = null) =>
            write(project, HttpMethod.Put, path, page ?? path, form, body);
        Task AddAsync(string path, string page, string form, object body) =>
            write(project, HttpMethod.Post, path, page, form, body);
        Task<Guid> AddedAsync(string list) => FirstAsync(project, list);

        await PutAsync(
            $"agreements/{Fund.Id}",
            "agreement",
            new
            {
                signedOn = In(-21),
                startsOn = In(-20),
                endsOn = In(10),
                coBuiltWithGovernanceOn = In(-22),
                exitReviewedOn = In(-2),
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
        await PutAsync(
            "evaluation-plan",
            "plan",
            new
            {
                evaluations = new[]
                {
                    new
                    {
                        phase = "conception",
                        form = "relevance",
                        maturity = "narrated",
                        dueOn = Soon,
                        evaluatorKind = "trustedThirdParty",
                        participants = new[] { "beneficiaries", "academics" },
                        budget = project.Money(12_500.50m),
                        questions = new[] { "Who stays?", "Who leaves?" },
                        framework = "Built with two regions",
                    },
                },
            }
        );
        await AddAsync(
            "alliances",
            "alliances/new",
            "alliance",
            new
            {
                name = "Mobility for all",
                form = "territorialDialogue",
                categories = new[] { "sponsorship" },
                kinds = new[] { "skillsSponsorship" },
                startedOn = In(-10),
                endsOn = In(20),
                agreementSignedOn = In(-9),
                sharedVision = "Nobody stays at home",
                trustedThirdPartyOrganisationId = Fund.OrganisationId,
                exitPlan = "Three months before",
                partners = new[]
                {
                    new
                    {
                        organisationId = Fund.OrganisationId,
                        since = In(-10),
                        objectives = new[] { new { axis = "internalMobilisation", text = "Staff takes part" } },
                        gains = new[] { new { kind = "localAnchoring", text = "Known in town" } },
                    },
                },
                commonGood = new[] { new { dimension = "organisational", text = "People get to work" } },
            }
        );
        var alliance = await AddedAsync("alliances");
        await PutAsync(
            "economics/target",
            "economics",
            new
            {
                asOf = In(24),
                kind = "operator",
                resources = new[]
                {
                    new
                    {
                        source = "public",
                        yearlyAmount = project.Money(1_000),
                        label = "The region",
                    },
                    new
                    {
                        source = "private",
                        yearlyAmount = project.Money(2_000),
                        label = "A foundation",
                    },
                    new
                    {
                        source = "earned",
                        yearlyAmount = project.Money(40_000),
                        label = "Fares",
                    },
                    new
                    {
                        source = "other",
                        yearlyAmount = project.Money(3_000.25m),
                        label = "Gifts",
                    },
                },
                people = new object[]
                {
                    new { kind = "salaried", fullTimeEquivalents = 3 },
                    new { kind = "volunteers", fullTimeEquivalents = 1.5 },
                    new { kind = "civicService", fullTimeEquivalents = 2 },
                    new { kind = "skillsSponsorship", fullTimeEquivalents = 0.25 },
                },
                allianceIds = new[] { alliance },
                sizing = new
                {
                    territories = 4,
                    beneficiaries = 500,
                    yearlyCost = project.Money(60_000),
                },
                trajectory = new object[]
                {
                    new
                    {
                        milestone = "A first town",
                        dueOn = In(-6),
                        doneOn = In(-7),
                    },
                    new { milestone = "A second town", dueOn = In(-1) },
                    new { milestone = "A third town", dueOn = In(6) },
                },
            }
        );
        await AddAsync(
            "impacts",
            "impacts/new",
            "impact",
            new
            {
                kind = "performance",
                facet = "generalInterestBodies",
                foreseen = "wanted",
                dimension = "social",
                level = "ecosystem",
                statement = "Towns lend each other their cars",
                beneficiaries = "Who looks for work",
                since = In(-20),
                allianceId = alliance,
                indicators = new[] { "JOBS" },
                firstIntuition = "One town would",
            }
        );
        var impact = await AddedAsync("impacts");
        await AddAsync(
            $"impacts/{impact}/readings",
            $"impacts/{impact}",
            "read",
            new
            {
                on = In(-8),
                outcome = "confirmed",
                note = "Two towns do",
            }
        );
        await PutAsync(
            "indicator-targets",
            "targets",
            new
            {
                targets = new[]
                {
                    new
                    {
                        indicator = "JOBS",
                        baseline = 2,
                        baselineOn = In(-9),
                        target = 12,
                        targetOn = In(-1),
                    },
                },
            },
            "indicators"
        );
        await AddAsync(
            "indicator-readings",
            "indicators",
            "record",
            new
            {
                indicator = "JOBS",
                on = In(-2),
                periodStart = In(-5),
                value = 7.5,
                source = "The books of the year",
                territory = "Nanterre",
            }
        );
        await PutAsync(
            "territories",
            "territories",
            new[]
            {
                new
                {
                    name = "Nanterre",
                    level = "local",
                    region = "ileDeFrance",
                    role = "deployment",
                    since = In(-9),
                    closedOn = In(9),
                    adaptation = "By bus, not by car",
                    carrierOrganisationId = Fund.OrganisationId,
                },
            },
            "edit"
        );
        await SendAsync(
            project,
            HttpMethod.Put,
            "stakeholders",
            "",
            "",
            new[]
            {
                new
                {
                    name = "The fund",
                    kind = "catalyst",
                    level = 2,
                    organisationId = Fund.OrganisationId,
                },
            }
        );
        await PutAsync(
            "risks",
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
                        answer = "A look once a year",
                        ownerFunction = "Director",
                        lever = "evaluation",
                        allianceId = alliance,
                    },
                },
            },
            "risks/edit"
        );
        await AddAsync(
            "commitments",
            "ledger",
            "agree",
            new
            {
                portfolioId = Fund.Id,
                funderOrganisationId = Fund.OrganisationId,
                lever = "funding",
                phase = "experimentation",
                nature = "cash",
                instrument = "loan",
                amount = project.Money(900),
                agreedOn = In(-9),
            }
        );
        var loan = await AddedAsync("commitments");
        (await project.DeliverAsync(loan, 40, In(-3))).ShouldBe(201);
        await AddAsync(
            $"commitments/{loan}/repayments",
            $"ledger?commitment={loan}",
            "repay",
            new { amount = project.Money(300), repaidOn = In(-1) }
        );
        if (project == Typed)
            await PutAsync(
                $"progress-reports/{Period}",
                "report",
                new
                {
                    sections = Sections.ToDictionary(section => section, _ => "As planned"),
                    funds = new { funding = 7, evaluation = 2.5 },
                    submit = "true",
                }
            );
        else
        {
            await PutAsync(
                $"progress-reports/{Period}",
                "report",
                new
                {
                    sections = Sections.Select(section => new { section, text = "As planned" }),
                    useOfFunds = new[]
                    {
                        new { lever = "funding", amount = project.Money(7) },
                        new { lever = "evaluation", amount = project.Money(2.5m) },
                    },
                }
            );
            (
                await Api.Administrator.PostAsync($"{project.Path}/progress-reports/{Period}/submission", null, "*")
            ).ShouldBe(200);
        }
        await AddAsync(
            $"/{Programme.Path}/participations",
            $"/portfolios/{Fund.Id}/{Programme.Path}",
            "choose",
            new
            {
                organisationId = Fund.OrganisationId,
                territory = project == Sent ? "Nanterre" : "Brest",
                nature = "association",
                participants = new[] { "Director", "Treasurer" },
                projectId = project.Id,
                on = In(-4),
            }
        );
    }

    private async Task<Guid> FirstAsync(TestProject project, string list) =>
        (await Api.Administrator.GetAsync($"{project.Path}/{list}")).ShouldBe(200).Id("items.0.id");
}
