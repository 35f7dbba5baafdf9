using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

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
    private static readonly string[] Sizes = ["under2000", "under20000", "under50000", "from50000"];
    private static readonly string[] Profiles = ["company", "investor", "academic", "association"];
    private static readonly string[] Domains = ["mobilityAndTransport", "health", "ageing", "education"];
    private static readonly string[] Regions = ["ileDeFrance", "bretagne", "occitanie"];
    private Guid? _company;
    private readonly List<(TestProject Project, Guid Id)> _commitments = [];
    private readonly List<(TestProject Project, Guid Commitment, Guid Id)> _deliveries = [];
    private readonly List<Guid> _imports = [];
    private readonly List<(Fund Books, string Amount)> _grants = [];

    /// <summary>What it has come to.</summary>
    public WorldBook Book { get; } = new(api);

    /// <summary>Instants between the deeds, the first before all of them.</summary>
    public IReadOnlyList<DateTimeOffset> Instants => Book.Instants;

    public async Task LiveAsync(IEnumerable<int> deeds)
    {
        Book.Mark();
        foreach (var deed in deeds)
        {
            await DoAsync(new Random(deed));
            Book.Mark();
        }
    }

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random)
    {
        if (Book.Projects.Count < 2)
            return BeginAsync(random);
        var project = Book.Any(random);
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
            14 when random.Next(2) == 0 => ReclassAsync(project, random),
            _ => MoveAsync(project, random),
        };
    }

    private async Task BeginAsync(Random random)
    {
        var lead = random.Next(4) == 0 ? other : fund;
        var project = await lead.ProjectAsync(
            Day(random),
            new { sdgs = Sdgs(random), domains = Some(Domains, random) }
        );
        Book.Projects.Add(project);
        Book.Record("project", project.Id, project.Id, new { code = project.Code, owner = lead.OrganisationId });
        Book.Record("name", project.Id, project.Id, new { name = $"Project {project.Code}" });
    }

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
                endsOn = random.Next(3) == 0 ? Text(Book.Today.AddDays(random.Next(-300, 300))) : null,
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
        {
            var territories = Some(Regions, random)
                .Select(r => new
                {
                    name = $"Somewhere in {r}",
                    level = Any(Levels, random),
                    region = r,
                    sizeSegment = random.Next(3) == 0 ? null : Any(Sizes, random),
                })
                .ToList();
            if (
                Accepted(
                    await api.Administrator.PutAsync(
                        $"{project.Path}/territories",
                        territories,
                        await project.ETagAsync()
                    )
                )
            )
                Book.Record("territories", project.Id, project.Id, new { territories });
        }
        else if (
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
            )
        )
            Book.Record("name", project.Id, project.Id, new { name = project.Code });
    }

    private async Task HoldAsync(TestProject project, Random random)
    {
        var path = $"portfolios/{(random.Next(2) == 0 ? fund : other).Id}/holdings/{project.Id}";
        Accepted(
            random.Next(4) == 0 ? await api.Administrator.DeleteAsync(path)
            : random.Next(3) == 0
                ? await api.Administrator.PostAsync($"{path}/end", new { endedOn = Day(random), reason = "Because" })
            : await api.Administrator.PutAsync(path, new { kind = random.Next(3) == 0 ? "lead" : "coFunder" }, "*")
        );
    }

    private async Task VoidAsync(TestProject project)
    {
        if (!Accepted(await api.Administrator.PostAsync($"{project.Path}/void", new { reason = "Entered twice" })))
            return;
        Forget(project);
    }

    private void Forget(TestProject project)
    {
        Book.Projects.Remove(project);
        _commitments.RemoveAll(c => c.Project == project);
        _deliveries.RemoveAll(d => d.Project == project);
    }

    // A grant comes again as well, and then somebody else may carry it.
    private async Task ImportAsync(Random random)
    {
        var number = random.Next(2) == 0 ? random.Next(_grants.Count + 1) : _grants.Count;
        if (number == _grants.Count)
            _grants.Add((random.Next(3) == 0 ? other : fund, $"{random.Next(1, 9_000)}.25"));
        var (books, amount) = _grants[number];
        var grant = GrantTable.Row(number, amount, recipient: random.Next(_grants.Count + 1));
        var reply = await books.ImportAsync(GrantTable.Of(grant).Csv());
        if (!Accepted(reply))
            return;
        _imports.Add(reply.Id("importId"));
        foreach (var made in await books.ProjectsAsync())
        {
            var id = made["id"]!.GetValue<Guid>();
            Know(books, id, (await api.Administrator.GetAsync($"projects/{id}")).ShouldBe(200));
        }
    }

    // What comes out of a file is a project like others, until its import is taken back.
    private void Know(Fund books, Guid id, Reply project)
    {
        var known = Book.Log.LastOrDefault(d => d.Kind == "project" && d.Id == id)?.Says["owner"]?.GetValue<Guid>();
        var (code, owner) = (project.Text("code"), project.Id("ownerOrganisation.id"));
        if (known is null)
            Book.Projects.Add(new(books, id, code));
        if (known != owner)
            Book.Record("project", id, id, new { code, owner });
        var named = Book.Log.LastOrDefault(d => d.Kind == "name" && d.Id == id)?.Says["name"]?.GetValue<string>();
        if (named != project.Text("name"))
            Book.Record("name", id, id, new { name = project.Text("name") });
    }

    // A fund, who funds beside it, or who carries a project is another kind of organisation from now on.
    private async Task ReclassAsync(TestProject project, Random random)
    {
        var id = random.Next(3) switch
        {
            0 => fund.OrganisationId,
            1 when _company is { } company => company,
            _ => (await api.Administrator.GetAsync(project.Path)).ShouldBe(200).Id("ownerOrganisation.id"),
        };
        var name = (await api.Administrator.GetAsync($"organisations/{id}")).ShouldBe(200).Text("name");
        var profile = Any(Profiles, random);
        if (
            Accepted(await api.Administrator.PutAsync($"organisations/{id}", new { name, actorProfile = profile }, "*"))
        )
            Book.Record("body", Guid.Empty, id, new { name, profile });
    }

    private async Task ReverseImportAsync(Random random)
    {
        var import = Any(_imports, random);
        if (
            !Accepted(
                await api.Administrator.PostAsync($"imports/{import}/reversal", new { reason = "The wrong file" })
            )
        )
            return;
        _imports.Remove(import);
        foreach (var project in Book.Projects.ToList())
            if (await api.Administrator.GetAsync(project.Path) is { Status: 200 } left)
                Know(fund, project.Id, left);
            else
                Forget(project);
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

    private string Day(Random random) => $"{api.Clock.Today.AddDays(-random.Next(900)):yyyy-MM-dd}";

    private static int[] Sdgs(Random random) => [.. Enumerable.Range(1, 17).Where(_ => random.Next(6) == 0)];
}
