using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>The database's own lock on what is written once: no connection rewrites history by accident.</summary>
internal static class SqliteTriggers
{
    public static void Create(MigrationBuilder migration, string[] tables)
    {
        foreach (var table in tables)
        foreach (var verb in new[] { "UPDATE", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER \"{table}_no_{verb.ToLowerInvariant()}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
    }
}
