using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Indicators;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What is counted and evaluated in a random life of two funds.</summary>
internal sealed class RandomMeasures(PipelineApi api, Fund[] funds, WorldBook book, RandomRecords records)
{
    private static readonly string[] Codes = ["JOBS", "KM", "BACK"];
    private readonly List<(TestProject Project, Guid Id, DateOnly On)> _readings = [];
    private readonly Dictionary<Guid, List<Guid>> _planned = [];

    /// <summary>Says what both funds ask for.</summary>
    public async Task BeginAsync()
    {
        foreach (var fund in funds)
            await ListAsync(fund, new Random(0));
    }

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random) =>
        random.Next(8) switch
        {
            0 => ListAsync(Any(funds, random), random),
            1 => AimAsync(random),
            2 => PlanAsync(random),
            3 => EvaluateAsync(random),
            4 when _readings.Count > 0 => TakeBackAsync(random),
            _ => ReadAsync(random),
        };

    // All codes stay, and their units; whether they add up changes.
    private async Task ListAsync(Fund fund, Random random)
    {
        var body = new
        {
            indicators = Codes
                .Select(c => IndicatorApi.Indicator(c, new { total = random.Next(3) == 0 ? "none" : "sum" }))
                .ToList(),
        };
        (await api.Administrator.PutAsync($"portfolios/{fund.Id}/indicators", body, "*")).ShouldBe(200);
        book.Record("list", Guid.Empty, fund.Id, body);
    }

    private async Task ReadAsync(Random random)
    {
        var (project, code) = (book.Any(random), Any(Codes, random));
        var (on, value) = (book.Today.AddDays(-random.Next(500)), random.Next(-100_000, 100_000) / 1_000m);
        var read = await project.ReadAsync(code, Text(on), value);
        if (!Accepted(read))
            return;
        _readings.Add((project, read.Id("id"), on));
        book.Record(
            "reading",
            project.Id,
            read.Id("id"),
            new
            {
                code,
                on = Text(on),
                value,
            }
        );
    }

    private async Task TakeBackAsync(Random random)
    {
        var reading = Any(_readings, random);
        var on = reading.On.AddDays(random.Next(book.Today.DayNumber - reading.On.DayNumber + 1));
        if (!Accepted(await reading.Project.TakeBackAsync(reading.Id, Text(on))))
            return;
        _readings.Remove(reading);
        book.Record("reversal", reading.Project.Id, reading.Id, new { on = Text(on) });
    }

    private async Task AimAsync(Random random)
    {
        var project = book.Any(random);
        var targets = Some(Codes, random)
            .Select(code => new
            {
                indicator = code,
                target = random.Next(1_000_000) / 1_000m,
                targetOn = Text(book.Today.AddDays(random.Next(-100, 100))),
            })
            .ToList();
        if (Accepted(await project.AimAsync([.. targets])))
            book.Record("targets", project.Id, project.Id, new { targets });
    }

    private async Task PlanAsync(Random random)
    {
        var project = book.Any(random);
        var planned = Enumerable
            .Range(0, random.Next(4))
            .Select(_ =>
                EvaluationPlanTests.Planned(
                    Text(book.Today.AddDays(random.Next(-60, 60))),
                    new { cancelledReason = random.Next(4) == 0 ? "Sized anew" : null }
                )
            )
            .ToList();
        var plan = await api.Administrator.PutAsync(
            $"{project.Path}/evaluation-plan",
            new { evaluations = planned },
            "*"
        );
        if (!Accepted(plan))
            return;
        var given = plan.Items("evaluations").Select(e => e.DeepClone()).ToArray();
        _planned[project.Id] =
        [
            .. given.Where(e => e["cancelledReason"] is null).Select(e => e["id"]!.GetValue<Guid>()),
        ];
        book.Record("plan", project.Id, project.Id, new JsonObject { ["evaluations"] = new JsonArray(given) });
    }

    // Of a planned one where there is any, and sometimes of an alliance.
    private async Task EvaluateAsync(Random random)
    {
        var project = book.Any(random);
        var (planned, alliances) = (_planned.GetValueOrDefault(project.Id, []), records.AlliancesOf(project.Id));
        var plannedId = planned.Count > 0 ? Any(planned, random) : (Guid?)null;
        var allianceId = alliances.Count > 0 && random.Next(2) == 0 ? Any(alliances, random) : (Guid?)null;
        var on = book.Today.AddDays(-random.Next(200));
        var made = await api.Administrator.PostAsync(
            $"{project.Path}/evaluations",
            new
            {
                phase = "conception",
                form = allianceId is null ? "relevance" : "partnership",
                maturity = "narrated",
                carriedOutOn = Text(on),
                evaluator = "A university",
                participants = new[] { "beneficiaries" },
                findings = "It works",
                verdict = "mixed",
                plannedId,
                allianceId,
            }
        );
        if (Accepted(made))
            book.Record(
                "evaluation",
                project.Id,
                made.Id("id"),
                new
                {
                    on = Text(on),
                    plannedId,
                    allianceId,
                }
            );
    }
}
