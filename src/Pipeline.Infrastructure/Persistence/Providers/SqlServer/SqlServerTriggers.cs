using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>The database's own lock on what is written once: no connection rewrites history by accident.</summary>
internal static class SqlServerTriggers
{
    public static void Create(MigrationBuilder migration, string[] tables)
    {
        // EXEC: CREATE TRIGGER has to be alone in its batch, which an idempotent script cannot grant.
        foreach (var table in tables)
            migration.Sql(
                $"EXEC(N'CREATE TRIGGER [{table}_append_only] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN IF EXISTS (SELECT 1 FROM deleted) THROW 51000, ''{table} is append-only'', 1; END');"
            );
    }
}
