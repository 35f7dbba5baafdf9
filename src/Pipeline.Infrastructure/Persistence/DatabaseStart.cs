using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Brings a database up to the model.</summary>
public static class DatabaseStart
{
    /// <summary>Applies what is missing. SQLite: creates the file, and turns write-ahead logging on so that readers never wait.</summary>
    /// <exception cref="DatabaseNewerException">A later version has been here.</exception>
    public static async Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            SqliteFile.Create(db.Database.GetConnectionString()!);
        await RefuseNewerAsync(db, cancellationToken);
        if (!db.Database.IsSqlite())
            await db.Database.MigrateAsync(cancellationToken);
        else
        {
            await MigrateFileAsync(db, cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        }
    }

    // EF's own lock is a row that a killed process leaves behind, and every later start then waits for ever. SQLite's writer is the better one: what is missing is looked
    // up and applied in one transaction, which ends with its process; who comes second waits for it, and finds nothing to do.
    private static async Task MigrateFileAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString())
            {
                ForeignKeys = false,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var applied = Applied(connection);
        if (db.Database.GetMigrations().Except(applied).Any())
        {
            var script = db.GetService<IMigrator>()
                .GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
            Run(connection, script);
            // Tables that a migration builds anew are checked as a whole: nothing looked at their references meanwhile.
            if (Rows(connection, "PRAGMA foreign_key_check").Count > 0)
                throw new InvalidDataException("A migration left rows that refer to nothing; it was rolled back.");
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static List<string> Applied(SqliteConnection connection) =>
        Rows(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : Rows(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");

    private static void Run(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    private static List<string> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Migrations that the database does not have yet.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(
        PipelineDbContext db,
        CancellationToken cancellationToken
    ) => [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];

    /// <summary>Migrations that the database has and this program does not know: a later version put them there.</summary>
    public static async Task<IReadOnlyList<string>> UnknownAsync(
        PipelineDbContext db,
        CancellationToken cancellationToken
    ) => [.. (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations())];

    /// <summary>What this program does not know it could write wrongly: it touches nothing then.</summary>
    /// <exception cref="DatabaseNewerException">A later version has been here.</exception>
    public static async Task RefuseNewerAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        if (await UnknownAsync(db, cancellationToken) is { Count: > 0 } unknown)
            throw new DatabaseNewerException(unknown);
    }
}

/// <summary>The database was migrated by a later version of the program.</summary>
public sealed class DatabaseNewerException(IReadOnlyList<string> unknown)
    : Exception(
        $"The database is newer than this program, which does not know its {(unknown.Count == 1 ? "migration" : "migrations")} {string.Join(", ", unknown)}: "
            + "start the version that made it, or restore the backup from before the upgrade."
    );
