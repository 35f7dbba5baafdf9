using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary><c>backup FILE [--force]</c>: copies an SQLite database, also while it is served.</summary>
internal static class BackupCommand
{
    public static int Run(IConfiguration configuration, Options options)
    {
        var (path, force) = (options.Word("FILE"), options.Flag("--force"));
        options.Done();
        if (DatabaseRegistration.ProviderOf(configuration) != DatabaseProvider.Sqlite)
            throw new CommandException(
                "SQL Server makes its own backups: BACKUP DATABASE [Pipeline] TO DISK = N'…' WITH CHECKSUM, by a login that may (docs/operations.md)."
            );
        var bytes = SqliteBackup.Write(configuration, path, force);
        Console.WriteLine(FormattableString.Invariant($"{path}: {bytes} bytes, checked."));
        return 0;
    }
}
