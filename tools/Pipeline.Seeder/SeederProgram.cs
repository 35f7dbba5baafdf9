using Pipeline.Api;
using Pipeline.Api.Cli;
using Pipeline.Application.Common;

namespace Pipeline.Seeder;

/// <summary>Generates portfolios to measure on, in the database that the product's own settings name.</summary>
internal static class SeederProgram
{
    // A command's name in front of the options lets them be read as those of the product's own commands.
    private const string Command = "load";

    /// <returns>The exit code: 0, or 1 with a sentence on standard error.</returns>
    public static Task<int> Main(string[] args) =>
        Commands.ReportErrorsAsync(async () =>
        {
            var arguments = Arguments.Parse([Command, .. args]);
            await using var app = Composition.Build(arguments);
            await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
            await Start.RequireDatabaseAsync(scope.ServiceProvider);
            return await LoadCommand.RunAsync(scope.ServiceProvider, arguments.Options);
        });
}
