using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence.Providers;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Alive;

/// <summary>What a real server alone can show: starts of a migration that meet or are killed, and a connection that breaks off.</summary>
public sealed class PostgreSqlTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-server-").FullName;
    private TestDatabase? _database;

    public async Task InitializeAsync()
    {
        if (TestDatabase.PostgreSqlServer is null)
        {
            output.WriteLine("Not run: PIPELINE_TEST_POSTGRESQL names no server.");
            return;
        }
        _database = TestDatabase.In(_folder);
        await _database.MakeEmptyAsync();
    }

    public async Task DisposeAsync()
    {
        if (_database is not null)
            await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrations_that_start_together_leave_one_schema_that_serves()
    {
        if (_database is null)
            return;
        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MigrateAsync()));
        ended.Should().AllSatisfy(e => e.ExitCode.Should().Be(0, e.Error));
        await ShouldServeAsync();
    }

    [Fact]
    public async Task A_migration_that_is_killed_is_begun_again_by_the_next()
    {
        if (_database is null)
            return;
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = CommandLine.Start(_folder, ["migrate"], Ledgers.Settings(_folder, _database));
            await Task.Delay(Random.Shared.Next(500, 3000));
            process.Kill();
            await process.WaitForExitAsync();
        }
        var ended = await MigrateAsync();
        ended.ExitCode.Should().Be(0, ended.Error);
        await ShouldServeAsync();
    }

    [Fact]
    public async Task What_a_connection_lost_before_its_commit_runs_again()
    {
        if (_database is null)
            return;
        (await MigrateAsync()).ExitCode.Should().Be(0);
        var direct = new NpgsqlConnectionStringBuilder(_database.Connection);
        using var proxy = new CuttingProxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder(_database.Connection)
        {
            Port = proxy.Port,
            Pooling = false,
        }.ToString();
        await using var db = DatabaseProviders.Named(_database.Provider).CreateContext(through);
        proxy.CutAt("INSERT INTO \"IdempotencyRecords\"");
        var runs = 0;
        await db.InTransactionAsync(
            async () =>
            {
                runs++;
                var now = TimeProvider.System.GetUtcNow();
                db.IdempotencyRecords.Add(
                    new()
                    {
                        UserId = Guid.CreateVersion7(now),
                        Key = Guid.CreateVersion7(now),
                        RequestHash = "hash",
                        RecordedAt = now,
                    }
                );
                return await db.SaveChangesAsync();
            },
            CancellationToken.None
        );
        (runs, proxy.Cuts, await db.IdempotencyRecords.CountAsync()).Should().Be((2, 1, 1));
    }

    private Task<CommandLine.Ended> MigrateAsync() =>
        CommandLine.RunAsync(_folder, ["migrate"], Ledgers.Settings(_folder, _database));

    private async Task ShouldServeAsync()
    {
        await using var served = await ServedProgram.StartAsync(_folder, Ledgers.Settings(_folder, _database));
        await served.SignInAsync(Ledgers.AdministratorEmail, Ledgers.Password);
    }
}
