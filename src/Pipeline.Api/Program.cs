using Pipeline.Api;
using Pipeline.Api.Cli;

// The content root is where the program lies, so that its settings are found from whichever folder it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddPipeline();
var app = builder.Build();
app.UsePipeline();
return await Commands.RunAsync(app, args);

/// <summary>The executable; public so that tests can host it.</summary>
public partial class Program;
