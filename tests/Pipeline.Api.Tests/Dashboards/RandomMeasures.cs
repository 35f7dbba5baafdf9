using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Indicators;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A life of a fund's indicators and planned evaluations, made of numbers, and what was sent in its order: the plain second computation reads nothing else.</summary>
internal sealed class RandomMeasures(PipelineApi api, Fund fund)
{
    private static readonly string[] Codes = ["JOBS", "KM", "BACK"];
    private readonly List<TestProject> _projects = [];
    private readonly List<(TestProject Project, Guid Id, DateOnly On)> _readings = [];
    private readonly Dictionary<Guid, List<Guid>> _planned = [];

    /// <summary>What was recorded: by which instant it was known, on which day, of what, and what it says.</summary>
    public List<(int Known, DateOnly Day, string Kind, Guid Id, JsonObject Says)> Log { get; } = [];

    /// <summary>Instants between the deeds, the first before all of them.</summary>
    public List<DateTimeOffset> Instants { get; } = [];

    public async Task LiveAsync(IEnumerable<int> deeds)
    {
        for (var i = 0; i < 3; i++)
            _projects.Add(await fund.ProjectAsync());
        await ListAsync(new Random(0));
        foreach (var deed in deeds)
        {
            Instants.Add(api.Clock.GetUtcNow());
            await DoAsync(new Random(deed));
        }
        Instants.Add(api.Clock.GetUtcNow());
    }

    private Task DoAsync(Random random) =>
        random.Next(9) switch
        {
            0 => api.DaysGoByAsync(random.Next(1, 60)),
            1 => ListAsync(random),
            2 => AimAsync(random),
            3 => PlanAsync(random),
            4 when _planned.Values.Any(ids => ids.Count > 0) => EvaluateAsync(random),
            5 when _readings.Count > 0 => TakeBackAsync(random),
            _ => ReadAsync(random),
        };

    // All codes stay, and their units; whether they add up changes.
    private async Task ListAsync(Random random)
    {
        var body = Fields.Merge(
            new
            {
                indicators = Codes.Select(c =>
                    IndicatorApi.Indicator(c, new { total = random.Next(3) == 0 ? "none" : "sum" })
                ),
            },
            null
        );
        (await api.Administrator.PutAsync($"portfolios/{fund.Id}/indicators", body, "*")).ShouldBe(200);
        Record("list", fund.Id, body);
    }

    private async Task ReadAsync(Random random)
    {
        var (project, code) = (Any(_projects, random), Any(Codes, random));
        var (on, value) = (api.Clock.Today.AddDays(-random.Next(500)), random.Next(-100_000, 100_000) / 1_000m);
        var read = (await project.ReadAsync(code, Text(on), value)).ShouldBe(201).Id("id");
        _readings.Add((project, read, on));
        Record(
            "reading",
            read,
            Fields.Merge(
                new
                {
                    project = project.Id,
                    code,
                    on = Text(on),
                    value,
                },
                null
            )
        );
    }

    private async Task TakeBackAsync(Random random)
    {
        var reading = Any(_readings, random);
        var on = reading.On.AddDays(random.Next(api.Clock.Today.DayNumber - reading.On.DayNumber + 1));
        (await reading.Project.TakeBackAsync(reading.Id, Text(on))).ShouldBe(201);
        _readings.Remove(reading);
        Record("reversal", reading.Id, Fields.Merge(new { on = Text(on) }, null));
    }

    private async Task AimAsync(Random random)
    {
        var project = Any(_projects, random);
        var targets = Codes
            .Where(_ => random.Next(2) == 0)
            .Select(code => new
            {
                indicator = code,
                target = random.Next(1_000_000) / 1_000m,
                targetOn = Text(api.Clock.Today.AddDays(random.Next(-100, 100))),
            })
            .ToList();
        (await project.AimAsync([.. targets])).ShouldBe(200);
        Record("targets", project.Id, Fields.Merge(new { targets }, null));
    }

    private async Task PlanAsync(Random random)
    {
        var project = Any(_projects, random);
        var planned = Enumerable
            .Range(0, random.Next(4))
            .Select(_ =>
                EvaluationPlanTests.Planned(
                    Text(api.Clock.Today.AddDays(random.Next(-60, 60))),
                    new { cancelledReason = random.Next(4) == 0 ? "Sized anew" : null }
                )
            )
            .ToList();
        var plan = (
            await api.Administrator.PutAsync($"{project.Path}/evaluation-plan", new { evaluations = planned }, "*")
        ).ShouldBe(200);
        var given = plan.Items("evaluations").Select(e => e.DeepClone()).ToArray();
        _planned[project.Id] =
        [
            .. given.Where(e => e["cancelledReason"] is null).Select(e => e["id"]!.GetValue<Guid>()),
        ];
        Record("plan", project.Id, new JsonObject { ["evaluations"] = new JsonArray(given) });
    }

    private async Task EvaluateAsync(Random random)
    {
        var (projectId, ids) = Any([.. _planned.Where(p => p.Value.Count > 0)], random);
        var (id, on) = (Any(ids, random), api.Clock.Today.AddDays(-random.Next(200)));
        var body = new
        {
            phase = "conception",
            form = "relevance",
            maturity = "narrated",
            carriedOutOn = Text(on),
            evaluator = "A university",
            participants = new[] { "beneficiaries" },
            findings = "It works",
            verdict = "mixed",
            plannedId = id,
        };
        (await api.Administrator.PostAsync($"projects/{projectId}/evaluations", body)).ShouldBe(201);
        Record("evaluation", id, Fields.Merge(new { on = Text(on) }, null));
    }

    private void Record(string kind, Guid id, JsonObject says) =>
        Log.Add((Instants.Count, api.Clock.Today, kind, id, says));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static T Any<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
