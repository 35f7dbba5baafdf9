using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>
/// A life of a fund's agreements, alliances, impacts, risks and loans, made of numbers, and what was sent in its order: the plain second computation reads nothing else.
/// </summary>
internal sealed class RandomRecords(PipelineApi api, Fund fund)
{
    private static readonly string[] Forms = ["territorialDialogue", "interOrganisation", "collectiveExperiment"];
    private static readonly string[] Categories =
    [
        "responsiblePractices",
        "sponsorship",
        "economicCooperation",
        "societalInnovation",
    ];
    private static readonly string[] Passages = ["conception", "experimentation", "modelling", "scalingOut", "any"];
    private readonly List<TestProject> _projects = [];
    private readonly List<(TestProject Project, Guid Id)> _alliances = [];
    private readonly List<(TestProject Project, Guid Id, DateOnly Since)> _impacts = [];
    private readonly List<(TestProject Project, Guid Id)> _loans = [];
    private readonly List<(Guid Loan, TestProject Project, Guid Id, decimal Amount)> _repayments = [];

    /// <summary>What was recorded: by which instant it was known, on which day, of what, and what it says.</summary>
    public List<(int Known, DateOnly Day, string Kind, Guid Id, JsonObject Says)> Log { get; } = [];

    /// <summary>Instants between the deeds, the first before all of them.</summary>
    public List<DateTimeOffset> Instants { get; } = [];

    public async Task LiveAsync(IEnumerable<int> deeds)
    {
        for (var i = 0; i < 3; i++)
            _projects.Add(await fund.ProjectAsync());
        foreach (var deed in deeds)
        {
            Instants.Add(api.Clock.GetUtcNow());
            await DoAsync(new Random(deed));
        }
        Instants.Add(api.Clock.GetUtcNow());
    }

    private Task DoAsync(Random random) =>
        random.Next(10) switch
        {
            0 => api.DaysGoByAsync(random.Next(1, 200)),
            1 => AgreeAsync(random),
            2 => AllyAsync(random, Any(_projects, random), null),
            3 when _alliances.Count > 0 && Any(_alliances, random) is var (project, id) => AllyAsync(
                random,
                project,
                id
            ),
            4 => RiskAsync(random),
            5 => LendAsync(random),
            6 when _loans.Count > 0 => RepayAsync(random),
            7 when _repayments.Count > 0 => TakeBackAsync(random),
            8 => ImpactAsync(random),
            9 when _impacts.Count > 0 => ReadImpactAsync(random),
            _ => RiskAsync(random),
        };

    private async Task AgreeAsync(Random random)
    {
        var project = Any(_projects, random);
        var starts = api.Clock.Today.AddDays(-random.Next(1_200));
        var body = Body(
            new
            {
                signedOn = Text(starts),
                startsOn = Text(starts),
                endsOn = Text(starts.AddDays(random.Next(300, 1_500))),
                objectives = Array.Empty<object>(),
                exitStrategy = random.Next(2) == 0 ? "Own income" : null,
            }
        );
        var put = await api.Administrator.PutAsync($"{project.Path}/agreements/{fund.Id}", body, "*");
        Record("agreement", put.ShouldBe(200).Id("id"), body);
    }

