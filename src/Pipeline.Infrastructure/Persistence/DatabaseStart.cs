using Microsoft.EntityFrameworkCore;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Brings a database up to the model.</summary>
public static class DatabaseStart
{
    /// <summary>
    /// How a migration is named that only adds what earlier programs do without: from the one that this was said in first, they go on beside the version that brought it
    /// (docs/adr/0053).
    /// </summary>
    public const string Expanding = "Expand";

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="DatabaseNewerException">A later version has been here.</exception>
    public static async Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        db.Provider.Prepare(db.Database.GetConnectionString()!);
        await RefuseNewerAsync(db, cancellationToken);
        await db.Provider.MigrateAsync(db, cancellationToken);
    }

    /// <summary>Migrations that the database does not have yet.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(
        PipelineDbContext db,
        CancellationToken cancellationToken
    ) => [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];

    /// <summary>
    /// Migrations that the database has and this program does not know, but for those that only add: a later version put them there, and they may have changed what this
    /// program writes.
    /// </summary>
    public static async Task<IReadOnlyList<string>> UnknownAsync(
        PipelineDbContext db,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await db.Database.GetAppliedMigrationsAsync(cancellationToken))
                .Except(db.Database.GetMigrations())
                .Where(m => !m.EndsWith(Expanding, StringComparison.Ordinal)),
        ];

    /// <summary>What this program does not know it could write wrongly: it touches nothing then.</summary>
    /// <exception cref="DatabaseNewerException">A later version has been here.</exception>
    public static async Task RefuseNewerAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        if (await UnknownAsync(db, cancellationToken) is { Count: > 0 } unknown)
            throw new DatabaseNewerException(unknown);
    }
}
