using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.Reliability.Tests;

/// <summary>A connection comes to its next owner with what is prepared on it, and with nothing that the one before has left.</summary>
[SqliteOnly("A server's connections are its provider's.")]
public sealed class KeptConnectionsTests : IDisposable
{
    private const string Count = """SELECT COUNT(*) AS "Value" FROM "Things" WHERE "Name" = {0}""",
        All = """SELECT "Number" AS "Value" FROM "Things" ORDER BY "Number" """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-kept-").FullName;
    private readonly DbContextOptions<SqlitePipelineDbContext> _options;

    public KeptConnectionsTests()
    {
        SqliteFile.Create(Connection);
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        SqliteProvider.Configure(options, Connection);
        _options = options.Options;
        Other("PRAGMA journal_mode=WAL");
        Other(
            """CREATE TABLE "Things" ("Number" INTEGER PRIMARY KEY, "Name" TEXT NULL); INSERT INTO "Things" ("Name") VALUES ('a'), ('b'), ('b'), (NULL)"""
        );
    }

    private string Connection => $"Data Source={Path.Combine(_folder, "pipeline.db")}";

    [Fact]
    public async Task A_statement_is_prepared_once_and_asked_with_other_values()
    {
        var first = await InAsync(
            async (db, kept) =>
            {
                (await CountAsync(db, "b")).Should().Be(2);
                kept().Statements.Count.Should().Be(1, "it was given back");
                return kept();
            }
        );
        await InAsync(
            async (db, kept) =>
            {
                (await CountAsync(db, "a")).Should().Be(1);
                kept().Should().BeSameAs(first);
                (await CountAsync(db, null)).Should().Be(0);
                (await CountAsync(db, new string('x', 5000))).Should().Be(0);
                kept().Statements.Count.Should().Be(0, "one that holds much is not kept");
                return true;
            }
        );
    }

    [Fact]
    public async Task What_was_given_back_holds_no_moment_of_the_file()
    {
        await InAsync(
            async (db, kept) =>
            {
                await foreach (var number in db.Database.SqlQueryRaw<long>(All).AsAsyncEnumerable())
                    break;
                kept().Statements.Count.Should().Be(1);
                Other("""INSERT INTO "Things" ("Name") VALUES ('c')""");
                // Busy, logged, checkpointed: whoever still read an earlier moment would keep the log from being emptied.
                Other("PRAGMA wal_checkpoint(TRUNCATE)").Should().Be("0");
                (await CountAsync(db, "c")).Should().Be(1);
                return true;
            }
        );
    }

    [Fact]
    public async Task The_same_statement_twice_at_once_is_two()
    {
        await InAsync(
            async (db, kept) =>
            {
                for (var round = 0; round < 2; round++)
                {
                    var pairs = new List<(long, long)>();
                    await foreach (var outer in db.Database.SqlQueryRaw<long>(All).AsAsyncEnumerable())
                    await foreach (var inner in db.Database.SqlQueryRaw<long>(All).AsAsyncEnumerable())
                        pairs.Add((outer, inner));
                    pairs.Distinct().Should().HaveCount(16);
                    (kept().Statements.Count, kept().Statements.Lent).Should().Be((1, 0));
                }
                return true;
            }
        );
    }

    [Fact]
    public async Task A_table_that_changed_meanwhile_is_read_as_it_is()
    {
        await InAsync(async (db, _) => await CountAsync(db, "b"));
        Other(
            """ALTER TABLE "Things" RENAME TO "Old"; CREATE TABLE "Things" ("Name" TEXT, "Number" INTEGER); INSERT INTO "Things" VALUES ('b', 1)"""
        );
        (await InAsync(async (db, _) => await CountAsync(db, "b"))).Should().Be(1);
    }

    [Fact]
    public async Task The_one_that_was_not_asked_for_the_longest_goes_first()
    {
        await InAsync(
            async (db, kept) =>
            {
                await CountAsync(db, "a");
                for (var i = 0; i < 3 * SqliteStatements.Most; i++)
                {
                    await db.Database.ExecuteSqlRawAsync(Renaming(-i));
                    await CountAsync(db, "a");
                }
                kept().Statements.Count.Should().Be(SqliteStatements.Most);
                return true;
            }
        );
    }

    [Fact]
    public async Task A_statement_that_failed_is_prepared_anew()
    {
        await InAsync(
            async (db, kept) =>
            {
                var add = () =>
                    db.Database.ExecuteSqlRawAsync("""INSERT INTO "Things" ("Number", "Name") VALUES ({0}, 'd')""", 1);
                await add.Should().ThrowAsync<SqliteException>();
                (kept().Statements.Count, kept().Statements.Lent).Should().Be((0, 0));
                return true;
            }
        );
    }

    [Fact]
    public async Task A_connection_that_is_in_the_middle_of_something_is_not_given_on()
    {
        var begun = await InAsync(
            async (db, kept) =>
            {
                await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE");
                await db.Database.ExecuteSqlRawAsync("""DELETE FROM "Things" """);
                return kept();
            }
        );
        var reading = await InAsync(
            async (db, kept) =>
            {
                kept().Should().NotBeSameAs(begun);
                (await CountAsync(db, "b")).Should().Be(2);
                // Never ended.
                var numbers = db.Database.SqlQueryRaw<long>(All).AsAsyncEnumerable().GetAsyncEnumerator();
                await numbers.MoveNextAsync();
                return kept();
            }
        );
        await InAsync(
            async (db, kept) =>
            {
                kept().Should().NotBeSameAs(reading);
                return await CountAsync(db, "b");
            }
        );
        Other("PRAGMA wal_checkpoint(TRUNCATE)").Should().Be("0");
    }

    public void Dispose()
    {
        SqliteProvider.Release(Connection);
        Directory.Delete(_folder, recursive: true);
    }

    private static Task<long> CountAsync(SqlitePipelineDbContext db, string? name) =>
        db.Database.SqlQueryRaw<long>(Count, new SqliteParameter("name", (object?)name ?? DBNull.Value)).SingleAsync();

    private static string Renaming(int number) => $"""UPDATE "Things" SET "Name" = 'z' WHERE "Number" = {number}""";

    private async Task<T> InAsync<T>(Func<SqlitePipelineDbContext, Func<KeptConnection>, Task<T>> work)
    {
        await using var db = new SqlitePipelineDbContext(_options);
        return await work(db, () => db.Kept!);
    }

    // As another process would: by a connection of its own.
    private string? Other(string sql)
    {
        using var connection = new SqliteConnection($"{Connection};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