    private async Task AllyAsync(Random random, TestProject project, Guid? id)
    {
        var started = api.Clock.Today.AddDays(-random.Next(900));
        var body = Body(
            new
            {
                name = "Together",
                form = Any(Forms, random),
                categories = Categories.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Categories[0]),
                startedOn = Text(started),
                endedOn = random.Next(4) == 0
                    ? Text(started.AddDays((api.Clock.Today.DayNumber - started.DayNumber) / 2))
                    : null,
                endsOn = random.Next(2) == 0 ? Text(started.AddDays(random.Next(500, 1_500))) : null,
                partners = new[]
                {
                    new
                    {
                        organisationId = fund.OrganisationId,
                        since = Text(started),
                        objectives = new[] { new { axis = "internalMobilisation", text = "Staff" } },
                        gains = random.Next(2) == 0 ? new[] { new { kind = "image" } } : [],
                    },
                },
                commonGood = random.Next(3) > 0 ? new[] { new { dimension = "political", text = "All" } } : [],
            }
        );
        var path = $"{project.Path}/alliances";
        var sent = id is null
            ? await api.Administrator.PostAsync(path, body)
            : await api.Administrator.PutAsync($"{path}/{id}", body, "*");
        var given = sent.ShouldBe(id is null ? 201 : 200).Id("id");
        if (id is null)
            _alliances.Add((project, given));
        Record("alliance", given, body);
    }

    private async Task ImpactAsync(Random random)
    {
        var project = Any(_projects, random);
        var since = api.Clock.Today.AddMonths(-random.Next(1, 200));
        var (kind, facet) = Any(
            [("performance", "publicActors"), ("innovation", "societal"), ("trust", "people")],
            random
        );
        var body = Body(
            new
            {
                kind,
                facet,
                foreseen = Any(["wanted", "expected", "surprise", "undesirable"], random),
                dimension = "social",
                level = "ecosystem",
                statement = "People move",
                since = Text(since),
            }
        );
        var id = (await api.Administrator.PostAsync($"{project.Path}/impacts", body)).ShouldBe(201).Id("id");
        _impacts.Add((project, id, since));
        Record("impact", id, body);
    }

    private async Task ReadImpactAsync(Random random)
    {
        var (project, id, since) = Any(_impacts, random);
        var on = since.AddDays(random.Next(api.Clock.Today.DayNumber - since.DayNumber + 1));
        var body = Body(
            new
            {
                on = Text(on),
                outcome = "partly",
                note = "Seen",
            }
        );
        var read = await api.Administrator.PostAsync($"{project.Path}/impacts/{id}/readings", body);
        Record("impactReading", read.ShouldBe(201).Id("id"), Fields.Merge(body, new { impact = id }));
    }

    private async Task RiskAsync(Random random)
    {
        var project = Any(_projects, random);
        var body = Body(
            new
            {
                risks = Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => new
                    {
                        code = "drift",
                        passage = Any(Passages, random),
                        likelihood = random.Next(1, 4),
                        severity = random.Next(1, 4),
                        answer = random.Next(2) == 0 ? "Known" : null,
                        closedOn = random.Next(3) == 0 ? Text(api.Clock.Today.AddDays(-random.Next(300))) : null,
                    })
                    .ToList(),
            }
        );
        (await api.Administrator.PutAsync($"{project.Path}/risks", body, "*")).ShouldBe(200);
        Record("risks", project.Id, body);
    }

    private async Task LendAsync(Random random)
    {
        var project = Any(_projects, random);
        _loans.Add((project, await project.LendAsync(random.Next(1, 5_000))));
    }

    private async Task RepayAsync(Random random)
    {
        var (project, loan) = Any(_loans, random);
        var (on, amount) = (api.Clock.Today.AddDays(-random.Next(400)), random.Next(1, 100_000) / 100m);
        var paid = (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{loan}/repayments",
                new { amount = project.Money(amount), repaidOn = Text(on) }
            )
        ).ShouldBe(201);
        _repayments.Add((loan, project, paid.Id("id"), amount));
        Record("repayment", paid.Id("id"), Body(new { amount, on = Text(on) }));
    }

    private async Task TakeBackAsync(Random random)
    {
        var (loan, project, id, amount) = Any(_repayments, random);
        var on = api.Clock.Today;
        var reversal = (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{loan}/repayments/{id}/reversal",
                new { reason = "Booked twice", reversedOn = Text(on) }
            )
        ).ShouldBe(201);
        _repayments.Remove((loan, project, id, amount));
        Record("repayment", reversal.Id("id"), Body(new { amount = -amount, on = Text(on) }));
    }

    private void Record(string kind, Guid id, JsonObject says) =>
        Log.Add((Instants.Count, api.Clock.Today, kind, id, says));

    private static JsonObject Body(object says) => Fields.Merge(says, null);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static T Any<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
