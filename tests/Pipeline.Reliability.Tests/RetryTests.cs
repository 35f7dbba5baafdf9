using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// A transaction that SQL Server dropped runs again, and never twice. The failures are SQL Server's; the database below is SQLite, which does to a
/// transaction what it is told.
/// </summary>
[SqliteOnly("A file fails here as servers do.")]
public sealed class RetryTests : IDisposable
{
    private const int Deadlock = 1205,
        ConnectionLost = 10054,
        LogFull = 9002;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-retry-").FullName;
    private readonly Failing _failing = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Deadlock)]
    [InlineData(ConnectionLost)]
    public async Task What_was_dropped_before_its_commit_runs_again_and_is_written_once(int number)
    {
        await using var db = await OpenAsync();
        _failing.Writes.Enqueue(ServerFailure.Of(number));
        _failing.Writes.Enqueue(ServerFailure.Of(number));
        (await WriteAsync(db)).Should().Be(3, "the third run was the first that nothing befell");
        (await db.IdempotencyRecords.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task What_fails_again_and_again_is_given_up()
    {
        await using var db = await OpenAsync();
        for (var i = 0; i < 100; i++)
            _failing.Writes.Enqueue(ServerFailure.Of(Deadlock));
        await db.Invoking(WriteAsync).Should().ThrowAsync<DbUpdateException>();
        _failing.Writes.Should().HaveCount(95, "five attempts");
        _failing.Writes.Clear();
        (await db.IdempotencyRecords.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_a_pause_does_not_mend_is_not_tried_again()
    {
        await using var db = await OpenAsync();
        for (var i = 0; i < 5; i++)
            _failing.Writes.Enqueue(ServerFailure.Of(LogFull));
        await db.Invoking(WriteAsync).Should().ThrowAsync<DbUpdateException>();
        _failing.Writes.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_sent_again()
    {
        await using var db = await OpenAsync();
        _failing.Commit = ServerFailure.Of(ConnectionLost, severity: 20);
        await db.Invoking(WriteAsync).Should().ThrowAsync<SqlException>();
        _runs.Should().Be(1);
        (await db.IdempotencyRecords.CountAsync())
            .Should()
            .Be(1, "it had happened: a second run would have written a second one");
    }

    [Fact]
    public async Task Within_somebody_elses_transaction_nothing_runs_again_since_that_one_is_gone_as_well()
    {
        await using var db = await OpenAsync();
        await using var outer = await db.Database.BeginTransactionAsync();
        _failing.Writes.Enqueue(ServerFailure.Of(Deadlock));
        await db.Invoking(WriteAsync).Should().ThrowAsync<DbUpdateException>();
        _runs.Should().Be(1);
    }

    private int _runs;

    // Each run writes a record of its own, as a command that makes something does.
    private Task<int> WriteAsync(PipelineDbContext db) =>
        db.InTransactionAsync(
            async () =>
            {
                _runs++;
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
                await db.SaveChangesAsync();
                return _runs;
            },
            CancellationToken.None
        );

    private async Task<PipelineDbContext> OpenAsync()
    {
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        SqliteProvider.Configure(options, $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False");
        var db = new SqlitePipelineDbContext(options.AddInterceptors(_failing, _failing.Commits).Options);
        await DatabaseStart.MigrateAsync(db, CancellationToken.None);
        return db;
    }

    /// <summary>Fails the next inserts, or the next commit once it has happened.</summary>
    private sealed class Failing : DbCommandInterceptor
    {
        public Failing() => Commits = new(this);

        public Queue<SqlException> Writes { get; } = new();

        public SqlException? Commit { get; set; }

        public AfterCommit Commits { get; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Fail(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Fail(command);
            return new(result);
        }

        private void Fail(DbCommand command)
        {
            if (
                command.CommandText.Contains("INSERT INTO \"IdempotencyRecords\"", StringComparison.Ordinal)
                && Writes.TryDequeue(out var failure)
            )
                throw failure;
        }

        public sealed class AfterCommit(Failing failing) : DbTransactionInterceptor
        {
            public override Task TransactionCommittedAsync(
                DbTransaction transaction,
                TransactionEndEventData eventData,
                CancellationToken cancellationToken = default
            )
            {
                if (failing.Commit is not { } failure)
                    return Task.CompletedTask;
                failing.Commit = null;
                throw failure;
            }
        }
    }
}
