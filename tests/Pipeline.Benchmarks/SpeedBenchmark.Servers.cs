using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace Pipeline.Benchmarks;

/// <summary>On PostgreSQL, at the connection that the environment names: a portfolio among a million projects, and three instances that read.</summary>
internal static partial class SpeedBenchmark
{
    private const string Server = "PIPELINE_TEST_POSTGRESQL";
    private const string Some = "pipeline_speed_some",
        Million = "pipeline_speed_million";

    private static async IAsyncEnumerable<Measured> MillionAsync(Setting setting)
    {
        var folder = await HugeAsync(setting);
        var (some, million) = (
            await ServedAtAsync(folder, Some, null),
            await ServedAtAsync(folder, Million, at => MovedDatabase.MultiplyAsync(at, 9))
        );
        var portfolio = Exactly(folder, 1_000);
        await using var small = await Served.MeasuredProductAsync(folder, Served.On(some));
        await using var large = await Served.MeasuredProductAsync(folder, Served.On(million));
        await small.SignInAsManagerOfAsync(portfolio);
        await large.SignInAsManagerOfAsync(portfolio);
        var (said, same) = (
            HandDashboard.Of(await large.JsonAsync(Dashboard(portfolio))),
            HandDashboard.Of(await small.JsonAsync(Dashboard(portfolio)))
        );
        Agree(said, same);
        var (projects, lines) = (
            await CountAsync(million, "\"Projects\""),
            await CountAsync(million, "\"PlanLines\"")
                + await CountAsync(million, "\"Commitments\"")
                + await CountAsync(million, "\"Deliveries\"")
        );
        var (a, b) = await Timing.InTurnAsync(
            25,
            () => large.BytesAsync(Dashboard(portfolio)),
            () => small.BytesAsync(Dashboard(portfolio)),
            warmUp: 40
        );
        yield return new(
            "dashboard of 1,000 projects on PostgreSQL, among a million",
            "among 100,000",
            a,
            b,
            1.2,
            Note: string.Create(
                CultureInfo.InvariantCulture,
                $"{said.Count} figures agree; {projects:N0} projects, {lines:N0} lines of ledgers"
            )
        );
    }

