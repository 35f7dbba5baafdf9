using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary><c>backup FILE [--force]</c>: copies the database where it is a file, also while it is served.</summary>
internal static class BackupCommand
{
    public static int Run(IDatabaseProvider database, IConfiguration configuration, Options options)
    {
        var (path, force) = (options.Word("FILE"), options.Flag("--force"));
        options.Done();
        try
        {
            var bytes = database.Backup(database.ConnectionOf(configuration), path, force);
            Console.WriteLine(FormattableString.Invariant($"{path}: {bytes} bytes, checked."));
            return 0;
        }
        catch (NotSupportedException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
