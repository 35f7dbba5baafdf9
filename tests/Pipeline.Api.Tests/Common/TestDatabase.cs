using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.Api.Tests.Common;

/// <summary>
/// A database of its own for a test class, thrown away afterwards: an SQLite file in a folder, or a database on the server that
/// <c>PIPELINE_TEST_POSTGRESQL</c> or <c>PIPELINE_TEST_SQLSERVER</c> names by a connection string without a database.
/// </summary>
public sealed class TestDatabase
{
    private TestDatabase(string provider, string connection) => (Provider, Connection) = (provider, connection);

    /// <summary>The server with PostgreSQL, where there is one to test on.</summary>
    public static string? PostgreSqlServer => Variable("PIPELINE_TEST_POSTGRESQL");

    /// <summary>What <c>Pipeline:Database:Provider</c> is.</summary>
    public string Provider { get; }

    /// <summary>What <c>ConnectionStrings:Pipeline</c> is.</summary>
    public string Connection { get; }

    /// <summary>Whether it is a file, which the product makes by itself.</summary>
    public bool IsFile => Provider == "Sqlite";

    /// <summary>The same for another process.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Pipeline__Database__Provider"] = Provider,
            ["ConnectionStrings__Pipeline"] = Connection,
        };

    /// <summary>A name on the server that the environment names, or a file in a folder; nothing is made yet.</summary>
    public static TestDatabase In(string folder) =>
        PostgreSqlServer is { } postgreSql ? new("PostgreSql", Named(postgreSql))
        : Variable("PIPELINE_TEST_SQLSERVER") is { } sqlServer ? new("SqlServer", Named(sqlServer))
        : new("Sqlite", $"Data Source={Path.Combine(folder, "pipeline.db")}");

    /// <summary>Makes an empty database on a server, as its operator does.</summary>
    public async Task MakeEmptyAsync()
    {
        if (IsFile)
            return;
        await using var db = Open();
        await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
    }

    /// <summary>Makes a server's database, and migrates it as <c>migrate</c> does.</summary>
    public async Task CreateAsync()
    {
        if (IsFile)
            return;
        await MakeEmptyAsync();
        await using var db = Open();
        await DatabaseStart.MigrateAsync(db, CancellationToken.None);
    }

    /// <summary>Takes a server's database away again, and lets go of a file.</summary>
    public async Task DropAsync()
    {
        if (IsFile)
        {
            SqliteProvider.Release(Connection);
            return;
        }
        await using var db = Open();
        await db.Database.EnsureDeletedAsync();
    }

    /// <summary>A context that names nobody in the audit.</summary>
    public PipelineDbContext Open() => DatabaseProviders.Named(Provider).CreateContext(Connection);

    private static string Named(string server) =>
        $"{server.TrimEnd(';')};Database=pipeline_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
