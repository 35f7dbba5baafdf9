using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>
/// A life of two funds that share projects, made of numbers: each number is one thing that somebody does, backdated or not, so that a shorter list of numbers is a
/// shorter life. What the product refuses is part of life too, as long as it is no failure.
/// </summary>
internal sealed class RandomHistory(PipelineApi api, Fund fund, Fund other)
{
    private static readonly string[] Phases =
    [
        "conception",
        "experimentation",
        "modelling",
        "scalingOut",
        "industrialisation",
    ];
    private static readonly string[] Levers =
    [
        "funding",
        "expertiseAndNetworks",
        "strategyAndGovernance",
        "evaluation",
    ];
    private static readonly string[] Triggers =
    [
        "advance",
        "advance",
        "advance",
        "stepBack",
        "hold",
        "resume",
        "stop",
        "reopen",
        "adopt",
    ];
    private static readonly string[] Instruments = ["grant", "grant", "sponsorship", "loan"];
    private static readonly string[] Levels = ["local", "regional", "national"];
    private static readonly string[] Domains = ["mobilityAndTransport", "health", "ageing", "education"];
    private static readonly string[] Regions = ["ileDeFrance", "bretagne", "occitanie"];
    private Guid? _company;
    private readonly List<TestProject> _projects = [];
    private readonly List<(TestProject Project, Guid Id)> _commitments = [];
    private readonly List<(TestProject Project, Guid Commitment, Guid Id)> _deliveries = [];
    private readonly List<Guid> _imports = [];
    private int _grants;

    /// <summary>Instants between the deeds, the first before all of them.</summary>
    public List<DateTimeOffset> Instants { get; } = [];

    public async Task LiveAsync(IEnumerable<int> deeds)
    {
        Instants.Add(api.Clock.GetUtcNow());
        foreach (var deed in deeds)
        {
            await DoAsync(new Random(deed));
            Instants.Add(api.Clock.GetUtcNow());
        }
    }

    private Task DoAsync(Random random)
    {
        if (_projects.Count < 2)
            return BeginAsync(random);
        var project = Any(_projects, random);
        return random.Next(16) switch
        {
            0 => BeginAsync(random),
            1 => api.DaysGoByAsync(random.Next(1, 40)),
            2 or 3 => CommitAsync(project, random),
            4 or 5 when _commitments.Count > 0 => DeliverAsync(random),
            6 when _deliveries.Count > 0 => ReverseAsync(random),
            7 when _commitments.Count > 0 => CancelAsync(random),
            8 => PlanAsync(project, random),
            9 => RetagAsync(project, random),
            10 => HoldAsync(project, random),
            11 when random.Next(4) == 0 => VoidAsync(project),
            12 => ImportAsync(random),
            13 when _imports.Count > 0 => ReverseImportAsync(random),
            _ => MoveAsync(project, random),
        };
    }

    private async Task BeginAsync(Random random) =>
        _projects.Add(
            await (random.Next(4) == 0 ? other : fund).ProjectAsync(
                Day(random),
                new { sdgs = Sdgs(random), domains = Some(Domains, random) }
            )
        );

    private async Task CommitAsync(TestProject project, Random random)
    {
        var books = random.Next(3) == 0 ? other : fund;
        var reply = await api.Administrator.PostAsync(
            $"{project.Path}/commitments",
            new
            {
                portfolioId = books.Id,
                funderOrganisationId = await FunderAsync(random),
                lever = Any(Levers, random),
                phase = Any(Phases, random),
                nature = "cash",
                amount = project.Money(random.Next(1, 100_000) / 100m),
                agreedOn = Day(random),
                instrument = Any(Instruments, random),
            }
        );
        if (Accepted(reply))
            _commitments.Add((project, reply.Id("id")));
    }

