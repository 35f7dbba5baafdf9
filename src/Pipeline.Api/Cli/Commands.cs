using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary>The command line of the one executable: serves, unless the first word is a command.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault(a => !a.StartsWith('-')) is { } word && args[0] == word ? word : null)
        {
            case null:
                await Start.PrepareAsync(app);
                await app.RunAsync();
                return 0;
            case "lifecycle":
                Console.Write(LifecycleDiagram.Markdown());
                return 0;
            case "migrate":
                await using (var scope = app.Services.CreateAsyncScope())
                    await DatabaseStart.MigrateAsync(scope.ServiceProvider.GetRequiredService<PipelineDbContext>(), CancellationToken.None);
                return 0;
            default:
                await Console.Error.WriteLineAsync($"There is no command '{args[0]}'. Known: import, export, seed-demo, create-admin, migrate, lifecycle.");
                return 1;
        }
    }
}
