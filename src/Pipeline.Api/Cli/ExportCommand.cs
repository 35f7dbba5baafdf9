namespace Pipeline.Api.Cli;

internal static class ExportCommand
{
    public static Task<int> RunAsync(IServiceProvider services, Options options) => throw new CommandException("x");
}
