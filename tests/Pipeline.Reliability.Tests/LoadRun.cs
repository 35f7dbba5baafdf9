using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// Many clients that read and write the served program at once: no 5xx, and nothing of what was acknowledged is lost, neither an amount nor a
/// change of the same text by many.
/// </summary>
internal sealed class LoadRun(int seed) : IAsyncDisposable
{
    private const int Projects = 16,
        CommitmentsEach = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-load-").FullName;
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new();
    private readonly ConcurrentBag<string> _failures = [];
    private readonly ConcurrentDictionary<string, int> _delivered = new();
    private readonly ConcurrentDictionary<Guid, int> _counted = new();
    private readonly List<Guid> _projects = [];
    private readonly List<string> _deliveries = [];
    private int _made;

    /// <summary>Working set of the served process in MB, by the second since the clients began.</summary>
    public List<(double Second, double Megabytes)> Memory { get; } = [];

    private TestDatabase Database => field ??= TestDatabase.In(_folder);

    public async ValueTask DisposeAsync()
    {
        await Database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="clients">How many at once.</param>
    /// <param name="more">Asked by each client before each request, with its number from 0 on.</param>
    public async Task RunAsync(int clients, Func<int, bool> more)
    {
        await Database.CreateAsync();
        await using var served = await ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder, Database));
        var administrator = new Client(served.Http);
        await administrator.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        var ledgers = await ServedLedgers.OpenAsync(administrator);
        for (var i = 0; i < Projects; i++)
        {
            _projects.Add(await ledgers.ProjectAsync($"P-{i}"));
            for (var j = 0; j < CommitmentsEach; j++)
                _deliveries.Add(await ledgers.CommitmentAsync(_projects[i]));
        }

        using var ended = new CancellationTokenSource();
        var watch = WatchAsync(served.Process, ended.Token);
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(async number =>
                {
                    var random = new Random(seed + number);
                    for (var i = 0; more(i); i++)
                        await OneAsync(new Client(served.Http), ledgers, random);
                })
        );
        await ended.CancelAsync();
        await watch;
        NativeHeaps
            .Of(served.Process)
            .Should()
            .BeLessThanOrEqualTo(
                NativeHeaps.OfTheRuntime,
                "no other thread gets a heap of its own, over which SQLite's pages would be scattered"
            );
        _failures.Should().BeEmpty("the program printed {0}{1}", served.Output, served.Error);
        await VerifyAsync(administrator, ledgers);
    }

    /// <summary>Requests by kind, with their times.</summary>
    public string Table()
    {
        var text = new StringBuilder()
            .AppendLine("| request | sent | median ms | 95 % ms | slowest ms |")
            .AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var (kind, times) in _milliseconds.OrderBy(k => k.Key))
        {
            var sorted = times.Order().ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {kind} | {sorted.Count} | {sorted[sorted.Count / 2]:0} | {sorted[(int)(sorted.Count * 0.95)]:0} | {sorted[^1]:0} |"
            );
        }
        return text.ToString();
    }

    private async Task OneAsync(Client client, ServedLedgers ledgers, Random random)
    {
        var (project, deliveries) = (
            _projects[random.Next(_projects.Count)],
            _deliveries[random.Next(_deliveries.Count)]
        );
        switch (random.Next(100))
        {
            case < 20:
                await TimeAsync(
                    "page of projects",
                    () => client.GetAsync($"projects?portfolioId={ledgers.PortfolioId}&pageSize=20&sort=name"),
                    200
                );
                break;
            case < 40:
                await TimeAsync("project", () => client.GetAsync($"projects/{project}"), 200);
                break;
            case < 50:
                await TimeAsync("dashboard", () => client.GetAsync($"portfolios/{ledgers.PortfolioId}/dashboard"), 200);
                break;
            case < 60:
                await TimeAsync("ratios", () => client.GetAsync($"projects/{project}/ratios"), 200);
                break;
            case < 69:
                await TimeAsync("deliveries of a commitment", () => client.GetAsync(deliveries), 200);
                break;
            case < 70:
                await TimeAsync(
                    "register",
                    () => client.GetAsync($"projects/export.csv?portfolioId={ledgers.PortfolioId}"),
                    200
                );
                break;
            case < 90:
                var cents = random.Next(1, 100_000);
                var key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
                if (
                    (
                        await TimeAsync(
                            "record a delivery",
                            () => client.PostAsync(deliveries, ServedLedgers.Delivery(cents, key), key: key),
                            201
                        )
                    ).Status == 201
                )
                    _delivered.AddOrUpdate(deliveries, cents, (_, sum) => sum + cents);
                break;
            case < 98:
                await CountAsync(client, project);
                break;
            default:
                await TimeAsync(
                    "make a project",
                    () => client.PostAsync("projects", ledgers.Project($"L-{Interlocked.Increment(ref _made)}")),
                    201
                );
                break;
        }
    }

    // Many raise the same number by reading and writing it: one that is lost leaves the sum behind.
    private async Task CountAsync(Client client, Guid id)
    {
        while (true)
        {
            var read = await TimeAsync("project", () => client.GetAsync($"projects/{id}"), 200);
            if (read.Status != 200)
                return;
            var count = int.Parse(read["summary"]?.GetValue<string>() ?? "0", CultureInfo.InvariantCulture) + 1;
            var body = new
            {
                name = read.Text("name"),
                summary = count.ToString(CultureInfo.InvariantCulture),
                socioEconomicModel = "researchAndDevelopment",
                sdgs = Array.Empty<int>(),
                domains = Array.Empty<string>(),
            };
            var written = await TimeAsync(
                "change a project",
                () => client.PutAsync($"projects/{id}", body, read.ETag),
                200,
                412
            );
            if (written.Status == 200)
                _counted.AddOrUpdate(id, 1, (_, sum) => sum + 1);
            if (written.Status != 412)
                return;
        }
    }

    private async Task<Reply> TimeAsync(string kind, Func<Task<Reply>> send, params int[] expected)
    {
        var began = Stopwatch.GetTimestamp();
        var reply = await send();
        _milliseconds.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (!expected.Contains(reply.Status))
            _failures.Add($"{kind}: {reply.Status} {reply.Json?.ToJsonString()}");
        return reply;
    }

    private async Task WatchAsync(Process process, CancellationToken ended)
    {
        var began = Stopwatch.GetTimestamp();
        while (!ended.IsCancellationRequested)
        {
            process.Refresh();
            Memory.Add((Stopwatch.GetElapsedTime(began).TotalSeconds, process.WorkingSet64 / 1048576.0));
            await Task.Delay(1000, ended)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task VerifyAsync(Client client, ServedLedgers ledgers)
    {
        _delivered.Should().NotBeEmpty();
        foreach (var deliveries in _deliveries)
            (await ServedLedgers.DeliveredAsync(client, deliveries))
                .Values.Sum()
                .Should()
                .Be(_delivered.GetValueOrDefault(deliveries), "a ledger's sum is what was acknowledged");
        (await ledgers.DashboardAsync(client)).Should().Be(_delivered.Values.Sum());
        foreach (var id in _projects)
            ((await client.GetAsync($"projects/{id}")).ShouldBe(200)["summary"]?.GetValue<string>() ?? "0")
                .Should()
                .Be($"{_counted.GetValueOrDefault(id)}", "no change is lost");
        (await client.GetAsync($"projects?portfolioId={ledgers.PortfolioId}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(Projects + _made);
        (await client.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }
}