    // A fund, or a company that gives beside it.
    private async Task<Guid> FunderAsync(Random random)
    {
        if (random.Next(2) == 0)
            return fund.OrganisationId;
        _company ??= (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = api.NewCode("Company"), actorProfile = "company" }
            )
        )
            .ShouldBe(201)
            .Id("id");
        return _company.Value;
    }

    private async Task DeliverAsync(Random random)
    {
        var (project, commitment) = Any(_commitments, random);
        var reply = await project.DeliverAsync(commitment, random.Next(1, 60_000) / 100m, Day(random));
        if (Accepted(reply))
            _deliveries.Add((project, commitment, reply.Id("id")));
    }

    private async Task ReverseAsync(Random random)
    {
        var (project, commitment, delivery) = Any(_deliveries, random);
        Accepted(
            await project.ReverseAsync(commitment, delivery, $"{api.Clock.Today.AddDays(-random.Next(100)):yyyy-MM-dd}")
        );
    }

    private async Task CancelAsync(Random random)
    {
        var (project, commitment) = Any(_commitments, random);
        Accepted(
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/cancellation",
                new { reason = "The funder left", cancelledOn = Day(random) }
            )
        );
    }

    private static async Task PlanAsync(TestProject project, Random random) =>
        Accepted(
            await project.PlanAsync([
                .. Phases
                    .SelectMany(p => Levers.Select(l => (p, l)))
                    .Where(_ => random.Next(4) == 0)
                    .Select(x => (x.p, x.l, random.Next(1, 500_000) / 100m)),
            ])
        );

    private async Task RetagAsync(TestProject project, Random random)
    {
        if (random.Next(2) == 0)
            Accepted(
                await api.Administrator.PutAsync(
                    $"{project.Path}/territories",
                    Some(Regions, random)
                        .Select(r => new
                        {
                            name = $"Somewhere in {r}",
                            level = Any(Levels, random),
                            region = r,
                        }),
                    await project.ETagAsync()
                )
            );
        else
            Accepted(
                await api.Administrator.PutAsync(
                    project.Path,
                    new
                    {
                        name = project.Code,
                        socioEconomicModel = "operator",
                        sdgs = Sdgs(random),
                        domains = Some(Domains, random),
                    },
                    await project.ETagAsync()
                )
            );
    }

    private async Task HoldAsync(TestProject project, Random random)
    {
        var path = $"portfolios/{(random.Next(2) == 0 ? fund : other).Id}/holdings/{project.Id}";
        Accepted(
            random.Next(4) == 0 ? await api.Administrator.DeleteAsync(path)
            : random.Next(3) == 0
                ? await api.Administrator.PostAsync($"{path}/end", new { endedOn = Day(random), reason = "Because" })
            : await api.Administrator.PutAsync(path, new { kind = random.Next(3) == 0 ? "lead" : "coFunder" })
        );
    }

    private async Task VoidAsync(TestProject project)
    {
        if (!Accepted(await api.Administrator.PostAsync($"{project.Path}/void", new { reason = "Entered twice" })))
            return;
        _projects.Remove(project);
        _commitments.RemoveAll(c => c.Project == project);
        _deliveries.RemoveAll(d => d.Project == project);
    }

    private async Task ImportAsync(Random random)
    {
        var grant = GrantTable.Row(++_grants, amount: $"{random.Next(1, 9_000)}.25");
        var reply = await (random.Next(3) == 0 ? other : fund).ImportAsync(GrantTable.Of(grant).Csv());
        if (Accepted(reply))
            _imports.Add(reply.Id("importId"));
    }

    private async Task ReverseImportAsync(Random random)
    {
        var import = Any(_imports, random);
        if (
            Accepted(await api.Administrator.PostAsync($"imports/{import}/reversal", new { reason = "The wrong file" }))
        )
            _imports.Remove(import);
    }

    private async Task MoveAsync(TestProject project, Random random) =>
        Accepted(
            await project.ReportAsync(
                Any(Triggers, random),
                $"{api.Clock.Today.AddDays(-random.Next(60)):yyyy-MM-dd}",
                "Because",
                takeOver: null
            )
        );

    private static bool Accepted(Reply reply)
    {
        reply.Status.Should().BeOneOf([200, 201, 204, 404, 409, 422], "the answer was {0}", reply.Json?.ToJsonString());
        return reply.Status < 300;
    }

    private string Day(Random random) => $"{api.Clock.Today.AddDays(-random.Next(900)):yyyy-MM-dd}";

    private static int[] Sdgs(Random random) => [.. Enumerable.Range(1, 17).Where(_ => random.Next(6) == 0)];

    private static T[] Some<T>(T[] all, Random random) => [.. all.Where(_ => random.Next(2) == 0)];

    private static T Any<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];
}
