using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Webhooks;
using Pipeline.Reliability.Tests;

namespace Pipeline.Benchmarks.Soak;

/// <summary>
/// Three instances behind a proxy on a PostgreSQL of their own, under everything at once: clients that write, read, report, close and import, a receiver of webhooks that
/// stumbles, instances that are killed or told to end and started again, a database that crashes and comes back.
/// </summary>
internal sealed class SoakRun(int minutes, int seed)
{
    private const int Clients = 5,
        StepsInFund = 240,
        SharedCommitments = 4,
        // Lives as long as the run: its memory and files are to stay what they are.
        Spared = 0;

    private const double StumblesOfReceiver = 1.0 / 8;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(700),
        LongestPauseOfImports = TimeSpan.FromSeconds(16),
        LongestAway = TimeSpan.FromSeconds(12),
        // The second pause of a message whose receiver failed twice is five minutes.
        Patience = TimeSpan.FromMinutes(8);

    private readonly Troubles _troubles = new();
    private readonly Tally _tally = new();
    private readonly ConcurrentBag<SoakFund> _funds = [];
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, int>> _shared = new();
    private readonly ConcurrentDictionary<string, bool> _stumbled = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _kills,
        _ends,
        _crashes;

    private bool IsOver => Stopwatch.GetElapsedTime(_began).TotalMinutes >= minutes;

    // A short run has as many troubles as a long one.
    private double Pace => minutes >= 30 ? 1 : 0.1;

    /// <returns>0 where everything held.</returns>
    public async Task<int> RunAsync()
    {
        await using var server = await PrivatePostgreSql.MakeAsync();
        var instances = new ThreeInstances(TestDatabase.OnOwnPostgreSql(server.Connection));
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = StumbleAsync;
        try
        {
            await instances.InitializeAsync();
            await RunAsync(instances, server, receiver);
            foreach (var line in _tally.Failures.Count == 0 ? [] : instances.Printed.SelectMany(Errors).TakeLast(40))
                Console.WriteLine(line);
        }
        finally
        {
            await instances.DisposeAsync();
        }
        Console.WriteLine(_tally.Failures.Count == 0 ? "Everything held." : $"{_tally.Failures.Count} failures.");
        return _tally.Failures.Count == 0 ? 0 : 1;
    }

