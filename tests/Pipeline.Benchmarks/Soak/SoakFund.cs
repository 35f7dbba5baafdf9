using System.Globalization;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Benchmarks.Soak;

/// <summary>
/// A portfolio that one client alone works in, so that it knows after each step what is in it: its projects, ledgers and moves, what was reported of it, and what its
/// webhook is to be told, in the order of each project.
/// </summary>
internal sealed class SoakFund
{
    private const int MostProjects = 12,
        MostKept = 10,
        StepsOfPeriod = 60;

    private static readonly string[] Types =
    [
        "project.created",
        "commitment.agreed",
        "delivery.recorded",
        "transition.effective",
        "closing.made",
    ];

    private static readonly DateOnly FirstPeriod = new(2015, 3, 31);

    private readonly Door _door;
    private readonly Random _random;
    private readonly ServedLedgers _ledgers;
    private readonly List<Project> _projects = [];
    private readonly List<Kept> _kept = [];
    private int _steps,
        _closings;

    private SoakFund(Door door, Random random, ServedLedgers ledgers) =>
        (_door, _random, _ledgers) = (door, random, ledgers);

    /// <summary>What its receiver is to be told of each project, and of itself under its own id.</summary>
    public Dictionary<Guid, List<string>> Told { get; } = [];

    /// <summary>Writes that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    private string Path => $"portfolios/{_ledgers.PortfolioId}";

    /// <summary>Opens it, with a webhook, a project and a commitment.</summary>
    public static async Task<SoakFund> OpenAsync(
        Door door,
        Random random,
        ServedLedgers first,
        string code,
        string receiver
    )
    {
        var id = (
            await door.PostAsync("make a portfolio", "portfolios", ServedLedgers.Portfolio(code, first.OrganisationId))
        ).Id("id");
        var fund = new SoakFund(door, random, first.In(id));
        await door.PostAsync("subscribe", $"{fund.Path}/webhooks", new { url = receiver, events = Types });
        await fund.BeginAsync();
        return fund;
    }

    /// <summary>One thing, whichever comes.</summary>
    public async Task StepAsync()
    {
        if (++_steps % StepsOfPeriod == 0)
        {
            await CloseAsync();
            return;
        }
        var project = _projects[_random.Next(_projects.Count)];
        switch (_random.Next(100))
        {
            case < 40:
                await DeliverAsync(project);
                break;
            case < 45 when _projects.Count < MostProjects:
                await BeginAsync();
                break;
            case < 50:
                await AgreeAsync(project);
                break;
            case < 62:
                await MoveAsync(project);
                break;
            case < 70:
                await ReadLedgerAsync(project);
                break;
            case < 82:
                await KeepDashboardAsync();
                break;
            case < 90 when _kept.Count > 0:
                await _kept[_random.Next(_kept.Count)].AskAgainAsync(_door);
                break;
            case < 92:
                await KeepAsync("workbook", "report.xlsx", "&lang=fr");
                break;
            case < 95:
                await KeepAsync("360Giving", "360giving.json", "");
                break;
            default:
                await ReadRegisterAsync();
                break;
        }
    }

    /// <summary>Everything that was acknowledged is there, nothing is there twice, and what was reported is reported again.</summary>
    public async Task VerifyAsync()
    {
        await ReadRegisterAsync();
        foreach (var project in _projects)
        {
            await ReadLedgerAsync(project);
            var moves = (await _door.GetAsync("verify", $"projects/{project.Id}/transitions"))
                .Items()
                .Count(t => t["trigger"]!.GetValue<string>() is "hold" or "resume");
            var standing = (await _door.GetAsync("verify", $"projects/{project.Id}")).Text("standing");
            Hold(
                moves == project.Moves && standing == (moves % 2 == 0 ? "active" : "onHold"),
                $"project {project.Id}: {moves} moves to {standing}, acknowledged {project.Moves}"
            );
        }
        var dashboard = await _door.GetAsync("verify", $"{Path}/dashboard");
        var (sum, acknowledged) = (ServedLedgers.Delivered(dashboard), _projects.Sum(p => p.Delivered));
        Hold(sum == acknowledged, $"{Path}: {sum} cents on its dashboard, acknowledged {acknowledged}");
        var closings = (await _door.GetAsync("verify", $"{Path}/closings")).Number("totalItems");
        Hold(closings == _closings, $"{Path}: {closings} closings, acknowledged {_closings}");
        foreach (var kept in _kept)
            await kept.AskAgainAsync(_door);
    }

    private void Hold(bool holds, string what) => _door.Tally.ShouldHold(holds, what);

    private async Task<Reply> WriteAsync(string kind, string path, object body, string? ifMatch = null)
    {
        var reply = await _door.PostAsync(kind, path, body, ifMatch);
        Acknowledged++;
        return reply;
    }

    private async Task BeginAsync()
    {
        var made = await WriteAsync("make a project", "projects", _ledgers.Project($"P-{_projects.Count + 1}"));
        var project = new Project(made.Id("id"));
        _projects.Add(project);
        Told[project.Id] = ["project.created"];
        await AgreeAsync(project);
    }

