using System.Data.Common;
using Pipeline.Api.Cli.Demo;
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
            [--on-error skip] [--mapping NAME] [--encoding NAME]   leave wrong rows out; read a table of any form
          export --portfolio CODE --out FILE.xlsx [--as-of DATE] [--lang fr]
          seed-demo                                          fill an empty database with a demonstration
          create-admin EMAIL                                 make an administrator
          backup FILE [--force]                              copy the SQLite database, also while it is served
          verify-audit                                       find the first broken link of the audit
          migrate                                            bring the database up to the model
          lifecycle                                          print docs/lifecycle.md
        Settings stand anywhere, as --urls http://localhost:8080 or --Pipeline:Limits:FilesAtOnce=2 (docs/operations.md).
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
    public static async Task<int> RunAsync(WebApplication app, Arguments arguments)
    {
        if (arguments.Command is not { } command)
            return await ServeAsync(app, arguments.IsDemo);
        await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
        var options = arguments.Options;
        switch (command)
        {
            case "lifecycle":
                options.Done();
                Console.Write(LifecycleDiagram.Markdown());
                return 0;
            case "migrate":
                options.Done();
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
                options.Done();
                await Start.RequireDatabaseAsync(scope.ServiceProvider);
                return await DemoSeed.RunAsync(scope.ServiceProvider);
            default:
                return Refuse($"There is no command '{command}'.\n{Usage}");
        }
    }

    /// <summary>Says what can be asked for.</summary>
    /// <returns>The exit code.</returns>
    public static int Help()
    {
        Console.WriteLine(Usage);
        return 0;
    }

    private static async Task<int> ServeAsync(WebApplication app, bool demo)
    {
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
