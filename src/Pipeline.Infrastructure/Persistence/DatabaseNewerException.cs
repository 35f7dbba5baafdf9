namespace Pipeline.Infrastructure.Persistence;

/// <summary>The database was migrated by a later version of the program.</summary>
public sealed class DatabaseNewerException(IReadOnlyList<string> unknown)
    : Exception(
        $"The database is newer than this program, which does not know its {(unknown.Count == 1 ? "migration" : "migrations")} {string.Join(", ", unknown)}: "
            + "start the version that made it, or restore the backup from before the upgrade."
    );
