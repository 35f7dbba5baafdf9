using System.Data.Common;
using Pipeline.Api.Cli.Demo;
using Pipeline.Api.Cli.Load;
using Pipeline.Api.Hosting;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Api.Cli;

/// <summary>The command line of the one executable: serves, unless the first word is a command.</summary>
internal static class Commands
{
    /// <summary>Serve the demonstration.</summary>
    public const string Demo = "--demo";

    private const string Usage = """
        Usage: dotnet run --project src/Pipeline.Api [-- COMMAND]
          (none)                                             serve; with --demo, fill an empty database with a demonstration first
          import FILE --portfolio CODE [--dry-run]           take a file into a portfolio
          export --portfolio CODE --out FILE.xlsx [--as-of DATE] [--lang fr]
          seed-demo                                          fill an empty database with a demonstration
          seed-load --projects N [--seed S] [--sizes A,B] [--until DATE] [--add]
                                                             generate portfolios to measure on, the same ones for the same seed and day
          create-admin EMAIL                                 make an administrator
          backup FILE [--force]                              copy the SQLite database, also while it is served
          verify-audit                                       find the first broken link of the audit
          migrate                                            bring the database up to the model
          lifecycle                                          print docs/lifecycle.md
        """;

    /// <summary>Carries something out. What a person can mend becomes a sentence on standard error and exit code 1.</summary>
    public static async Task<int> ReportErrorsAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (DomainException e)
        {
            return Refuse(e.Sentence.En);
        }
        catch (Exception e) when (e is DbException || DatabaseProviders.TroubleOf(e) is not null)
        {
            return Refuse(
                $"The database does not do what it should: {(e as DbException ?? e.GetBaseException()).Message}"
            );
        }
        catch (Exception e)
            when (e
                    is CommandException
                        or SettingException
                        or DatabaseNewerException
                        or IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
            )
        {
            return Refuse(e.Message);
        }
    }

    /// <summary>The exit code: 0, or 1 with a sentence on standard error.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
            return await ServeAsync(app, args);
        await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
        var options = new Options(args[1..]);
        switch (args[0])
        {
            case "lifecycle":
                Console.Write(LifecycleDiagram.Markdown());
                return 0;
            case "migrate":
                await DatabaseStart.MigrateAsync(
                    scope.ServiceProvider.GetRequiredService<PipelineDbContext>(),
                    CancellationToken.None
                );
                return 0;
            case "backup":
                return BackupCommand.Run(
                    app.Services.GetRequiredService<IDatabaseProvider>(),
                    app.Configuration,
                    options
                );
            case "import":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await ImportCommand.RunAsync(scope.ServiceProvider, options);
            case "export":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await ExportCommand.RunAsync(scope.ServiceProvider, options);
            case "create-admin":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await CreateAdminCommand.RunAsync(scope.ServiceProvider, options);
            case "verify-audit":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await VerifyAuditCommand.RunAsync(scope.ServiceProvider, options);
            case "seed-demo":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await DemoSeed.RunAsync(scope.ServiceProvider);
            case "seed-load":
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await LoadCommand.RunAsync(scope.ServiceProvider, options);
            default:
                return Refuse($"There is no command '{args[0]}'.\n{Usage}");
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, string[] args)
    {
        var demo = args.Contains(Demo);
        StartupChecks.RequireSettings(app, demo);
        await Start.PrepareAsync(app);
        await StartupChecks.RequireDataAsync(app);
        if (!demo)
        {
            await app.RunAsync();
            return 0;
        }
        await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
        await DemoSeed.RunAsync(scope.ServiceProvider);
        await app.StartAsync();
        await DemoSeed.PrintGuideAsync(scope.ServiceProvider, app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}

/// <summary>A command that cannot be carried out, with the sentence that says why.</summary>
internal sealed class CommandException(string message) : Exception(message);

/// <summary>Words and <c>--name value</c> pairs behind a command; whatever is left over at the end was a mistake.</summary>
internal sealed class Options(string[] args)
{
    private readonly List<string> _left = [.. args];

    /// <summary>The value behind a name; null without it.</summary>
    public string? Value(string name)
    {
        var i = _left.IndexOf(name);
        if (i < 0)
            return null;
        if (i + 1 >= _left.Count || _left[i + 1].StartsWith("--", StringComparison.Ordinal))
            throw new CommandException($"{name} needs a value behind it.");
        var value = _left[i + 1];
        _left.RemoveRange(i, 2);
        return value;
    }

    /// <summary>The value behind a name that has to be there.</summary>
    public string Required(string name) => Value(name) ?? throw new CommandException($"{name} is missing.");

    /// <summary>Whether a name is there.</summary>
    public bool Flag(string name) => _left.Remove(name);

    /// <summary>The next word.</summary>
    public string Word(string what)
    {
        var word =
            _left.Find(w => !w.StartsWith("--", StringComparison.Ordinal))
            ?? throw new CommandException($"{what} is missing.");
        _left.Remove(word);
        return word;
    }

    /// <summary>Refuses what nobody asked for; <c>--key=value</c> is configuration and left alone.</summary>
    public void Done()
    {
        if (_left.Find(w => !w.Contains('=', StringComparison.Ordinal)) is { } word)
            throw new CommandException($"'{word}' is not expected here.");
    }
}
