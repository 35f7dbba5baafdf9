using Microsoft.EntityFrameworkCore;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Brings a database up to the model.</summary>
public static class DatabaseStart
{
    /// <summary>Applies what is missing. SQLite: creates the file, and turns write-ahead logging on so that readers never wait.</summary>
    public static async Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
    }

    /// <summary>Migrations that the database does not have yet.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
}
