using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Cli.Demo;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Sql;

/// <summary>The whole product with its demonstration on an SQLite file, every query mirrored, and a list of the use cases that were run.</summary>
public sealed class MirroredApi : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("pipeline-mirror-").FullName;
    private readonly SentRequests _sent = new();

    /// <summary>The links that were sent.</summary>
    public Postbox Links { get; } = new();

    /// <summary>What SQL Server would have got.</summary>
    public QueryMirror Mirror { get; } = new();

    /// <summary>The use cases that were run.</summary>
    public IReadOnlyCollection<Type> Sent => [.. _sent.Types.Keys];

    public async Task InitializeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        (await DemoSeed.RunAsync(scope.ServiceProvider)).Should().Be(0);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Somebody of the demonstration, for example <c>manager</c>.</summary>
    public async Task<Client> SignInAsync(string who)
    {
        var client = new Client(CreateClient());
        await client.SignInAsync($"{who}@demo.pipeline", DemoPeople.Password);
        return client;
    }

    /// <summary>The database behind the product's back, for what the API does not offer.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<PipelineDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PipelineDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Pipeline:Database:Provider", "Sqlite");
        builder.UseSetting(
            "ConnectionStrings:Pipeline",
            $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False"
        );
        builder.UseSetting("PIPELINE_ADMIN_PASSWORD", DemoPeople.Password);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Pipeline:Limits:RequestsPerMinute", "1000000");
        builder.UseSetting("Pipeline:Limits:SignInsPerMinute", "1000000");
        // Mails are queued and looked for; nobody listens there.
        builder.UseSetting("Pipeline:Mail:Host", "127.0.0.1");
        builder.UseSetting("Pipeline:Mail:Port", "9");
        builder.UseSetting("Pipeline:Mail:From", "pipeline@example.org");
        builder.UseSetting("Pipeline:Reminders:Minutes", "0");
        builder.ConfigureTestServices(services =>
        {
            Mirror.AttachTo(services);
            services
                .AddSingleton<ILinkSender>(Links)
                .AddSingleton(_sent)
                .AddScoped(typeof(IPipelineBehavior<,>), typeof(Noting<,>));
        });
    }

    private sealed class SentRequests
    {
        public ConcurrentDictionary<Type, bool> Types { get; } = [];
    }

    /// <summary>Notes what came to its end; what was refused half-way ran half of its queries.</summary>
    private sealed class Noting<TRequest, TReply>(SentRequests sent) : IPipelineBehavior<TRequest, TReply>
    {
        public async Task<TReply> Handle(
            TRequest request,
            CancellationToken cancellationToken,
            RequestHandlerDelegate<TReply> next
        )
        {
            var reply = await next();
            sent.Types[request!.GetType()] = true;
            return reply;
        }
    }
}
