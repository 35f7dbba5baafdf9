using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>The database's own lock on what is written once: nobody who holds a connection rewrites history by accident.</summary>
internal static class AppendOnlyTriggers
{
    /// <summary>Tables of <see cref="Domain.Common.IAppendOnly"/> records and of what belongs to them.</summary>
    public static readonly string[] Tables =
    [
        "Transitions", "TransitionDecisions", "TransitionEffects", "PlanVersions", "PlanLines",
        "Commitments", "CommitmentCancellations", "Deliveries", "Evaluations", "AuditEntries",
    ];

    public static void CreateOnSqlite(MigrationBuilder migration)
    {
        foreach (var table in Tables)
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                migration.Sql($"CREATE TRIGGER \"{table}_no_{verb.ToLowerInvariant()}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
    }

    public static void CreateOnSqlServer(MigrationBuilder migration)
    {
        // EXEC: CREATE TRIGGER has to be alone in its batch, which an idempotent script cannot grant.
        foreach (var table in Tables)
            migration.Sql($"EXEC(N'CREATE TRIGGER [{table}_append_only] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN IF EXISTS (SELECT 1 FROM deleted) THROW 51000, ''{table} is append-only'', 1; END');");
    }

    public static void DropOnSqlite(MigrationBuilder migration)
    {
        foreach (var table in Tables)
            foreach (var verb in new[] { "update", "delete" })
                migration.Sql($"DROP TRIGGER \"{table}_no_{verb}\";");
    }

    public static void DropOnSqlServer(MigrationBuilder migration)
    {
        foreach (var table in Tables) migration.Sql($"DROP TRIGGER [{table}_append_only];");
    }
}
