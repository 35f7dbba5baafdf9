using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Reliability.Tests;

/// <summary>What is a database's own trouble is told apart from what a program asked wrongly: by failures that the databases themselves threw.</summary>
[SqliteOnly("Each provider's errors are made or read here without its server.")]
public sealed class DatabaseTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-trouble-").FullName;

    private string Database => Path.Combine(_folder, "some.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_full_database_is_full()
    {
        using var connection = Open($"Data Source={Database};Pooling=False");
        Run(connection, "CREATE TABLE T (X); PRAGMA max_page_count = 4;");
        ShouldBe(() => Run(connection, "INSERT INTO T VALUES (zeroblob(100000))"), DatabaseTrouble.Full);
    }

    [Fact]
    public void A_read_only_database_is_read_only()
    {
        using (var owner = Open($"Data Source={Database};Pooling=False"))
            Run(owner, "CREATE TABLE T (X)");
        using var connection = Open($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        ShouldBe(() => Run(connection, "INSERT INTO T VALUES (1)"), DatabaseTrouble.ReadOnly);
    }

    [Fact]
    public void A_database_that_somebody_holds_is_busy()
    {
        using var first = Open($"Data Source={Database};Pooling=False");
        using var second = Open($"Data Source={Database};Pooling=False;Default Timeout=1");
        Run(first, "CREATE TABLE T (X); BEGIN IMMEDIATE");
        ShouldBe(() => Run(second, "BEGIN IMMEDIATE"), DatabaseTrouble.Busy);
    }

    [Fact]
    public void A_file_that_is_not_there_is_away_and_notes_are_no_database()
    {
        ShouldBe(
            () => Open($"Data Source={Path.Combine(_folder, "nowhere", "some.db")};Pooling=False"),
            DatabaseTrouble.Away
        );
        File.WriteAllText(Database, "These are my notes, and they are long enough to be looked at.");
        ShouldBe(
            () => Run(Open($"Data Source={Database};Pooling=False"), "SELECT * FROM sqlite_master"),
            DatabaseTrouble.Damaged
        );
    }

    [Fact]
    public void A_server_that_is_not_there_is_away_and_not_asked_again() =>
        ShouldBe(
            () =>
            {
                // Nobody listens there.
                using var connection = new SqlConnection(
                    "Server=tcp:127.0.0.1,1;Connect Timeout=1;ConnectRetryCount=0;Pooling=False"
                );
                connection.Open();
            },
            DatabaseTrouble.Away
        );

    [Fact]
    public void What_was_asked_wrongly_is_no_trouble_of_the_database()
    {
        using var connection = Open($"Data Source={Database};Pooling=False");
        Run(connection, "CREATE TABLE T (X UNIQUE); INSERT INTO T VALUES (1)");
        foreach (var wrong in new[] { "INSERT INTO T VALUES (1)", "SELECT nothing" })
            DatabaseProviders
                .TroubleOf(connection.Invoking(c => Run(c, wrong)).Should().Throw<SqliteException>().Which)
                .Should()
                .BeNull(wrong);
        DatabaseProviders.TroubleOf(ServerFailure.Of(2627)).Should().BeNull("a key is taken");
        DatabaseProviders.TroubleOf(new InvalidOperationException()).Should().BeNull();
    }

    [Theory]
    [InlineData(1205, DatabaseTrouble.Busy, true)]
    [InlineData(10054, DatabaseTrouble.Away, true)]
    [InlineData(40613, DatabaseTrouble.Away, true)]
    [InlineData(4060, DatabaseTrouble.Away, false)]
    [InlineData(-2, DatabaseTrouble.Busy, false)]
    [InlineData(3906, DatabaseTrouble.ReadOnly, false)]
    [InlineData(9002, DatabaseTrouble.Full, false)]
    [InlineData(1105, DatabaseTrouble.Full, false)]
    public void The_servers_numbers_are_told_apart_however_they_are_wrapped(
        int number,
        DatabaseTrouble trouble,
        bool transient
    )
    {
        var wrapped = new InvalidOperationException(
            "likely transient",
            new DbUpdateException("saving", ServerFailure.Of(number))
        );
        (DatabaseProviders.TroubleOf(wrapped), DatabaseProviders.All.Any(p => p.IsTransient(wrapped)))
            .Should()
            .Be((trouble, transient));
    }

    [Theory]
    [InlineData("40001", DatabaseTrouble.Busy, true)]
    [InlineData("40P01", DatabaseTrouble.Busy, true)]
    [InlineData("57P01", DatabaseTrouble.Away, true)]
    [InlineData("08006", DatabaseTrouble.Away, true)]
    [InlineData("55P03", DatabaseTrouble.Busy, false)]
    [InlineData("57014", DatabaseTrouble.Busy, false)]
    [InlineData("53300", DatabaseTrouble.Busy, false)]
    [InlineData("53100", DatabaseTrouble.Full, false)]
    [InlineData("25006", DatabaseTrouble.ReadOnly, false)]
    [InlineData("23505", null, false)]
    public void The_states_of_PostgreSql_are_told_apart_however_they_are_wrapped(
        string state,
        DatabaseTrouble? trouble,
        bool transient
    )
    {
        var wrapped = new InvalidOperationException(
            "likely transient",
            new DbUpdateException("saving", new Npgsql.PostgresException("made for a test", "ERROR", "ERROR", state))
        );
        (DatabaseProviders.TroubleOf(wrapped), DatabaseProviders.All.Any(p => p.IsTransient(wrapped)))
            .Should()
            .Be((trouble, transient));
    }

    [Fact]
    public void A_connection_that_broke_off_without_a_number_is_lost_and_made_again()
    {
        var lost = ServerFailure.Of(0, severity: 20, new IOException("the other end is gone"));
        (DatabaseProviders.TroubleOf(lost), DatabaseProviders.All.Any(p => p.IsTransient(lost)))
            .Should()
            .Be((DatabaseTrouble.Away, true));
    }

    private static void ShouldBe(Action work, DatabaseTrouble trouble)
    {
        var thrown = work.Should().Throw<DbException>().Which;
        (DatabaseProviders.TroubleOf(thrown), DatabaseProviders.All.Any(p => p.IsTransient(thrown)))
            .Should()
            .Be((trouble, false), thrown.Message);
    }

    private static SqliteConnection Open(string connection)
    {
        var opened = new SqliteConnection(connection);
        opened.Open();
        return opened;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
