using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// The served program under four writers, killed again and again. After each death: what was acknowledged is there, what was in flight is there or
/// not, nothing else is, and what is there is whole. Then whatever was in flight is sent again under its key, and is there once.
/// </summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-crash-").FullName;
    private readonly TestDatabase _database;
    private readonly Random _random;
    private readonly List<Sent> _acknowledged = [];
    private readonly List<Sent> _inFlight = [];
    private int _codes,
        _lost;

    private ServedLedgers? _ledgers;
    private string _authorization = "",
        _deliveries = "",
        _moved = "";

    public CrashRun(int seed) => (_random, _database) = (new(seed), TestDatabase.In(_folder));

    /// <summary>What happened, in figures.</summary>
    public string Summary { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task RunAsync(int kills, Action<string>? tell = null)
    {
        await _database.CreateAsync();
        var starts = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            if (_ledgers is not null && _random.Next(4) == 0)
                await KillWhileStartingAsync();
            await using var served = await ServedProgram.StartAsync(
                _folder,
                ServedLedgers.Settings(_folder, _database)
            );
            var client = await ClientAsync(served);
            starts++;
            await VerifyAsync(client);
            await WriteUntilKilledAsync(served);
            tell?.Invoke($"kill {kill}: {_acknowledged.Count} writes acknowledged so far, {_inFlight.Count} in flight");
        }
        await using (var served = await ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder, _database)))
            await VerifyAsync(await ClientAsync(served));
        var ended = await CommandLine.RunAsync(_folder, ["verify-audit"], ServedLedgers.Settings(_folder, _database));
        ended.ExitCode.Should().Be(0, ended.Error);
        Summary =
            $"{kills} kills, {starts + 1} starts, {_acknowledged.Count} writes acknowledged, {_lost} in flight at a kill of which {_done} were done already; {ended.Output.Trim()}";
    }

    private int _done;

    private async Task<Client> ClientAsync(ServedProgram served)
    {
        var client = new Client(served.Http);
        // The same session for all lives of the program.
        if (_authorization.Length > 0)
            served.Http.DefaultRequestHeaders.Authorization = System.Net.Http.Headers.AuthenticationHeaderValue.Parse(
                _authorization
            );
        if (_ledgers is not null)
            return client;
        await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        _authorization = served.Http.DefaultRequestHeaders.Authorization!.ToString();
        _ledgers = await ServedLedgers.OpenAsync(client);
        _deliveries = await _ledgers.CommitmentAsync(await _ledgers.ProjectAsync("LEDGER"));
        _moved = $"projects/{await _ledgers.ProjectAsync("MOVED")}";
        return client;
    }

    // Two deliver on one commitment, one moves a project to and fro, one makes projects.
    private async Task WriteUntilKilledAsync(ServedProgram served)
    {
        var (enough, first) = (_acknowledged.Count + _random.Next(1, 40), _acknowledged.Count);
        var seeds = Enumerable.Range(0, 4).Select(_ => _random.Next()).ToList();
        var writers = new[]
        {
            DeliverAsync(served, new(seeds[0])),
            DeliverAsync(served, new(seeds[1])),
            MoveAsync(served),
            MakeAsync(served),
        };
        while (Count() < enough && !served.Process.HasExited)
            await Task.WhenAny([Task.Delay(1), .. writers]);
        served.Process.Kill();
        await served.EndAsync();
        await Task.WhenAll(writers);
        _acknowledged.Count.Should().BeGreaterThan(first);
    }

    private Task DeliverAsync(ServedProgram served, Random random) =>
        WriteAsync(
            served,
            _ =>
            {
                var (key, cents) = (NewKey(), random.Next(1, 100_000));
                return Task.FromResult(
                    new Sent(Kind.Delivery, key, _deliveries, ServedLedgers.Delivery(cents, key), null, cents)
                );
            }
        );

    private Task MakeAsync(ServedProgram served) =>
        WriteAsync(
            served,
            _ =>
            {
                var code = $"P-{Interlocked.Increment(ref _codes)}";
                return Task.FromResult(
                    new Sent(Kind.Project, NewKey(), "projects", _ledgers!.Project(code), null, 0, code)
                );
            }
        );

    private Task MoveAsync(ServedProgram served) =>
        WriteAsync(
            served,
            async client =>
            {
                var project = await client.GetAsync(_moved);
                var hold = project.ShouldBe(200).Text("standing") == "active";
                return new(
                    Kind.Move,
                    NewKey(),
                    $"{_moved}/transitions",
                    new
                    {
                        trigger = hold ? "hold" : "resume",
                        effectiveOn = "2016-01-01",
                        reason = hold ? "For a while" : null,
                    },
                    project.ETag,
                    0
                );
            }
        );

    private async Task WriteAsync(ServedProgram served, Func<Client, Task<Sent>> next)
    {
        var client = new Client(served.Http);
        while (true)
        {
            Sent? sent = null;
            try
            {
                sent = await next(client);
                (await client.PostAsync(sent.Path, sent.Body, sent.ETag, sent.Key)).ShouldBe(201);
                lock (_acknowledged)
                    _acknowledged.Add(sent);
            }
            catch (HttpRequestException)
            {
                if (sent is null)
                    return;
                lock (_inFlight)
                    _inFlight.Add(sent);
                return;
            }
        }
    }

    private async Task VerifyAsync(Client client)
    {
        VerifyDatabase();
        (await client.GetAsync("audit/verify")).ShouldBe(200)["firstBroken"].Should().BeNull("the chain holds");
        await VerifyContentAsync(client, maybe: _inFlight);

        // Whoever got no answer sends it again, and finds it done or has it done: once.
        _lost += _inFlight.Count;
        foreach (var sent in _inFlight)
        {
            var again = await client.PostAsync(sent.Path, sent.Body, sent.ETag, sent.Key);
            again.ShouldBe(201);
            if (again.Replayed)
                _done++;
            _acknowledged.Add(sent);
        }
        _inFlight.Clear();
        await VerifyContentAsync(client, maybe: []);
    }

    private async Task VerifyContentAsync(Client client, IReadOnlyList<Sent> maybe)
    {
        var delivered = await ServedLedgers.DeliveredAsync(client, _deliveries);
        ShouldHold(delivered.Keys, Kind.Delivery, sent => sent.Key, maybe);
        foreach (var sent in _acknowledged.Where(s => s.Kind == Kind.Delivery))
            delivered[sent.Key].Should().Be(sent.Cents);
        (await _ledgers!.DashboardAsync(client))
            .Should()
            .Be(delivered.Values.Sum(), "what is summed is what is listed");

        var codes = new List<string>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            // Listed by its portfolio: a project without its holding would be half of one.
            var reply = (
                await client.GetAsync(
                    $"projects?portfolioId={_ledgers.PortfolioId}&pageSize=200&page={page}&sort=startedOn"
                )
            ).ShouldBe(200);
            codes.AddRange(
                reply
                    .Items()
                    .Select(p => p["code"]!.GetValue<string>())
                    .Where(code => code.StartsWith("P-", StringComparison.Ordinal))
            );
            pages = reply.Number("totalPages");
        }
        ShouldHold(codes, Kind.Project, sent => sent.Code, maybe);

        var moves = (await client.GetAsync($"{_moved}/transitions"))
            .ShouldBe(200)
            .Items()
            .Select(t => t["trigger"]!.GetValue<string>())
            .Count(trigger => trigger is "hold" or "resume");
        var acknowledged = _acknowledged.Count(s => s.Kind == Kind.Move);
        moves.Should().BeInRange(acknowledged, acknowledged + maybe.Count(s => s.Kind == Kind.Move));
        (await client.GetAsync(_moved))
            .ShouldBe(200)
            .Text("standing")
            .Should()
            .Be(moves % 2 == 0 ? "active" : "onHold", "the standing is what the moves led to");
    }

    private void ShouldHold<T>(IEnumerable<T> there, Kind kind, Func<Sent, T> name, IReadOnlyList<Sent> maybe)
    {
        var found = there.ToHashSet();
        var acknowledged = _acknowledged.Where(s => s.Kind == kind).Select(name).ToHashSet();
        found
            .IsSupersetOf(acknowledged)
            .Should()
            .BeTrue(
                "every acknowledged {0} is there; missing: {1}",
                kind,
                string.Join(", ", acknowledged.Except(found))
            );
        found
            .Except(acknowledged)
            .Except(maybe.Where(s => s.Kind == kind).Select(name))
            .Should()
            .BeEmpty("nobody sent any other {0}", kind);
    }

    // What the database and the schema say themselves, and keys that were claimed without an answer.
    private void VerifyDatabase()
    {
        using var db = _database.Open();
        var connection = db.Database.GetDbConnection();
        connection.Open();
        if (_database.IsFile)
        {
            Ask("PRAGMA integrity_check").Should().Be("ok");
            Ask("SELECT COUNT(*) FROM pragma_foreign_key_check").Should().Be("0");
        }
        Ask("SELECT COUNT(*) FROM \"IdempotencyRecords\" WHERE \"Status\" = 0")
            .Should()
            .Be("0", "a key without its answer is half of a request");
        Ask("SELECT COUNT(*) FROM \"AuditEntries\" WHERE \"Kind\" = 'delivery'")
            .Should()
            .Be(Ask("SELECT COUNT(*) FROM \"Deliveries\""), "a change and its audit are one");

        string Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return $"{command.ExecuteScalar()}";
        }
    }

    private async Task KillWhileStartingAsync()
    {
        using var process = CommandLine.Start(
            _folder,
            [$"--Urls=http://127.0.0.1:{ServedProgram.FreePort()}"],
            ServedLedgers.Settings(_folder, _database)
        );
        await Task.Delay(_random.Next(1500));
        process.Kill();
        await process.WaitForExitAsync();
    }

    private int Count()
    {
        lock (_acknowledged)
            return _acknowledged.Count;
    }

    private static Guid NewKey() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private enum Kind
    {
        Delivery = 1,
        Project,
        Move,
    }

    private sealed record Sent(
        Kind Kind,
        Guid Key,
        string Path,
        object Body,
        string? ETag,
        int Cents,
        string Code = ""
    );
}
