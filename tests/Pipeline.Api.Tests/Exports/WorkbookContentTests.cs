using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What the workbook's registers say is what the API says of each record: every row, every column, in the order of the projects' codes.</summary>
public sealed class WorkbookContentTests(WorkbookContentTests.Portfolio portfolio)
    : IClassFixture<WorkbookContentTests.Portfolio>
{
    private const decimal Target = 0.3m,
        Ceiling = 0.2m;

    private Fund Fund => portfolio.Fund;

    [Fact]
    public async Task Projects()
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        {
            var sums = await LedgersAsync(p);
            expected.Add(
                Line(
                    ("Code", p["code"]),
                    ("Project", p["name"]),
                    ("Owner", p["ownerOrganisation.name"]),
                    ("Phase", LabelOf<Phase>(p["phase"])),
                    ("Standing", LabelOf<Standing>(p["standing"])),
                    ("Started", p["startedOn"]),
                    ("In phase since", p["phaseSince"]),
                    ("Days in phase", p["daysInPhase"]),
                    ("Planned", Total(sums[Basis.Planned])),
                    ("Committed", Total(sums[Basis.Committed])),
                    ("Delivered", Total(sums[Basis.Delivered])),
                    ("Currency", "EUR"),
                    ("Capacity building", ShareOf(CapacityBuilding(sums[Basis.Committed]), sums[Basis.Committed])),
                    ("Evaluation", ShareOf(Evaluation(sums[Basis.Committed]), sums[Basis.Committed])),
                    ("SDGs", string.Join(", ", p.Items("sdgs"))),
                    ("Domains", string.Join(", ", p.Texts("domains").Select(d => Domains.Find(d)!.Label.En))),
                    (
                        "Regions",
                        string.Join(
                            ", ",
                            p.Items("territories")
                                .Select(t => Regions.Find(t["region"]!.GetValue<string>())!.Label.En)
                                .Distinct()
                        )
                    ),
                    ("Summary", p["summary"]),
                    ("Lead portfolio", Fund.Code),
                    ("Id", p["id"]),
                    ("Version", p["version"])
                )
            );
        }
        (await RowsAsync("Projects")).Should().Equal(expected).And.HaveCount(2);
    }

    [Theory]
    [InlineData("9999-12-31", 7)]
    [InlineData("2015-07-15", 4)]
    public async Task Transitions(string until, int rows)
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        foreach (var t in (await ListAsync(p, "transitions")).Where(t => IsBy(t["effectiveOn"], until)))
            expected.Add(
                Line(
                    ("Code", p["code"]),
                    ("Project", p["name"]),
                    ("No.", t["sequence"]),
                    ("Move", LabelOf<Trigger>(t["trigger"])),
                    ("From phase", LabelOf<Phase>(t["from"]!["phase"])),
                    ("To phase", LabelOf<Phase>(t["to"]!["phase"])),
                    ("To standing", LabelOf<Standing>(t["to"]!["standing"])),
                    ("Status", LabelOf<TransitionStatus>(t["status"])),
                    ("Effective", t["effectiveOn"]),
                    ("Days of stay", t["stayDays"]),
                    ("Reported by", t["reportedBy"]!["name"]),
                    ("Reported at (UTC)", Minute(t["reportedAt"])),
                    ("Decided by", t["decision"]?["decidedBy"]!["name"]),
                    ("Decided at (UTC)", Minute(t["decision"]?["decidedAt"])),
                    ("Reason", t["reason"] ?? t["decision"]?["reason"]),
                    (
                        "Waivers",
                        string.Join(
                            ", ",
                            t[t["sequence"] is null ? "requestedWaivers" : "waivers"]!
                                .AsArray()
                                .Select(w => w!["criterion"])
                        )
                    ),
                    ("Id", t["id"]),
                    ("Lessons", t["lessons"])
                )
            );
        (await RowsAsync("Transitions", until)).Should().Equal(expected).And.HaveCount(rows);
    }

    [Fact]
    public async Task Plans()
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        {
            var plan = (await Fund.Api.Administrator.GetAsync($"projects/{p.Id("id")}/plan")).ShouldBe(200);
            foreach (var line in plan.Items("lines"))
                expected.Add(
                    Line(
                        ("Code", p["code"]),
                        ("Project", p["name"]),
                        ("Phase", LabelOf<Phase>(line["phase"])),
                        ("Lever", LabelOf<Lever>(line["lever"])),
                        ("Planned", line["amount"]!["amount"]),
                        ("Currency", "EUR"),
                        ("Plan no.", plan["version"]),
                        ("Counts from", plan["effectiveOn"]),
                        ("Project id", p["id"]),
                        ("Project version", p["version"])
                    )
                );
        }
        (await RowsAsync("Plan")).Should().Equal(expected).And.HaveCount(4);
    }

    [Fact]
    public async Task Commitments()
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        foreach (var c in await CommitmentsAsync(p))
            expected.Add(
                Line(
                    ("Code", p["code"]),
                    ("Project", p["name"]),
                    ("Funder", c["funder"]!["name"]),
                    ("Phase", LabelOf<Phase>(c["phase"])),
                    ("Lever", LabelOf<Lever>(c["lever"])),
                    ("Nature", LabelOf<Nature>(c["nature"])),
                    ("Agreed", c["amount"]!["amount"]),
                    ("Committed", c["committed"]!["amount"]),
                    ("Delivered", c["delivered"]!["amount"]),
                    ("Currency", "EUR"),
                    ("Agreed on", c["agreedOn"]),
                    ("Starts", c["startsOn"]),
                    ("Ends", c["endsOn"]),
                    ("Hours", c["hours"]),
                    ("Reference", c["reference"]),
                    ("Instrument", LabelOf<Instrument>(c["instrument"])),
                    ("Provider", await NameOfAsync(c["provider"]?["organisationId"])),
                    ("Provider's kind", c["provider"] is { } by ? LabelOf<ProviderKind>(by["kind"]) : null),
                    ("Cancelled", c["cancellation"]?["cancelledOn"]),
                    ("Reason", c["cancellation"]?["reason"]),
                    ("Portfolio", Fund.Code),
                    ("Id", c["id"]),
                    ("Project version", p["version"]),
                    ("Result indicators", string.Join('\n', c["resultIndicators"]!.AsArray().Select(i => $"{i}"))),
                    ("Repaid", c["instrument"]!.GetValue<string>() == "loan" ? await RepaidAsync(p, c) : null),
                    ("Agreement signed on", c["agreementId"] is null ? null : Portfolio.Agreed),
                    ("Alliance", c["allianceId"] is null ? null : Portfolio.Alliance),
                    ("Programme", c["programmeId"] is null ? null : "Territorial experience"),
                    ("Agreement id", c["agreementId"]),
                    ("Alliance id", c["allianceId"]),
                    ("Programme id", c["programmeId"])
                )
            );
        (await RowsAsync("Commitments")).Should().Equal(expected).And.HaveCount(3);
        foreach (var said in new[] { "Repaid: 12.34", "Programme id", "Jobs kept\nIncome of its own", "Peer" })
            string.Concat(expected).Should().Contain(said);
    }

    [Fact]
    public async Task Deliveries()
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        {
            var came = new List<(JsonNode Commitment, JsonNode Delivery)>();
            foreach (var c in await CommitmentsAsync(p))
                came.AddRange((await ListAsync(p, $"commitments/{c["id"]}/deliveries")).Select(d => (c, d)));
            foreach (
                var (c, d) in came.OrderBy(
                    line => line.Delivery["deliveredOn"]!.GetValue<string>(),
                    StringComparer.Ordinal
                )
            )
                expected.Add(
                    Line(
                        ("Code", p["code"]),
                        ("Project", p["name"]),
                        ("Delivered on", d["deliveredOn"]),
                        ("Delivered", d["amount"]!["amount"]),
                        ("Currency", "EUR"),
                        ("Hours", d["hours"]),
                        ("Funder", c["funder"]!["name"]),
                        ("Phase", LabelOf<Phase>(c["phase"])),
                        ("Lever", LabelOf<Lever>(c["lever"])),
                        ("Nature", LabelOf<Nature>(c["nature"])),
                        ("Reference", d["reference"]),
                        ("Commitment", c["reference"]),
                        ("Reason", d["reason"]),
                        ("Reverses", d["reversesId"]),
                        ("Commitment id", c["id"]),
                        ("Id", d["id"]),
                        ("Provider", await NameOfAsync(d["provider"]?["organisationId"])),
                        ("Provider's kind", d["provider"] is { } by ? LabelOf<ProviderKind>(by["kind"]) : null)
                    )
                );
        }
        (await RowsAsync("Deliveries")).Should().Equal(expected).And.HaveCount(5);
        var kinds = (await Fund.Api.Administrator.GetAsync($"deliveries/export.json?portfolioId={Fund.Id}&lang=fr"))
            .ShouldBe(200)
            .Json!.AsArray()
            .Select(d =>
                (
                    d!["reference"]?.GetValue<string>(),
                    d["providerKind"]?.GetValue<string>(),
                    d["providerKindLabel"]?.GetValue<string>()
                )
            );
        kinds
            .Should()
            .Contain(
                [
                    ("PAY-1", "external", Labels.Of(ProviderKind.External).Fr),
                    ("PAY-2", "peer", Labels.Of(ProviderKind.Peer).Fr),
                ],
                "a delivery may come from somebody else than its commitment says"
            );
    }

    [Fact]
    public async Task Ratios()
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        foreach (var (basis, lines) in await LedgersAsync(p, whole: true))
        {
            var (capacity, evaluation) = (ShareOf(CapacityBuilding(lines), lines), ShareOf(Evaluation(lines), lines));
            expected.Add(
                Line(
                    ("Code", p["code"]),
                    ("Project", p["name"]),
                    ("Ledger", Labels.Of(basis).En),
                    ("Capacity building, amount", CapacityBuilding(lines)),
                    ("Evaluation, amount", Evaluation(lines)),
                    ("All levers", Total(lines)),
                    ("Currency", "EUR"),
                    ("Capacity building", capacity),
                    ("Against target", Status(capacity >= Target, capacity >= Target * 0.9m, capacity)),
                    ("Evaluation", evaluation),
                    ("Against ceiling", Status(evaluation <= Ceiling, evaluation <= Ceiling * 1.1m, evaluation)),
                    ("Project id", p["id"])
                )
            );
        }
        (await RowsAsync("Ratios")).Should().Equal(expected).And.HaveCount(6);
        string.Concat(expected)
            .Should()
            .Contain("target: Met")
            .And.Contain("target: Near")
            .And.Contain("target: Missed")
            .And.Contain("ceiling: Met")
            .And.Contain("ceiling: Missed");
    }

    [Theory]
    [InlineData("9999-12-31", 3)]
    [InlineData("2015-07-15", 1)]
    public async Task Evaluations(string until, int rows)
    {
        var expected = new List<string>();
        foreach (var p in await ProjectsAsync())
        foreach (var e in (await ListAsync(p, "evaluations")).Where(e => IsBy(e["carriedOutOn"], until)))
            expected.Add(
                Line(
                    ("Code", p["code"]),
                    ("Project", p["name"]),
                    ("Carried out", e["carriedOutOn"]),
                    ("Phase", LabelOf<Phase>(e["phase"])),
                    ("Form", LabelOf<EvaluationForm>(e["form"])),
                    ("Maturity", LabelOf<EvaluationMaturity>(e["maturity"])),
                    ("Evaluator", e["evaluator"]),
                    ("Took part", string.Join(", ", e["participants"]!.AsArray().Select(LabelOf<Participant>))),
                    ("Verdict", LabelOf<Verdict>(e["verdict"])),
                    ("Findings", e["findings"]),
                    ("Indicators", $"{e["indicators"]!.AsArray().Count}"),
                    ("Id", e["id"]),
                    ("Evaluator's kind", e["evaluatorKind"] is { } kind ? LabelOf<EvaluatorKind>(kind) : null),
                    ("Cost", e["cost"]?["amount"]),
                    ("Currency", "EUR"),
                    ("Gap from the first intuition", e["gapFromIntuition"]),
                    ("Drift noted", e["driftNoted"]),
                    ("What changed around it", e["ecosystemChange"]),
                    ("Alliance", e["allianceId"] is null ? null : Portfolio.Alliance),
                    ("Alliance id", e["allianceId"]),
                    ("Planned evaluation", e["plannedId"])
                )
            );
        (await RowsAsync("Evaluations", until)).Should().Equal(expected).And.HaveCount(rows);
        string.Concat(expected).Contains("Planned evaluation", StringComparison.Ordinal).Should().Be(rows > 1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task It_comes_in_again_and_changes_nothing(string language)
    {
        var file = (await Fund.Api.Administrator.GetAsync($"portfolios/{Fund.Id}/report.xlsx?lang={language}"))
            .ShouldBe(200)
            .Bytes;
        var report = (await Fund.ImportAsync(file, "portfolio.xlsx")).ShouldBe(200);
        (report.Items("errors").Count, report.Items("notices").Count, report.Number("unchanged"))
            .Should()
            .Be((0, 0, report.Number("rowsRead")));
    }

    private async Task<string?> NameOfAsync(JsonNode? organisation) =>
        organisation is null
            ? null
            : (await Fund.Api.Administrator.GetAsync($"organisations/{organisation}")).ShouldBe(200).Text("name");

    private async Task<decimal> RepaidAsync(Reply project, JsonNode commitment) =>
        (await ListAsync(project, $"commitments/{commitment["id"]}/repayments")).Sum(r =>
            r["amount"]!["amount"]!.GetValue<decimal>()
        );

    private async Task<IReadOnlyList<Reply>> ProjectsAsync()
    {
        var projects = new List<Reply>();
        foreach (
            var listed in (await Fund.Api.Administrator.GetAsync($"projects?portfolioId={Fund.Id}&sort=code"))
                .ShouldBe(200)
                .Items()
        )
            projects.Add((await Fund.Api.Administrator.GetAsync($"projects/{listed["id"]}")).ShouldBe(200));
        return projects;
    }

    private async Task<IReadOnlyList<JsonNode>> ListAsync(Reply project, string what) =>
        (await Fund.Api.Administrator.GetAsync($"projects/{project.Id("id")}/{what}")).ShouldBe(200).Items();

    // Those in this portfolio's books; the other one's are of no concern to it.
    private async Task<IReadOnlyList<JsonNode>> CommitmentsAsync(Reply project) =>
        [.. (await ListAsync(project, "commitments")).Where(c => c["portfolioId"]!.GetValue<Guid>() == Fund.Id)];

    private async Task<IReadOnlyDictionary<Basis, IReadOnlyList<(string Lever, decimal Amount)>>> LedgersAsync(
        Reply project,
        bool whole = false
    )
    {
        var plan = (await Fund.Api.Administrator.GetAsync($"projects/{project.Id("id")}/plan"))
            .ShouldBe(200)
            .Items("lines");
        var commitments = whole ? await ListAsync(project, "commitments") : await CommitmentsAsync(project);
        IReadOnlyList<(string, decimal)> Lines(IEnumerable<JsonNode> lines, string amount) =>
            [.. lines.Select(l => (l["lever"]!.GetValue<string>(), l[amount]!["amount"]!.GetValue<decimal>()))];
        return new SortedDictionary<Basis, IReadOnlyList<(string, decimal)>>
        {
            [Basis.Planned] = Lines(plan, "amount"),
            [Basis.Committed] = Lines(commitments, "committed"),
            [Basis.Delivered] = Lines(commitments, "delivered"),
        };
    }

    private static decimal Total(IReadOnlyList<(string Lever, decimal Amount)> lines) => lines.Sum(l => l.Amount);

    private static decimal CapacityBuilding(IReadOnlyList<(string Lever, decimal Amount)> lines) =>
        lines.Where(l => l.Lever is "expertiseAndNetworks" or "strategyAndGovernance").Sum(l => l.Amount);

    private static decimal Evaluation(IReadOnlyList<(string Lever, decimal Amount)> lines) =>
        lines.Where(l => l.Lever == "evaluation").Sum(l => l.Amount);

    private static decimal? ShareOf(decimal part, IReadOnlyList<(string Lever, decimal Amount)> lines) =>
        Total(lines) == 0 ? null : decimal.Round(part / Total(lines), 4);

    private static string? Status(bool met, bool near, decimal? share) =>
        share is null
            ? null
            : Labels
                .Of(
                    met ? RatioStatus.Met
                    : near ? RatioStatus.Near
                    : RatioStatus.Missed
                )
                .En;

    private static bool IsBy(JsonNode? day, string until) => string.CompareOrdinal(day!.GetValue<string>(), until) <= 0;

    private static string LabelOf<T>(JsonNode? code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code!.GetValue<string>(), out var value)
            ? Labels.Of(value).En
            : throw new InvalidOperationException(code.ToString());

    private static string? Minute(JsonNode? instant) => instant?.GetValue<string>()[..16];

    /// <summary>A row as it should be: its filled cells, each behind its heading.</summary>
    private static string Line(params (string Heading, object? Value)[] cells) =>
        string.Join(
            " | ",
            cells
                .Select(c => (c.Heading, Text: Written(c.Value)))
                .Where(c => c.Text.Length > 0)
                .Select(c => $"{c.Heading}: {c.Text}")
        );

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            JsonValue json when json.TryGetValue<decimal>(out var number) => Written(number),
            _ => $"{value}",
        };

    private async Task<IReadOnlyList<string>> RowsAsync(string sheet, string until = "9999-12-31")
    {
        var asOf = until.StartsWith("9999", StringComparison.Ordinal) ? "" : $"&asOf={until}";
        using var book = Book.Open(
            (await Fund.Api.Administrator.GetAsync($"portfolios/{Fund.Id}/report.xlsx?lang=en{asOf}"))
                .ShouldBe(200)
                .Bytes
        );
        return
        [
            .. book.Table(sheet)
                .Select(row => Line([.. row.Select(cell => (cell.Key, (object?)book.ShownIn(cell.Value)))])),
        ];
    }

    /// <summary>Two projects whose records differ in every column, named against the order of their codes, and one of them in another fund's books as well.</summary>
    public sealed class Portfolio : IAsyncLifetime
    {
        public const string Agreed = "2015-01-20",
            Alliance = "Mobility for all";

        private PipelineApi Api { get; } = new();

        public Fund Fund { get; private set; } = null!;

        private Guid _alliance;

        public async Task InitializeAsync()
        {
            await ((IAsyncLifetime)Api).InitializeAsync();
            Fund = await Fund.OpenAsync(Api);
            var policy = new
            {
                reviewRequired = true,
                capacityBuildingTarget = Target,
                evaluationCeiling = Ceiling,
                severities = new { },
            };
            (
                await Api.Administrator.PutAsync(
                    $"portfolios/{Fund.Id}",
                    new
                    {
                        code = Fund.Code,
                        currency = Fund.Currency,
                        name = "The fund",
                        organisationId = Fund.OrganisationId,
                        policy,
                    },
                    "*"
                )
            ).ShouldBe(200);
            var other = await Fund.OpenAsync(Api);
            var (first, second) = (await Fund.ProjectAsync("2015-01-01"), await Fund.ProjectAsync("2015-02-02"));
            (
                await Api.Administrator.PutAsync(
                    $"portfolios/{other.Id}/holdings/{first.Id}",
                    new { kind = "coFunder" }
                )
            ).ShouldBe(200);
            await DescribeAsync(
                first,
                "Zèbre",
                [11, 8],
                ["mobilityAndTransport", "employmentAndInclusion"],
                ("Nanterre", "ileDeFrance"),
                ("Brest", "bretagne"),
                ("Paris", "ileDeFrance")
            );
            await DescribeAsync(second, "Abri", [1], ["housing"], ("Lille", "hautsDeFrance"));
            await SupportAsync(first, second, other);
            await MoveAsync(first, second);
            var planned = (
                await Api.Administrator.PutAsync(
                    $"{first.Path}/evaluation-plan",
                    new { evaluations = new[] { EvaluationPlanTests.Planned("2015-09-01") } },
                    "*"
                )
            )
                .ShouldBe(200)
                .Id("evaluations.0.id");
            await EvaluateAsync(
                first,
                "experimentation",
                "relevance",
                "narrated",
                "2015-08-15",
                "A university",
                ["beneficiaries", "experts"],
                "It helps",
                "mixed",
                2,
                new
                {
                    plannedId = planned,
                    evaluatorKind = "trustedThirdParty",
                    cost = first.Money(1_234.56m),
                    gapFromIntuition = "Fewer cars",
                    driftNoted = "None",
                    ecosystemChange = "A tram",
                    allianceId = _alliance,
                }
            );
            await EvaluateAsync(
                first,
                "conception",
                "performance",
                "benchmarked",
                "2015-03-01",
                "An expert",
                ["partners"],
                "It works",
                "favourable",
                0
            );
            await EvaluateAsync(
                second,
                "conception",
                "partnership",
                "measured",
                "2016-01-15",
                "A peer",
                ["peers"],
                "It lasts",
                "unfavourable",
                1
            );
        }

        public Task DisposeAsync() => ((IAsyncLifetime)Api).DisposeAsync();

        private async Task DescribeAsync(
            TestProject project,
            string name,
            int[] sdgs,
            string[] domains,
            params (string Name, string Region)[] places
        )
        {
            (
                await Api.Administrator.PutAsync(
                    project.Path,
                    new
                    {
                        name,
                        summary = $"What {name} is about",
                        need = new
                        {
                            problem = "No way to work without a car",
                            beneficiaries = "People looking for work",
                        },
                        solutionHypotheses = new[] { "Sharing cars" },
                        socioEconomicModel = "researchAndDevelopment",
                        sdgs,
                        domains,
                    },
                    await project.ETagAsync()
                )
            ).ShouldBe(200);
            (
                await Api.Administrator.PutAsync(
                    $"{project.Path}/territories",
                    places.Select(p => new
                    {
                        name = p.Name,
                        level = "local",
                        region = p.Region,
                    }),
                    await project.ETagAsync()
                )
            ).ShouldBe(200);
        }

        private async Task SupportAsync(TestProject first, TestProject second, Fund other)
        {
            (await first.PlanAsync(("conception", "funding", 1m))).ShouldBe(200);
            (
                await first.PlanAsync(
                    ("experimentation", "evaluation", 250.10m),
                    ("conception", "strategyAndGovernance", 900m),
                    ("conception", "funding", 2_000m)
                )
            ).ShouldBe(200);
            (await second.PlanAsync(("modelling", "expertiseAndNetworks", 64m))).ShouldBe(200);

            (
                await Api.Administrator.PutAsync(
                    $"{first.Path}/agreements/{Fund.Id}",
                    new
                    {
                        signedOn = Agreed,
                        startsOn = "2015-02-01",
                        endsOn = "2019-01-31",
                        objectives = Array.Empty<object>(),
                    },
                    "*"
                )
            ).ShouldBe(200);
            _alliance = (
                await Api.Administrator.PostAsync(
                    $"{first.Path}/alliances",
                    new
                    {
                        name = Alliance,
                        form = "territorialDialogue",
                        categories = new[] { "sponsorship" },
                        startedOn = "2015-01-15",
                    }
                )
            ).ShouldBe(201).Id("id");
            var skills = await CommitAsync(
                first,
                Fund.Id,
                new
                {
                    provider = new { organisationId = Fund.OrganisationId, kind = "peer" },
                    agreementId = (await Api.Administrator.GetAsync($"{first.Path}/agreements/{Fund.Id}")).Id("id"),
                    allianceId = _alliance,
                    programmeId = (await TestProgramme.OpenAsync(Fund)).Id,
                    funderOrganisationId = other.OrganisationId,
                    lever = "expertiseAndNetworks",
                    phase = "modelling",
                    nature = "skills",
                    amount = first.Money(900.40m),
                    agreedOn = "2015-02-01",
                    startsOn = "2015-02-10",
                    endsOn = "2015-12-31",
                    hours = 12.5m,
                    reference = "AGR-1",
                }
            );
            await DeliverAsync(
                first,
                skills,
                300.20m,
                "2015-05-01",
                4.5m,
                "PAY-1",
                new { organisationId = other.OrganisationId, kind = "external" }
            );
            var mistake = await DeliverAsync(first, skills, 100.10m, "2015-04-01", 1.25m, "PAY-2");
            (await first.ReverseAsync(skills, mistake, "2015-06-01")).ShouldBe(201);
            var ended = await CommitAsync(
                first,
                Fund.Id,
                new
                {
                    funderOrganisationId = Fund.OrganisationId,
                    lever = "evaluation",
                    phase = "conception",
                    nature = "cash",
                    amount = first.Money(500),
                    agreedOn = "2015-03-03",
                    reference = "AGR-2",
                    instrument = "socialImpactContract",
                    resultIndicators = new[] { "Jobs kept", "Income of its own" },
                }
            );
            await DeliverAsync(first, ended, 120, "2015-04-15", null, null);
            (
                await Api.Administrator.PostAsync(
                    $"{first.Path}/commitments/{ended}/cancellation",
                    new { reason = "The funder left", cancelledOn = "2015-09-01" }
                )
            ).ShouldBe(200);
            // In the other fund's books, of the project that both hold.
            var others = await CommitAsync(
                first,
                other.Id,
                new
                {
                    funderOrganisationId = other.OrganisationId,
                    lever = "funding",
                    phase = "modelling",
                    nature = "cash",
                    amount = first.Money(9_999),
                    agreedOn = "2015-02-01",
                }
            );
            await DeliverAsync(first, others, 50, "2015-04-20", null, null);
            var inKind = await CommitAsync(
                second,
                Fund.Id,
                new
                {
                    funderOrganisationId = Fund.OrganisationId,
                    lever = "funding",
                    phase = "experimentation",
                    nature = "inKind",
                    amount = second.Money(800),
                    agreedOn = "2015-04-04",
                    endsOn = "2016-04-04",
                    instrument = "loan",
                }
            );
            await DeliverAsync(second, inKind, 80.08m, "2015-05-30", null, "PAY-3");
            var repayments = $"{second.Path}/commitments/{inKind}/repayments";
            (
                await Api.Administrator.PostAsync(
                    repayments,
                    new { amount = second.Money(12.34m), repaidOn = "2015-07-01" }
                )
            ).ShouldBe(201);
            var twice = (
                await Api.Administrator.PostAsync(repayments, new { amount = second.Money(5), repaidOn = "2015-07-02" })
            )
                .ShouldBe(201)
                .Id("id");
            (
                await Api.Administrator.PostAsync(
                    $"{repayments}/{twice}/reversal",
                    new { reason = "Booked twice", reversedOn = "2015-07-03" }
                )
            ).ShouldBe(201);
        }

        private async Task MoveAsync(TestProject first, TestProject second)
        {
            var (owner, manager) = (await first.OwnerAsync(), await Fund.MemberAsync("manager"));
            await DecidedAsync("advance", "2015-06-01", "approve", null, null, "funding.committed");
            await DecidedAsync("advance", "2015-07-01", "returnForChanges", null, "Say more", "evaluation.relevance");
            await DecidedAsync("stop", "2015-07-10", "decline", "No more", "Not yet");
            (await first.ReportAsync("hold", "2015-08-01", "Winter", by: owner)).ShouldBe(201);
            (await first.ReportAsync("resume", "2015-09-01", by: owner)).ShouldBe(201);
            (await first.ReportAsync("stop", "2015-10-01", "At last", by: owner))
                .ShouldBe(201)
                .Text("status")
                .Should()
                .Be("pending");
            (await second.ReportAsync("hold", "2015-05-05", "Summer")).ShouldBe(201);

            async Task DecidedAsync(
                string trigger,
                string on,
                string decision,
                string? reason,
                string? answer,
                params string[] waived
            )
            {
                object[] waivers = [.. waived.Select(criterion => new { criterion, reason = "It is under way" })];
                var reported = (await first.ReportAsync(trigger, on, reason, waivers, by: owner)).ShouldBe(201);
                Api.Clock.Advance(TimeSpan.FromMinutes(7));
                (
                    await first.DecideAsync(
                        manager,
                        reported.Id("id"),
                        decision,
                        answer,
                        decision == "approve" ? waivers : null
                    )
                ).ShouldBe(200);
                Api.Clock.Advance(TimeSpan.FromMinutes(3));
            }
        }

        private async Task<Guid> CommitAsync(TestProject project, Guid portfolioId, object body)
        {
            var json = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
            json["portfolioId"] = portfolioId;
            return (await Api.Administrator.PostAsync($"{project.Path}/commitments", json)).ShouldBe(201).Id("id");
        }

        private async Task<Guid> DeliverAsync(
            TestProject project,
            Guid commitment,
            decimal amount,
            string deliveredOn,
            decimal? hours,
            string? reference,
            object? provider = null
        ) => (
                await Api.Administrator.PostAsync(
                    $"{project.Path}/commitments/{commitment}/deliveries",
                    new
                    {
                        amount = project.Money(amount),
                        deliveredOn,
                        hours,
                        reference,
                        provider,
                    }
                )
            ).ShouldBe(201).Id("id");

        private async Task EvaluateAsync(
            TestProject project,
            string phase,
            string form,
            string maturity,
            string carriedOutOn,
            string evaluator,
            string[] participants,
            string findings,
            string verdict,
            int indicators,
            object? more = null
        ) =>
            (
                await Api.Administrator.PostAsync(
                    $"{project.Path}/evaluations",
                    Fields.Merge(
                        new
                        {
                            phase,
                            form,
                            maturity,
                            carriedOutOn,
                            evaluator,
                            participants,
                            findings,
                            verdict,
                            indicators = Enumerable
                                .Range(1, indicators)
                                .Select(i => new
                                {
                                    name = $"Figure {i}",
                                    unit = "people",
                                    value = i,
                                }),
                        },
                        more
                    )
                )
            ).ShouldBe(201);
    }
}
