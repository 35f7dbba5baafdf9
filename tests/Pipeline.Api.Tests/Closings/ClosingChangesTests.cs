using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Dashboards;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Application.Closings;
using Pipeline.Application.Common;

namespace Pipeline.Api.Tests.Closings;

/// <summary>What has been recorded since a closing, and what it changes: the effects add up to the difference of the two dashboards.</summary>
[UseCases(typeof(GetClosingChanges))]
public sealed partial class ClosingChangesTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Ledgers = ["planned", "committed", "delivered"];

    [Fact]
    public async Task A_quarter_is_closed_and_each_late_record_is_named_with_its_effect()
    {
        var fund = await Fund.OpenAsync(
            api,
            severities: new Dictionary<string, string>
            {
                ["need.described"] = "ignore",
                ["solution.hypothesis"] = "ignore",
                ["territory.named"] = "ignore",
                ["funding.committed"] = "ignore",
                ["evaluation.relevance"] = "ignore",
            }
        );
        var (kept, moved) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        var quarter = api.Clock.Today;
        (await kept.PlanAsync(("experimentation", "funding", 9_000m))).ShouldBe(200);
        var first = await kept.CommitAsync(10_000);
        var early = (await kept.DeliverAsync(first, 2_500)).ShouldBe(201).Id("id");
        var doomed = await moved.CommitAsync(3_000, lever: "evaluation");
        var mistake = await fund.ProjectAsync();
        await mistake.CommitAsync(700);
        var closing = await fund.CloseAsync(quarter);
        var workbooks = await WorkbooksAsync(closing);
        (await ChangesAsync(fund, closing)).Items().Should().BeEmpty("nothing has been recorded since");

        await api.DaysGoByAsync(12);
        var finance = await fund.MemberAsync("finance");
        var recorded = new List<DateOnly>();
        var late = (await kept.DeliverAsync(first, 1_200, quarter.Iso(), finance)).ShouldBe(201).Id("id");
        await ADayGoesByAsync();
        await kept.DeliverAsync(first, 100, api.Clock.Today.Iso());
        var reversal = (await kept.ReverseAsync(first, early, quarter.Iso())).ShouldBe(201).Id("id");
        await ADayGoesByAsync();
        (
            await api.Administrator.PostAsync(
                $"{moved.Path}/commitments/{doomed}/cancellation",
                new { reason = "Never signed", cancelledOn = quarter.AddDays(-1) }
            )
        ).ShouldBe(200);
        await ADayGoesByAsync();
        var plan = await api.Administrator.PutAsync(
            $"{kept.Path}/plan",
            new
            {
                effectiveOn = quarter,
                lines = new[]
                {
                    new
                    {
                        phase = "experimentation",
                        lever = "funding",
                        amount = kept.Money(8_000),
                    },
                    new
                    {
                        phase = "modelling",
                        lever = "evaluation",
                        amount = kept.Money(500),
                    },
                },
            },
            await kept.ETagAsync()
        );
        plan.ShouldBe(200);
        await ADayGoesByAsync();
        var joined = await fund.ProjectAsync($"{quarter.AddDays(-3):yyyy-MM-dd}");
        await ADayGoesByAsync();
        var agreed = await joined.CommitAsync(450, on: quarter.AddDays(-2).Iso());
        await ADayGoesByAsync();
        (await fund.Api.Administrator.PostAsync($"{mistake.Path}/void", new { reason = "Entered twice" })).ShouldBe(
            204
        );
        await ADayGoesByAsync();
        var advance = (await moved.ReportAsync("advance", quarter.Iso())).ShouldBe(201);
        await ADayGoesByAsync();

        var changes = await ChangesAsync(fund, closing);

        Told(changes)
            .Should()
            .Equal(
                ("delivery", late, "delivered experimentation funding 1200"),
                ("reversal", reversal, "delivered experimentation funding -2500"),
                ("cancellation", doomed, "committed experimentation evaluation -3000"),
                (
                    "plan",
                    changes.Items()[3]["id"]!.GetValue<Guid>(),
                    "planned experimentation funding -1000, planned modelling evaluation 500"
                ),
                ("projectStart", joined.Id, "projects 1"),
                ("commitment", agreed, "committed experimentation funding 450"),
                ("projectVoid", mistake.Id, "committed experimentation funding -700, projects -1"),
                ("transition", advance.Id("id"), "projects 0")
            );
        (changes.Text("items.0.recordedBy.name"), changes.Text("items.0.projectCode"))
            .Should()
            .Be(("The finance", kept.Code));
        changes
            .Items()
            .Select(i => (string?)i["day"])
            .Should()
            .Equal(
                quarter.Iso(),
                quarter.Iso(),
                quarter.AddDays(-1).Iso(),
                quarter.Iso(),
                quarter.AddDays(-3).Iso(),
                quarter.AddDays(-2).Iso(),
                null,
                quarter.Iso()
            );
        changes
            .Items()
            .Select(i => DateOnly.FromDateTime(i["recordedAt"]!.GetValue<DateTimeOffset>().UtcDateTime))
            .Should()
            .Equal(recorded);
        changes
            .Items()
            .Select(i => i["recordedBy"]!["id"]!.GetValue<Guid>())
            .Skip(1)
            .Distinct()
            .Should()
            .Equal(api.Administrator.UserId);
        (
            changes.Number("items.7.projects.byPhase.conception"),
            changes.Number("items.7.projects.byPhase.experimentation")
        )
            .Should()
            .Be((-1, 1));
        (
            changes.Figure("difference.totals.planned.amount"),
            changes.Figure("difference.totals.committed.amount"),
            changes.Figure("difference.totals.delivered.amount"),
            changes.Number("difference.projects.total")
        )
            .Should()
            .Be((-500m, -3_250m, -1_300m, 0));
        await ShouldAddUpAsync(fund, changes);
        foreach (var (language, workbook) in await WorkbooksAsync(closing))
        {
            workbook.Should().Equal(workbooks[language]);
            await using var operating = api.Services.CreateAsyncScopeFor(Operator.Id);
            var verified = await operating
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new VerifyReport(Convert.ToHexStringLower(SHA256.HashData(workbook))));
            (verified!.Valid, verified.PortfolioCode, verified.AsOf).Should().Be((true, fund.Code, quarter));
        }
        await ShouldShowAsync(
            closing,
            changes,
            "en",
            [
                "Delivery",
                "Reversal",
                "Cancellation",
                "Plan",
                "Project began",
                "Commitment",
                "Project taken back",
                "Transition",
            ],
            "Delivered, Experimentation, Funding : €1,200"
        );
        await ShouldShowAsync(
            closing,
            changes,
            "fr",
            [
                "Versement",
                "Contre-passation",
                "Annulation",
                "Plan",
                "Début d'un projet",
                "Engagement",
                "Projet retiré",
                "Passage",
            ],
            "Versé, Expérimentation, Financement : 1 200 €"
        );

        async Task ADayGoesByAsync()
        {
            recorded.Add(api.Clock.Today);
            await api.DaysGoByAsync(1);
        }
    }

    [Fact]
    public async Task An_import_that_is_taken_back_is_told_by_what_it_takes_away()
    {
        var fund = await Fund.OpenAsync(api);
        var file = GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv();
        var import = (await fund.ImportAsync(file)).ShouldBe(200).Id("importId");
        var closing = await fund.CloseAsync(api.Clock.Today);
        (await api.Administrator.PostAsync($"imports/{import}/reversal", new { reason = "The wrong file" })).ShouldBe(
            200
        );

        var changes = await ChangesAsync(fund, closing);

        changes.Items().Select(i => i["kind"]!.GetValue<string>()).Distinct().Should().Contain("projectVoid");
        (changes.Figure("difference.totals.committed.amount"), changes.Number("difference.projects.total"))
            .Should()
            .Be((-2_001m, -2));
        await ShouldAddUpAsync(fund, changes);
    }

    [Fact]
    public async Task A_project_that_joins_or_leaves_with_a_day_inside_is_told()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (joins, leaves) = (await other.ProjectAsync(), await other.ProjectAsync());
        (await HoldAsync(fund, leaves)).ShouldBe(200);
        var closing = await fund.CloseAsync(api.Clock.Today);
        var day = api.Clock.Today;
        await api.DaysGoByAsync(5);
        (await HoldAsync(fund, joins)).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                $"portfolios/{fund.Id}/holdings/{leaves.Id}/end",
                new { endedOn = day, reason = "The agreement ended" }
            )
        ).ShouldBe(200);

        var changes = await ChangesAsync(fund, closing);

        changes
            .Items()
            .Select(i => (i["kind"]!.GetValue<string>(), i["project"]!["id"]!.GetValue<Guid>(), Effect(i)))
            .Should()
            .Equal(("holding", joins.Id, "projects 1"), ("holdingEnd", leaves.Id, "projects -1"));
        changes.Items().Should().OnlyContain(i => i["recordedBy"]!["id"]!.GetValue<Guid>() == api.Administrator.UserId);
        await ShouldAddUpAsync(fund, changes);
    }

    [Fact]
    public async Task Two_closings_are_held_against_each_other_either_way()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(5_000);
        var june = api.Clock.Today;
        await project.DeliverAsync(commitment, 300, june.Iso());
        var first = await fund.CloseAsync(june.AddDays(-1));
        await api.DaysGoByAsync(30);
        var late = (await project.DeliverAsync(commitment, 20, june.AddDays(-5).Iso())).ShouldBe(201).Id("id");
        var second = await fund.CloseAsync(api.Clock.Today);
        (await project.DeliverAsync(commitment, 7, june.AddDays(-5).Iso())).ShouldBe(201);

        var forth = await ChangesAsync(fund, first, second);
        var back = await ChangesAsync(fund, second, first);

        forth.Items().Should().HaveCount(2, "one came by its day, one was recorded late, and one after both");
        forth.Items().Select(Effect).Should().Contain("delivered experimentation funding 20");
        forth.Items()[1]["id"]!.GetValue<Guid>().Should().Be(late);
        (forth.Figure("difference.totals.delivered.amount"), back.Figure("difference.totals.delivered.amount"))
            .Should()
            .Be((320m, -320m));
        (forth.Id("to.closingId"), forth.Id("from.closingId")).Should().Be((IdOf(second), IdOf(first)));
        await ShouldAddUpAsync(fund, forth);
        await ShouldAddUpAsync(fund, back);
        (await api.Administrator.GetAsync($"{first}/changes?against={Guid.Empty}")).ShouldBe(404);
        (await api.Administrator.GetAsync($"{first}/changes?against=soon")).ShouldBe(422);
    }

    [Fact]
    public async Task What_modules_recorded_is_told_without_effects_and_to_those_who_read_it()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        (await HoldAsync(other, project)).ShouldBe(200);
        var loan = (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = fund.Id,
                    funderOrganisationId = fund.OrganisationId,
                    lever = "funding",
                    phase = "experimentation",
                    nature = "cash",
                    amount = project.Money(1_000),
                    agreedOn = api.Clock.Today.Iso(),
                    instrument = "loan",
                }
            )
        ).ShouldBe(201).Id("id");
        await project.DeliverAsync(loan, 1_000, api.Clock.Today.Iso());
        var day = api.Clock.Today;
        var (closing, others) = (await fund.CloseAsync(day), await other.CloseAsync(day));
        // Written on the closed day itself, and after it.
        (await api.Administrator.PutAsync($"{project.Path}/risks", NoRisks, "*")).ShouldBe(200);
        await api.DaysGoByAsync(2);
        (await api.Administrator.PutAsync($"{project.Path}/risks", NoRisks, "*")).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{loan}/repayments",
                new { amount = project.Money(100), repaidOn = day.Iso() }
            )
        ).ShouldBe(201);
        var next = await fund.CloseAsync(api.Clock.Today);

        var changes = await ChangesAsync(fund, closing);

        Kinds(changes).Should().Equal("risks", "repayment");
        changes.Items().Should().OnlyContain(i => Effect(i).Length == 0);
        await ShouldAddUpAsync(fund, changes);
        Kinds(await ChangesAsync(fund, closing, next)).Should().Equal("risks", "risks", "repayment");
        Kinds(await ChangesAsync(other, others)).Should().Equal("risks");
    }

    [Fact]
    public async Task What_others_write_of_a_project_after_it_has_left_is_not_told_nor_what_it_is_called_since()
    {
        var (fund, lead) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        (await HoldAsync(fund, project)).ShouldBe(200);
        var march = await fund.CloseAsync(api.Clock.Today);
        var day = api.Clock.Today;
        await api.DaysGoByAsync(10);
        (
            await api.Administrator.PostAsync(
                $"portfolios/{fund.Id}/holdings/{project.Id}/end",
                new { endedOn = api.Clock.Today, reason = "The agreement ended" }
            )
        ).ShouldBe(200);
        await api.DaysGoByAsync(20);
        (await EvaluateAsync(project, day)).ShouldBe(201);
        (await DescribeAsync(api.Administrator, project, "The secret plan")).ShouldBe(200);
        (await api.Administrator.PutAsync($"{project.Path}/risks", NoRisks, "*")).ShouldBe(200);
        await api.DaysGoByAsync(20);
        var june = await fund.CloseAsync(api.Clock.Today);
        var investor = await fund.MemberAsync("investor");
        (await investor.GetAsync(project.Path)).ShouldBe(404);

        foreach (var (closing, against) in new[] { (march, june), (june, march), (march, null) })
        {
            var asked = against is null ? "" : $"?against={IdOf(against)}";
            var told = (await investor.GetAsync($"{closing}/changes{asked}")).ShouldBe(200);
            Kinds(told).Should().Equal(against is null ? [] : ["holdingEnd"]);
            told.ToString().Should().NotContain("secret");
            await ShouldAddUpAsync(fund, told);
        }
    }

    [Fact]
    public async Task Whatever_a_dashboard_shows_beside_its_ledgers_is_told_when_it_changes()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var project = await fund.ProjectAsync();
        var closing = await fund.CloseAsync(api.Clock.Today);
        var before = (await fund.DashboardAsync($"?asOf={api.Clock.Today.Iso()}")).ShouldBe(200);
        await api.DaysGoByAsync(3);
        (await ChangesAsync(fund, closing)).Items().Should().BeEmpty();
        var manager = await fund.MemberAsync("manager");

        (await DescribeAsync(manager, project, "Under other goals", [8], ["housing"])).ShouldBe(200);
        var rules = (await manager.GetAsync($"portfolios/{fund.Id}")).ShouldBe(200);
        var body = new JsonObject
        {
            ["code"] = fund.Code,
            ["name"] = rules.Text("name"),
            ["organisationId"] = fund.OrganisationId,
            ["currency"] = fund.Currency,
            ["policy"] = rules["policy"]!.DeepClone(),
        };
        body["policy"]!["capacityBuildingTarget"] = 0.3;
        (await manager.PutAsync($"portfolios/{fund.Id}", body, rules.ETag)).ShouldBe(200);
        var changes = await ChangesAsync(fund, closing);
        Kinds(changes).Should().Equal("projectDescription", "classification", "portfolio");
        changes.Items().Should().OnlyContain(i => i["recordedBy"]!["id"]!.GetValue<Guid>() == manager.UserId);
        (changes["items.2.project"], changes.Id("items.2.id")).Should().Be((null, fund.Id));
        (await fund.DashboardAsync($"?asOf={before.Text("asOf")}"))["breakdown.sdg.0.code"]!
            .GetValue<string>()
            .Should()
            .Be("8", "that is what the lines tell of");
        await ShouldAddUpAsync(fund, changes);

        // Reports, answers and the portfolio's own documents count from the day they were written: the next period has them.
        var owner = await project.OwnerAsync();
        var reported = (await project.ReportAsync("stop", api.Clock.Today.Iso(), "The end", by: owner)).ShouldBe(201);
        (await project.DecideAsync(api.Administrator, reported.Id("id"), "decline", "Not now")).ShouldBe(200);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        Kinds(await ChangesAsync(fund, closing)).Should().HaveCount(3);
        var next = await fund.CloseAsync(api.Clock.Today);
        Kinds(await ChangesAsync(fund, closing, next))
            .Should()
            .Equal(
                "projectDescription",
                "classification",
                "portfolio",
                "transitionReport",
                "transitionAnswer",
                "indicatorList"
            );
    }

    [Fact]
    public async Task A_beginning_that_is_moved_out_of_the_period_is_told_of_whoever_moved_it()
    {
        var fund = await Fund.OpenAsync(api);
        var day = api.Clock.Today;
        var project = await fund.ProjectAsync(day.Iso());
        var closing = await fund.CloseAsync(day);
        await api.DaysGoByAsync(3);
        var manager = await fund.MemberAsync("manager");
        (
            await manager.PutAsync(
                project.Path,
                new
                {
                    name = "Later",
                    socioEconomicModel = "researchAndDevelopment",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                    startedOn = day.AddDays(1).Iso(),
                },
                await project.ETagAsync()
            )
        ).ShouldBe(200);

        var changes = await ChangesAsync(fund, closing);

        Told(changes).Should().Equal(("projectStart", project.Id, "projects -1"));
        changes.Id("items.0.recordedBy.id").Should().Be(manager.UserId);
        await ShouldAddUpAsync(fund, changes);
    }

    [Fact]
    public async Task Effects_add_up_for_random_lives_of_two_funds()
    {
        var property = Prop.ForAll(
            Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary(),
            deeds => AddUpAsync(deeds).GetAwaiter().GetResult()
        );
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3), property));
    }

    private async Task<bool> AddUpAsync(int[] deeds)
    {
        string[] criteria = ["need.described", "solution.hypothesis", "territory.named", "funding.committed"];
        var severities = criteria.ToDictionary(c => c, _ => "ignore");
        var (fund, other) = (
            await Fund.OpenAsync(api, severities: severities),
            await Fund.OpenAsync(api, severities: severities)
        );
        var history = new RandomHistory(api, fund, other);
        var closings = new List<(Fund Fund, string Path)>();
        var random = new Random(deeds.Sum());
        foreach (var some in deeds.Chunk(10))
        {
            await history.LiveAsync(some);
            foreach (var of in new[] { fund, other })
            {
                // Some way back, so that what is recorded later lies on both sides of it.
                var made = await of.TryCloseAsync(api.Clock.Today.AddDays(-random.Next(300)));
                if (made.Status == 201)
                    closings.Add((of, $"portfolios/{of.Id}/closings/{made.Id("id")}"));
            }
        }
        foreach (var (of, path) in closings)
        {
            await ShouldAddUpAsync(of, await ChangesAsync(of, path));
            foreach (var against in closings.Where(c => c.Fund == of))
                await ShouldAddUpAsync(of, await ChangesAsync(of, path, against.Path));
        }
        return true;
    }

    private static async Task<Reply> DescribeAsync(
        Client by,
        TestProject project,
        string name,
        int[]? sdgs = null,
        string[]? domains = null
    ) =>
        await by.PutAsync(
            project.Path,
            new
            {
                name,
                socioEconomicModel = "researchAndDevelopment",
                sdgs = sdgs ?? [],
                domains = domains ?? [],
            },
            await project.ETagAsync()
        );

    private static Task<Reply> EvaluateAsync(TestProject project, DateOnly on) =>
        project.Fund.Api.Administrator.PostAsync(
            $"{project.Path}/evaluations",
            new
            {
                phase = "conception",
                form = "performance",
                maturity = "narrated",
                carriedOutOn = on.Iso(),
                evaluator = "University of Nanterre",
                participants = new[] { "beneficiaries" },
                findings = "It works",
                verdict = "favourable",
            }
        );

    private static readonly object NoRisks = new { risks = Array.Empty<object>() };

    private static IEnumerable<string> Kinds(Reply changes) =>
        changes.Items().Select(i => i["kind"]!.GetValue<string>());

    private static Task<Reply> HoldAsync(Fund fund, TestProject project) =>
        fund.Api.Administrator.PutAsync($"portfolios/{fund.Id}/holdings/{project.Id}", new { kind = "coFunder" });

    private async Task<Reply> ChangesAsync(Fund fund, string closing, string? against = null)
    {
        closing.Should().StartWith($"portfolios/{fund.Id}/");
        var asked = against is null ? "" : $"?against={IdOf(against)}";
        return (await api.Administrator.GetAsync($"{closing}/changes{asked}")).ShouldBe(200);
    }

    private static Guid IdOf(string closing) => Guid.Parse(closing.Split('/')[^1]);

    // By the two dashboards as they are shown, cell by cell.
    private async Task<IReadOnlyDictionary<string, byte[]>> WorkbooksAsync(string closing)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var language in new[] { "en", "fr" })
            files[language] = (await api.Administrator.GetAsync($"{closing}/report.xlsx?lang={language}"))
                .ShouldBe(200)
                .Bytes;
        return files;
    }

    // Each line of the page says what the reply says: what, from which day, when and by whom it was recorded, and its effect.
    private async Task ShouldShowAsync(
        string closing,
        Reply changes,
        string language,
        string[] kinds,
        string firstEffect
    )
    {
        using var browser = await api.BrowserOfAsync(api.Administrator, language);
        var page = await browser.PageAsync($"/{closing}");
        var lines = Line().Matches(page[page.IndexOf("id=\"changes\"", StringComparison.Ordinal)..]).ToList();
        lines
            .Take(kinds.Length)
            .Select(line => (line.Groups["id"].Value, TextOf(line.Groups["kind"].Value)))
            .Should()
            .Equal(changes.Items().Zip(kinds, (item, kind) => ($"{item["id"]}", kind)));
        foreach (var (line, item) in lines.Zip(changes.Items()))
        {
            var at = item["recordedAt"]!.GetValue<DateTimeOffset>().UtcDateTime;
            Instant()
                .Matches(line.Value)
                .Select(m => m.Groups[1].Value)
                .Should()
                .Equal(
                    new[]
                    {
                        (string?)item["day"],
                        FormattableString.Invariant($"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
                    }.OfType<string>()
                );
            TextOf(line.Value).Should().Contain(item["recordedBy"]!["name"]!.GetValue<string>());
            Amount()
                .Matches(line.Value)
                .Select(m => decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
                .Should()
                .Equal(item["effects"]!.AsArray().Select(e => e!["amount"]!["amount"]!.GetValue<decimal>()));
        }
        TextOf(lines[0].Value).Should().Contain(firstEffect);
        foreach (var ledger in Ledgers)
            page.Should()
                .Contain(
                    FormattableString.Invariant(
                        $"<data value=\"{changes.Figure($"difference.totals.{ledger}.amount"):0.##}\" data-figure=\"difference.totals.{ledger}\">"
                    )
                );

        static string TextOf(string html) => Blank().Replace(Tag().Replace(html, ""), " ").Trim();
    }

    private static async Task ShouldAddUpAsync(Fund fund, Reply changes)
    {
        var (before, after) = (await DashboardAsync("from"), await DashboardAsync("to"));
        foreach (var ledger in Ledgers)
        {
            var expected = Cells(after, ledger, 1).Concat(Cells(before, ledger, -1)).ToList();
            var effects = changes
                .Items()
                .SelectMany(i => i["effects"]!.AsArray())
                .Where(e => e!["ledger"]!.GetValue<string>() == ledger)
                .Select(e => Cell(e!, 1));
            Sums(effects).Should().Equal(Sums(expected), "{0}", ledger);
            Sums(changes.Items($"difference.money.{ledger}").Select(e => Cell(e, 1))).Should().Equal(Sums(expected));
        }
        foreach (var path in Counts(before))
        {
            var difference = after.Number($"projects.{path}") - before.Number($"projects.{path}");
            changes
                .Items()
                .Select(i => i["projects"])
                .OfType<JsonObject>()
                .Sum(p => path.Split('.').Aggregate((JsonNode)p, (node, step) => node[step]!).GetValue<int>())
                .Should()
                .Be(difference, "{0}", path);
            changes.Number($"difference.projects.{path}").Should().Be(difference);
        }

        async Task<Reply> DashboardAsync(string side) =>
            (
                await fund.DashboardAsync(
                    $"?asOf={changes.Text($"{side}.asOf")}&knownAt={changes.Text($"{side}.knownAt")}"
                )
            ).ShouldBe(200);
    }

    private static IEnumerable<string> Counts(Reply dashboard) =>
        [
            "total",
            .. new[] { "byPhase", "byStanding" }.SelectMany(by =>
                dashboard[$"projects.{by}"]!.AsObject().Select(count => $"{by}.{count.Key}")
            ),
        ];

    private static IEnumerable<(string Cell, decimal Amount)> Cells(Reply dashboard, string ledger, int sign) =>
        dashboard.Items($"money.{ledger}").Select(line => Cell(line, sign));

    private static (string Cell, decimal Amount) Cell(JsonNode line, int sign) =>
        (
            $"{line["phase"]!.GetValue<string>()} {line["lever"]!.GetValue<string>()}",
            sign * line["amount"]!["amount"]!.GetValue<decimal>()
        );

    private static IReadOnlyList<(string Cell, decimal Amount)> Sums(
        IEnumerable<(string Cell, decimal Amount)> cells
    ) =>
        [
            .. cells
                .GroupBy(c => c.Cell)
                .Select(group => (group.Key, group.Sum(c => c.Amount)))
                .Where(cell => cell.Item2 != 0)
                .OrderBy(cell => cell.Key, StringComparer.Ordinal),
        ];

    private static IReadOnlyList<(string Kind, Guid Id, string Effect)> Told(Reply changes) =>
        [.. changes.Items().Select(i => (i["kind"]!.GetValue<string>(), i["id"]!.GetValue<Guid>(), Effect(i)))];

    private static string Effect(JsonNode item) =>
        string.Join(
            ", ",
            item["effects"]!
                .AsArray()
                .Select(e =>
                    FormattableString.Invariant(
                        $"{e!["ledger"]} {e["phase"]} {e["lever"]} {e["amount"]!["amount"]!.GetValue<decimal>():0.##}"
                    )
                )
                .Concat(item["projects"] is { } projects ? [$"projects {projects["total"]}"] : [])
        );

    [GeneratedRegex(
        "<tr data-id=\"(?<id>[0-9a-f-]{36})\">.*?<td[^>]*>(?<kind>.*?)</td>.*?</tr>",
        RegexOptions.Singleline
    )]
    private static partial Regex Line();

    [GeneratedRegex("<time datetime=\"([^\"]+)\"")]
    private static partial Regex Instant();

    [GeneratedRegex("<data value=\"([^\"]+)\"")]
    private static partial Regex Amount();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();
}
