using Microsoft.EntityFrameworkCore.Update;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Sends what a save writes in one command, as the servers' providers do; EF's own for SQLite sends each row by itself. A move with its audit and its events is
/// seven rows.
/// </summary>
/// <param name="dependencies">EF's.</param>
internal sealed class SqliteCommandBatches(ModificationCommandBatchFactoryDependencies dependencies)
    : IModificationCommandBatchFactory
{
    // A row has some twenty values, and SQLite takes 32,766 of them in a command.
    private const int Rows = 100;

    /// <inheritdoc />
    public ModificationCommandBatch Create() => new Batch(dependencies);

    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies)
        : AffectedCountModificationCommandBatch(dependencies, Rows);
}
