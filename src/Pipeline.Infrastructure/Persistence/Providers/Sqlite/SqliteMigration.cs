using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Applies migrations under SQLite's own writer. EF's lock is a row that a killed process leaves behind, and every later start then waits for ever. What is
/// missing is looked up and applied in one transaction, which ends with its process; who comes second waits for it, and finds nothing to do.
/// </summary>
internal static class SqliteMigration
{
    /// <summary>Applies what is missing, and turns write-ahead logging on so that readers never wait.</summary>
    /// <exception cref="InvalidDataException">A migration left rows that refer to nothing; it was rolled back.</exception>
    public static async Task RunAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        await MigrateAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
    }

    private static async Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString())
            {
                ForeignKeys = false,
                Pooling = false,
                // For as long as it takes: the other one may build the whole model meanwhile.
                DefaultTimeout = 0,
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
}
