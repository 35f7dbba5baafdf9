using Pipeline.Api;
using Pipeline.Api.Cli;
using Pipeline.Infrastructure.Persistence.Providers;

DatabaseProviders.PrepareProcess();
return await Commands.ReportErrorsAsync(async () =>
{
    var arguments = Arguments.Parse(args);
    return arguments.IsHelp ? Commands.Help() : await Commands.RunAsync(Composition.Build(arguments), arguments);
});

/// <summary>The executable; public so that tests can host it.</summary>
public partial class Program;
