using Microsoft.Data.Sqlite;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Copies an SQLite database while it is served, with SQLite's own online backup: one moment of it, whole.</summary>
public static class SqliteBackup
{
    /// <summary>
    /// Writes the copy beside the target, checks it, and only then gives it the target's name: whatever goes wrong, the target is what it was.
    /// The file is readable by its owner alone, since it holds everything.
    /// </summary>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="FileNotFoundException">There is no database to copy.</exception>
    /// <exception cref="IOException">The target exists, unless <paramref name="overwrite"/>.</exception>
    /// <exception cref="InvalidDataException">The copy is not sound.</exception>
    public static long Write(string connection, string target, bool overwrite)
    {
        // Not created when it is missing: a backup of nothing would look like a backup.
        var source = new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        if (!File.Exists(source.DataSource))
            throw new FileNotFoundException($"There is no database {source.DataSource}.");
        if (!overwrite && File.Exists(target))
            throw new IOException($"{target} exists already: choose another name, or say --force.");

        var copy = $"{target}.part";
        try
        {
            File.Delete(copy);
            using (File.Open(copy, OwnersAlone)) { }
            Copy(source.ToString(), copy);
            var size = new FileInfo(copy).Length;
            File.Move(copy, target, overwrite);
            return size;
        }
        finally
        {
            foreach (var rest in new[] { copy, $"{copy}-wal", $"{copy}-shm", $"{copy}-journal" })
                File.Delete(rest);
        }
    }

    private static FileStreamOptions OwnersAlone
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    private static void Copy(string source, string copy)
    {
        using var from = new SqliteConnection(source);
        using var to = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()
        );
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        using var check = to.CreateCommand();
        // The copy says of itself that it is written ahead, as its source does; as a file of its own it is to be one file.
        check.CommandText = "PRAGMA journal_mode=DELETE; PRAGMA quick_check;";
        using var reader = check.ExecuteReader();
        reader.NextResult();
        if (!reader.Read() || reader.GetString(0) != "ok")
            throw new InvalidDataException(
                "The copy is not sound, and so may be the database: PRAGMA integrity_check says more."
            );
    }
}
