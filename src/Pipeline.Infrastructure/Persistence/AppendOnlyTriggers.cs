using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>The database's own lock on what is written once: nobody who holds a connection rewrites history by accident.</summary>
internal static class AppendOnlyTriggers
{
    /// <summary>Tables of records and of what belongs to them. A migration that has run is never changed: later tables get a list of their own.</summary>
    public static readonly string[] Records =
    [
        "Transitions",
        "TransitionDecisions",
        "TransitionEffects",
        "PlanVersions",
        "PlanLines",
        "Commitments",
        "CommitmentCancellations",
        "Deliveries",
        "Evaluations",
        "AuditEntries",
    ];

    public static void CreateOnSqlite(MigrationBuilder migration, string[] tables)
    {
        foreach (var table in tables)
        foreach (var verb in new[] { "UPDATE", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER \"{table}_no_{verb.ToLowerInvariant()}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
    }

    public static void CreateOnSqlServer(MigrationBuilder migration, string[] tables)
    {
        // EXEC: CREATE TRIGGER has to be alone in its batch, which an idempotent script cannot grant.
        foreach (var table in tables)
            migration.Sql(
                $"EXEC(N'CREATE TRIGGER [{table}_append_only] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN IF EXISTS (SELECT 1 FROM deleted) THROW 51000, ''{table} is append-only'', 1; END');"
            );
    }
}
