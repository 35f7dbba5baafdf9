using Pipeline.Api;
using Pipeline.Api.Cli;
using Pipeline.Infrastructure.Persistence.Providers;

DatabaseProviders.PrepareProcess();
return await Commands.ReportErrorsAsync(async () =>
{
    // Only --key=value is configuration: a bare flag such as --demo would take the word behind it for its value.
    var settings = args.Where(a => a.Contains('=', StringComparison.Ordinal)).ToArray();
    // The content root is where the program lies, so that its settings are found from whichever folder it is started.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }
    );
    builder.AddPipeline(person: args.Contains(Commands.Demo));
    var app = builder.Build();
    app.UsePipeline();
    DatabaseProviders.PrepareProcess();
    return await Commands.RunAsync(app, args);
});

/// <summary>The executable; public so that tests can host it.</summary>
public partial class Program;
