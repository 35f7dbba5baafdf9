using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence.Providers;
using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>What a real server alone can show: a connection that breaks off.</summary>
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
        await _database.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        if (_database is not null)
            await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_a_connection_lost_before_its_commit_runs_again()
    {
        if (_database is null)
            return;
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
}
