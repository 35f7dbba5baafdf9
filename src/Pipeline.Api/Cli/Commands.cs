using System.CommandLine;
using Pipeline.Api.Cli.Demo;
using Pipeline.Api.Hosting;
using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary>What the one executable can do: it serves, unless the first word is a command.</summary>
internal static class Commands
{
    private const string Says = """
        Pipeline follows investment in social innovation. Without a command it serves.
        Settings stand anywhere, as --urls http://localhost:8080 or --Pipeline:Limits:FilesAtOnce=2 (docs/operations.md).
        """;

    /// <param name="settings">Those of the command line.</param>
    public static RootCommand Of(string[] settings)
    {
        var product = new Product(settings);
        var demo = Words.Flag("--demo", "Fill an empty database with a demonstration before serving");
        var root = new RootCommand(Says)
        {
            demo,
            ImportCommand.Of(product),
            ExportCommand.Of(product),
            product.Command(
                "seed-demo",
                "Fill an empty database with a demonstration",
                [],
                (services, _) => DemoSeed.RunAsync(services)
            ),
            CreateAdminCommand.Of(product),
            BackupCommand.Of(product),
            VerifyAuditCommand.Of(product),
            VerifyReportCommand.Of(product),
            product.Command(
                "migrate",
                "Bring the database up to the model",
                [],
                async (services, _) =>
                {
                    await DatabaseStart.MigrateAsync(
                        services.GetRequiredService<PipelineDbContext>(),
                        CancellationToken.None
                    );
                    return 0;
                },
                asItLies: true
            ),
            Lifecycle(),
        };
        root.SetAction((given, _) => ServeAsync(settings, given.GetValue(demo)));
        return root;
    }

    private static Command Lifecycle()
    {
        var command = new Command("lifecycle", "Print docs/lifecycle.md");
        command.SetAction(_ => Console.Write(LifecycleDiagram.Markdown()));
        return command;
    }

    private static async Task<int> ServeAsync(string[] settings, bool demo)
    {
        var app = Composition.Build(settings, person: demo);
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
}
