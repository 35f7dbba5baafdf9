using Microsoft.EntityFrameworkCore;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>
/// Applies migrations under a lock of the session, which ends with its process. EF's own locks the history table, which an empty database does not have: of two
/// that start together there, one would fail.
/// </summary>
internal static class PostgreSqlMigration
{
    // Any number, as long as it is always this one.
    private const long Lock = 0x50_69_70_65_6C_69_6E_65;

    public static async Task RunAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // The other one may build the whole model meanwhile.
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
