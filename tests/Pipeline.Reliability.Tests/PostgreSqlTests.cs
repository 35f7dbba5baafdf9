using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;
using Pipeline.Infrastructure.Persistence.Providers;
using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>What a real server alone can show: a connection that breaks off, and what it makes of a query.</summary>
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

    // Ten thousand grants leave twenty thousand events, and the server counted its rows before: looked through for each of its rows, they took minutes for every fifty.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backlog_of_the_outbox_is_looked_through_by_project_whatever_was_counted_before(bool following)
    {
        if (_database is null)
            return;
        await using var db = DatabaseProviders.Named(_database.Provider).CreateContext(_database.Connection);
        await WriteAsync(db, OutboxStatus.Delivered, 5_000);
        await db.Database.ExecuteSqlRawAsync("""ANALYZE "Outbox" """);
        await WriteAsync(db, OutboxStatus.Pending, 3_000);
        var take = string.Format(
            CultureInfo.InvariantCulture,
            db.TakeFromOutbox(following ? OutboxShare.Following : OutboxShare.Free),
            "gen_random_uuid()",
            "now()",
            "now()",
            "false"
        );
        await using var command = new NpgsqlCommand($"EXPLAIN {take}", (NpgsqlConnection)db.Database.GetDbConnection());
        await db.Database.OpenConnectionAsync();
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
        plan.Should()
            .Contain(line =>
                line.Contains("""using "IX_Outbox_ProjectId_Status" on "Outbox" e""", StringComparison.Ordinal)
            );
    }

    private static Task<int> WriteAsync(PipelineDbContext db, OutboxStatus status, int rows) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Outbox" ("Id", "Type", "OccurredAt", "RecordedAt", "ProjectId", "Payload", "IsPersonal", "Status", "Attempts", "DueAt", "CausedBy")
            SELECT gen_random_uuid(), 'project.created', now(), now(), gen_random_uuid(), '{{}}', false, {0}, 0, now(), gen_random_uuid()
            FROM generate_series(1, {1})
            """,
            (int)status,
            rows
        );
}