    private async Task AgreeAsync(Project project)
    {
        var path = $"projects/{project.Id}/commitments";
        var id = (await WriteAsync("agree a commitment", path, _ledgers.Commitment())).Id("id");
        project.Ledgers.Add($"{path}/{id}/deliveries", []);
        Told[project.Id].Add($"commitment.agreed {id}");
    }

    private async Task DeliverAsync(Project project)
    {
        var (path, ledger) = project.Ledgers.ElementAt(_random.Next(project.Ledgers.Count));
        var (reference, cents) = (Door.NewId(), _random.Next(1, 100_000));
        var made = await WriteAsync("record a delivery", path, ServedLedgers.Delivery(cents, reference));
        ledger.Add(reference, cents);
        Told[project.Id].Add($"delivery.recorded {made.Id("id")}");
    }

    private async Task MoveAsync(Project project)
    {
        var path = $"projects/{project.Id}";
        var read = await _door.GetAsync("project", path);
        var hold = read.Text("standing") == "active";
        Hold(hold == (project.Moves % 2 == 0), $"{path} is {read.Text("standing")} after {project.Moves} moves");
        var move = new
        {
            trigger = hold ? "hold" : "resume",
            effectiveOn = "2016-01-01",
            reason = hold ? "For a while" : null,
        };
        var made = await WriteAsync("report a transition", $"{path}/transitions", move, read.ETag);
        project.Moves++;
        Told[project.Id].Add($"transition.effective {made.Id("id")}");
    }

    // Reads what it has written itself: at whichever instance.
    private async Task ReadLedgerAsync(Project project)
    {
        var (path, ledger) = project.Ledgers.ElementAt(_random.Next(project.Ledgers.Count));
        var there = ServedLedgers.ByReference(await _door.GetAsync("deliveries", path));
        Hold(
            there.Count == ledger.Count && ledger.All(l => there.GetValueOrDefault(l.Key) == l.Value),
            $"{path}: {there.Count} deliveries of {there.Values.Sum()} cents, acknowledged {ledger.Count} of {ledger.Values.Sum()}"
        );
    }

    private async Task ReadRegisterAsync()
    {
        var register = await _door.GetAsync("register", $"projects/export.csv?portfolioId={_ledgers.PortfolioId}");
        var lines = register.Bytes.Count(b => b == '\n');
        Hold(lines == _projects.Count + 1, $"{Path}: {lines} lines for {_projects.Count} projects");
    }

    private async Task KeepDashboardAsync()
    {
        var day = _random.Next(2) == 0 ? "" : "?asOf=2015-02-15";
        var reply = await _door.GetAsync("dashboard", $"{Path}/dashboard{day}");
        Keep(Kept.Of("dashboard", $"{Path}/dashboard?{Moment(reply)}", reply));
    }

    private async Task KeepAsync(string kind, string file, string more)
    {
        var moment = Moment(await _door.GetAsync("dashboard", $"{Path}/dashboard"));
        var path = $"{Path}/{file}?{moment}{more}";
        Keep(Kept.Of(kind, path, await _door.GetAsync(kind, path)));
    }

    private async Task CloseAsync()
    {
        var asOf = FirstPeriod.AddDays(1).AddMonths(3 * _closings).AddDays(-1);
        var body = new { asOf = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), note = "The quarter" };
        var made = await WriteAsync("close a period", $"{Path}/closings", body);
        _closings++;
        Tell(_ledgers.PortfolioId, $"closing.made {made.Id("id")}");
        var path = $"{Path}/closings/{made.Id("id")}";
        var dashboard = await _door.GetAsync("closed file", $"{path}/dashboard.json?lang=en");
        Keep(Kept.Of("closed file", $"{path}/dashboard.json?lang=en", dashboard));
        // What was closed is what is answered for the same day and instant, for ever.
        Keep(Kept.Of("dashboard", $"{Path}/dashboard?{Moment(made)}", dashboard));
        var workbook = await _door.GetAsync("closed file", $"{path}/report.xlsx?lang=fr");
        Keep(Kept.Of("workbook", $"{Path}/report.xlsx?{Moment(made)}&lang=fr", workbook));
    }

    private void Tell(Guid of, string what)
    {
        if (!Told.TryGetValue(of, out var list))
            Told[of] = list = [];
        list.Add(what);
    }

    private void Keep(Kept kept)
    {
        if (_kept.Count < MostKept)
            _kept.Add(kept);
        else
            _kept[_random.Next(MostKept)] = kept;
    }

    private static string Moment(Reply reply) => $"asOf={reply.Text("asOf")}&knownAt={reply.Text("knownAt")}";

    private sealed class Project(Guid id)
    {
        public Guid Id => id;

        /// <summary>Cents by reference, by the path of a commitment's deliveries.</summary>
        public Dictionary<string, Dictionary<Guid, int>> Ledgers { get; } = [];

        public int Moves { get; set; }

        public int Delivered => Ledgers.Values.Sum(ledger => ledger.Values.Sum());
    }
}
