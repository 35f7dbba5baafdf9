using Pipeline.Api.Cli;
using Pipeline.Infrastructure.Persistence.Providers;

DatabaseProviders.PrepareProcess();
return await CommandLine.RunAsync(args, Commands.Of);

/// <summary>The executable; public so that tests can host it.</summary>
public partial class Program;
