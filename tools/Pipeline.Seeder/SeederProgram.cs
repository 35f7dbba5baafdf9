using Pipeline.Api.Cli;

namespace Pipeline.Seeder;

/// <summary>Generates portfolios to measure on, in the database that the product's own settings name.</summary>
internal static class SeederProgram
{
    /// <returns>The exit code: 0, or 1 with a sentence on standard error.</returns>
    public static Task<int> Main(string[] args) =>
        CommandLine.RunAsync(args, settings => LoadCommand.Of(new Product(settings)));
}
