using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Cli.Demo;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The product with the demonstration in a database of its own, its document, and an administrator who is signed in.</summary>
public sealed class DocumentFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string Email = "root@example.org",
        Password = "a long enough password";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-openapi-").FullName;

    internal ApiDocument Document { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Administrator = CreateClient();
        await using (var scope = Services.CreateAsyncScope())
            (await DemoSeed.RunAsync(scope.ServiceProvider)).Should().Be(0);
        Document = new((await Administrator.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!);
        var reply = await Administrator.PostAsJsonAsync(
            "/api/v1/auth/login",
            new { email = Email, password = Password }
        );
        var token = (await reply.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>();
        Administrator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    Task IAsyncLifetime.DisposeAsync() => base.DisposeAsync().AsTask();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Pipeline:Database:Provider", "Sqlite");
        builder.UseSetting(
            "ConnectionStrings:Pipeline",
            $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False"
        );
        builder.UseSetting("Pipeline:Keys:Folder", Path.Combine(_folder, "keys"));
        builder.UseSetting("PIPELINE_ADMIN_EMAIL", Email);
        builder.UseSetting("PIPELINE_ADMIN_PASSWORD", Password);
        builder.UseSetting("Pipeline:Limits:RequestsPerMinute", "1000000");
        builder.UseSetting("Pipeline:Limits:SignInsPerMinute", "1000000");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One host for all tests of the document.</summary>
[CollectionDefinition(Name)]
public sealed class DocumentTests : ICollectionFixture<DocumentFixture>
{
    public const string Name = "OpenAPI document";
}