    private static async IAsyncEnumerable<Measured> InstancesAsync(Setting setting)
    {
        var folder = await HugeAsync(setting);
        var connection = await ServedAtAsync(folder, Some, null);
        var portfolio = Exactly(folder, 1_000);
        List<string> paths;
        using (var db = Sql.Open(Path.Combine(folder, "pipeline.db")))
            paths = db.All(
                "SELECT ProjectId FROM Holdings WHERE PortfolioId = @p LIMIT 300",
                r => $"/api/v1/projects/{Guid.Parse(r.GetString(0))}",
                ("@p", portfolio.Key())
            );
        // What people do: many projects, some pages of lists, few dashboards.
        for (var i = 0; i < 60; i++)
            paths.Insert(i * 6, $"/api/v1/projects?portfolioId={portfolio}&page={i % 40 + 1}&pageSize=20");
        for (var i = 0; i < 6; i++)
            paths.Insert(i * 60, Dashboard(portfolio));
        var instances = new List<Served>();
        try
        {
            for (var i = 0; i < 3; i++)
                instances.Add(await Served.ProductAsync(folder, Served.On(connection)));
            foreach (var instance in instances)
                await instance.SignInAsManagerOfAsync(portfolio);
            var expected = await instances[0].JsonAsync(paths[^1]);
            foreach (var instance in instances)
                if (!JsonNode.DeepEquals(expected, await instance.JsonAsync(paths[^1])))
                    throw new InvalidOperationException("The instances differ.");
            var (one, three) = (new List<double>(), new List<double>());
            var notes = "";
            for (var round = -1; round < 5; round++)
            {
                var a = await RateAsync([instances[0]], paths);
                var b = await RateAsync(instances, paths);
                if (round < 0)
                    continue;
                one.Add(a.PerSecond);
                three.Add(b.PerSecond);
                notes = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Timing.Median(one):0} and {Timing.Median(three):0} requests a second on {Environment.ProcessorCount} cores; a request takes {a.ProcessorMs:0.0} and {b.ProcessorMs:0.0} ms of an instance's processor, {a.ServerMs:0.0} and {b.ServerMs:0.0} of the database server's; {a.Busy:P0} and {b.Busy:P0} of the machine busy"
                );
            }
            // A ratio under one is faster: what a request takes by three, against by one.
            yield return new(
                "reads of three instances on PostgreSQL, 12 clients",
                "of one",
                1_000 / Timing.Median(three),
                1_000 / Timing.Median(one),
                1,
                Note: notes
            );
        }
        finally
        {
            foreach (var instance in instances)
                await instance.DisposeAsync();
        }
    }

    private sealed record Rate(double PerSecond, double ProcessorMs, double ServerMs, double Busy);

    // Twelve clients, spread over the instances, each asking the next path as soon as it was answered.
    private static async Task<Rate> RateAsync(List<Served> instances, List<string> paths)
    {
        var (next, sent) = (-1, 0);
        var before = (Instances(), Machine(), Postgres());
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(6))
                        {
                            await instances[client % instances.Count]
                                .BytesAsync(paths[Interlocked.Increment(ref next) % paths.Count]);
                            Interlocked.Increment(ref sent);
                        }
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var (busy, all) = Machine();
        return new(
            sent / seconds,
            (Instances() - before.Item1) / sent,
            (Postgres() - before.Item3) / sent,
            (busy - before.Item2.Busy) / (all - before.Item2.All)
        );

        double Instances() => instances.Sum(i => i.ProcessorMs);
    }

    // Ticks of all processors that were not idle, and all of them.
    private static (double Busy, double All) Machine()
    {
        var ticks = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(8)
            .Select(t => double.Parse(t, CultureInfo.InvariantCulture))
            .ToList();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    // The processor time of the server's processes that are there now, in the kernel's ticks of 10 ms.
    private static double Postgres() =>
        Directory
            .GetDirectories("/proc")
            .Select(process => Path.Combine(process, "stat"))
            .Where(File.Exists)
            .Sum(stat =>
            {
                try
                {
                    var parts = File.ReadAllText(stat).Split(["(", ") "], StringSplitOptions.None);
                    var fields = parts[^1].Split(' ');
                    return parts[1] == "postgres"
                        ? 10
                            * (
                                double.Parse(fields[11], CultureInfo.InvariantCulture)
                                + double.Parse(fields[12], CultureInfo.InvariantCulture)
                            )
                        : 0;
                }
                catch (IOException)
                {
                    // It has ended meanwhile.
                    return 0;
                }
            });

    // A database of what the folder holds, made where it is not there yet.
    private static async Task<string> ServedAtAsync(string folder, string name, Func<string, Task>? more)
    {
        var server = new NpgsqlConnectionStringBuilder(
            Environment.GetEnvironmentVariable(Server)
                ?? throw new InvalidOperationException($"{Server} names the connection to a PostgreSQL server.")
        );
        var connection = new NpgsqlConnectionStringBuilder(server.ToString()) { Database = name }.ToString();
        await using var db = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ToString()) { Database = "postgres" }.ToString()
        );
        await db.OpenAsync();
        if (await OneAsync(db, $"SELECT COUNT(*) FROM pg_database WHERE datname = '{name}'") > 0)
            return connection;
        var made = name + "_made";
        await RunAsync(db, $"DROP DATABASE IF EXISTS {made}");
        var at = new NpgsqlConnectionStringBuilder(server.ToString()) { Database = made }.ToString();
        if (more is null)
        {
            await RunAsync(db, $"CREATE DATABASE {made}");
            await Served.CommandOnAsync(at, folder, "migrate");
            await MovedDatabase.FillAsync(Path.Combine(folder, "pipeline.db"), at);
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(db, $"CREATE DATABASE {made} TEMPLATE {Some}");
            await more(at);
        }
        NpgsqlConnection.ClearAllPools();
        await RunAsync(db, $"ALTER DATABASE {made} RENAME TO {name}");
        return connection;
    }

    private static async Task<long> CountAsync(string connection, string table)
    {
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        return await OneAsync(db, $"SELECT COUNT(*) FROM {table}");
    }

    private static async Task<long> OneAsync(NpgsqlConnection db, string sql)
    {
        await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(NpgsqlConnection db, string sql)
    {
        await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    // From the command to the first page, in a clone that was built before: nothing there is built anew, and it is asked about.
    private static async IAsyncEnumerable<Measured> CloneAsync(Setting setting)
    {
        var clone = new DirectoryInfo(AppContext.BaseDirectory);
        while (clone is not null && !File.Exists(Path.Combine(clone.FullName, "Pipeline.sln")))
            clone = clone.Parent;
        if (clone is null)
            throw new InvalidOperationException("The benchmark does not run in a clone.");
        var times = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            var folder = Directory.CreateTempSubdirectory().FullName;
            var ms = await Served.RunAsync(clone.FullName, folder);
            Directory.Delete(folder, recursive: true);
            if (round > 0)
                times.Add(ms);
        }
        yield return new(
            "dotnet run with the demonstration, in a clone that was built, to the first page",
            "–",
            Timing.Median(times),
            null,
            8_000,
            AtMostMs: true
        );
    }
}
