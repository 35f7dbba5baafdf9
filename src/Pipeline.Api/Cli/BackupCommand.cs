using System.CommandLine;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary><c>backup FILE [--force]</c>: copies the database where it is a file, also while it is served.</summary>
internal static class BackupCommand
{
    public static Command Of(Product product)
    {
        var file = Words.Word("FILE", "Where the copy goes");
        var force = Words.Flag("--force", "Replace a file that is there");
        return product.Command(
            "backup",
            "Copy the SQLite database, also while it is served",
            [file, force],
            (services, given) =>
                Task.FromResult(
                    Run(
                        services.GetRequiredService<IDatabaseProvider>(),
                        services.GetRequiredService<IConfiguration>(),
                        given.GetRequiredValue(file),
                        given.GetValue(force)
                    )
                ),
            asItLies: true
        );
    }

    private static int Run(IDatabaseProvider database, IConfiguration configuration, string path, bool force)
    {
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