    private async Task RunAsync(ThreeInstances instances, PrivatePostgreSql server, Receiver receiver)
    {
        var project = await instances.Ledgers.ProjectAsync("SHARED");
        for (var i = 0; i < SharedCommitments; i++)
            _shared[await instances.Ledgers.CommitmentAsync(project)] = new();
        using var ended = new CancellationTokenSource();
        var watch = new Watch(instances);
        var watching = watch.UntilAsync(ended.Token);
        var doors = Enumerable.Range(0, Clients + 1).Select(_ => new Door(instances, _troubles, _tally)).ToList();
        var door = doors[0];
        var imports = new SoakImports(door, new(seed), instances.Ledgers, receiver.Url);
        var working = Enumerable
            .Range(1, Clients)
            .Select(client => WorkAsync(client, doors[client], instances, receiver))
            .Append(EachAsync(imports.ImportAsync, new(seed), LongestPauseOfImports))
            .ToList();
        await TroubleAsync(instances, server);
        await Task.WhenAll(working);
        var seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;
        await ended.CancelAsync();
        await watching;
        var processor = watch.ProcessorSeconds;

        Console.WriteLine($"{Now} verifying");
        var arrived = await VerifyAsync(instances, door, imports, receiver);
        var acknowledged =
            _funds.Sum(f => f.Acknowledged) + imports.Acknowledged + _shared.Values.Sum(ledger => ledger.Count);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{seconds / 60:0} minutes, {_kills} instances killed, {_ends} told to end, {_crashes} crashes of the database; {acknowledged} writes acknowledged in {_funds.Count} portfolios, {_tally.Repeated} requests sent again; {arrived}; {processor / seconds:0.00} cores for the instances"
            )
        );
        Console.WriteLine(_tally.Table());
        Console.WriteLine(watch.Table());
        watch.ShouldBeFlat(_tally);
        doors.ForEach(d => d.Dispose());
    }

    // A portfolio after the other, so that what is asked for does not grow with the run; now and then into a ledger that all write to.
    private async Task WorkAsync(int client, Door door, ThreeInstances instances, Receiver receiver)
    {
        var random = new Random(seed + client);
        for (var number = 1; !IsOver; number++)
        {
            SoakFund? fund = null;
            var steps = 0;
            await EachAsync(
                async () =>
                {
                    if (fund is null)
                        _funds.Add(
                            fund = await SoakFund.OpenAsync(
                                door,
                                random,
                                instances.Ledgers,
                                $"S{client}-{number}",
                                receiver.Url
                            )
                        );
                    else if (random.Next(20) == 0)
                        await ShareAsync(door, random);
                    else
                        await fund.StepAsync();
                    steps++;
                },
                random,
                LongestPause,
                () => steps < StepsInFund
            );
        }
    }

    private async Task ShareAsync(Door door, Random random)
    {
        var (path, ledger) = _shared.ElementAt(random.Next(_shared.Count));
        var (reference, cents) = (Door.NewId(), random.Next(1, 100_000));
        await door.PostAsync("record a delivery", path, ServedLedgers.Delivery(cents, reference));
        ledger[reference] = cents;
    }

    private async Task EachAsync(Func<Task> step, Random random, TimeSpan longest, Func<bool>? more = null)
    {
        while (!IsOver && more?.Invoke() != false)
        {
            await NotedAsync(step);
            await Task.Delay(longest * random.NextDouble());
        }
    }

    private async Task NotedAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _tally.ShouldHold(e is UnexpectedAnswerException, $"{e}");
        }
    }

    // Every minute or two an instance, every ten the database, and two times in three an instance while it is away.
    private async Task TroubleAsync(ThreeInstances instances, PrivatePostgreSql server)
    {
        var random = new Random(seed);
        var crash = TimeSpan.FromMinutes(10 * Pace);
        while (true)
        {
            await Task.Delay(TimeSpan.FromMinutes(1 + random.NextDouble()) * Pace);
            if (IsOver)
                return;
            var instance = Spared + 1 + random.Next(instances.Served.Count - 1);
            var (how, away) = (random.Next(3), LongestAway * random.NextDouble());
            if (Stopwatch.GetElapsedTime(_began) < crash)
            {
                await EndAsync(instances, instance, how, away / 2);
                continue;
            }
            crash += TimeSpan.FromMinutes(10 * Pace);
            _crashes++;
            Console.WriteLine(FormattableString.Invariant($"{Now} the database crashes, for {away.TotalSeconds:0} s"));
            await _troubles.WhileAsync(async () =>
            {
                await server.CrashAsync();
                if (how > 0)
                    instances.Served[instance].Process.Kill();
                await Task.Delay(away);
                await server.StartAsync();
                if (how > 0)
                    await instances.StartAgainAsync(instance);
            });
            Console.WriteLine(
                $"{Now} it is back{(how > 0 ? $", and instance {instance}, which was killed meanwhile" : "")}"
            );
        }
    }

    private async Task EndAsync(ThreeInstances instances, int instance, int how, TimeSpan away)
    {
        if (how == 0)
        {
            // Nobody is to notice.
            Console.WriteLine($"{Now} instance {instance} is told to end");
            _ends++;
            instances.Served[instance].Terminate();
            var code = await instances.StartAgainAsync(instance);
            _tally.ShouldHold(code == 0, $"instance {instance} was told to end and exited with {code}");
            return;
        }
        Console.WriteLine(
            FormattableString.Invariant($"{Now} instance {instance} is killed, for {away.TotalSeconds:0} s")
        );
        _kills++;
        await _troubles.WhileAsync(async () =>
        {
            instances.Served[instance].Process.Kill();
            await Task.Delay(away);
            await instances.StartAgainAsync(instance);
        });
    }

    // Some messages are taken the second time.
    private Task StumbleAsync(HttpContext context)
    {
        var id = context.Request.Headers["webhook-id"].ToString();
        var stumbles = (id.GetHashCode(StringComparison.Ordinal) & 0xFF) < 256 * StumblesOfReceiver;
        context.Response.StatusCode =
            stumbles && _stumbled.TryAdd(id, true)
                ? StatusCodes.Status500InternalServerError
                : StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task<string> VerifyAsync(ThreeInstances instances, Door door, SoakImports imports, Receiver receiver)
    {
        foreach (var fund in _funds)
            await NotedAsync(fund.VerifyAsync);
        await NotedAsync(imports.VerifyAsync);
        foreach (var (path, ledger) in _shared)
        {
            var there = ServedLedgers.ByReference(await door.GetAsync("verify", path));
            _tally.ShouldHold(
                there.Count == ledger.Count && ledger.All(l => there.GetValueOrDefault(l.Key) == l.Value),
                $"{path}: {there.Count} deliveries, acknowledged {ledger.Count}"
            );
        }
        var audit = await instances.RunAsync("verify-audit");
        _tally.ShouldHold(audit.ExitCode == 0, audit.Error);
        return $"{await VerifyEventsAsync(door, imports, receiver)}; {audit.Output.Trim()}";
    }

    // Every event of what was acknowledged has arrived, under one id, in the order of its project (those of a portfolio have no order); and nothing waits any more.
    private async Task<string> VerifyEventsAsync(Door door, SoakImports imports, Receiver receiver)
    {
        var told = _funds.Select(f => f.Told).Append(imports.Told).SelectMany(t => t).ToList();
        var events = told.Sum(t => t.Value.Count);
        var waited = Stopwatch.GetTimestamp();
        while (receiver.All.DistinctBy(r => r.Id).Count() < events || await WaitingAsync(door) > 0)
        {
            if (Stopwatch.GetElapsedTime(waited) > Patience)
                break;
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
        var all = receiver.All;
        var arrived = all.GroupBy(r => r.Project ?? r.Json["data"]!["portfolioId"]!.GetValue<Guid>())
            .ToDictionary(g => g.Key, g => g.DistinctBy(r => r.Id).Select(r => r.Told).ToList());
        var projects = all.Select(r => r.Project).ToHashSet();
        foreach (var (about, expected) in told)
        {
            var came = arrived.GetValueOrDefault(about, []);
            _tally.ShouldHold(
                projects.Contains(about) ? came.SequenceEqual(expected) : came.Order().SequenceEqual(expected.Order()),
                $"of {about} arrived {string.Join(", ", came)}, happened {string.Join(", ", expected)}"
            );
        }
        _tally.ShouldHold(await WaitingAsync(door) == 0, "messages wait or were given up");
        var ids = all.Select(r => r.Id).Distinct().Count();
        _tally.ShouldHold(ids == events, $"{ids} events arrived, {events} happened");
        return FormattableString.Invariant(
            $"{events} events, which arrived {all.Count} times, the last {Stopwatch.GetElapsedTime(waited).TotalSeconds:0} s after the end"
        );
    }

    private static async Task<int> WaitingAsync(Door door)
    {
        var health = await door.GetAsync("verify", "admin/health");
        return new[] { "events.waiting", "events.failed", "mails.waiting", "mails.failed" }.Sum(health.Number)
            + health.Items("webhooks").Sum(w => w["waiting"]!.GetValue<int>() + w["failed"]!.GetValue<int>());
    }

    private static IEnumerable<string> Errors(string printed) =>
        printed
            .Split('\n')
            .Where(line =>
                line.Contains("\"Error\"", StringComparison.Ordinal)
                && !line.Contains("The database is", StringComparison.Ordinal)
            );

    private static string Now => TimeProvider.System.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
