using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Outgoing.Webhooks;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>The product with webhooks to this machine permitted, and a name server that a test writes.</summary>
public sealed class WebhookApi : PipelineApi
{
    /// <summary>Names that the test made up; all others resolve as ever.</summary>
    public PlantedNames Names { get; } = new();

    /// <summary>A webhook that is told of these.</summary>
    public static Task<Reply> RegisterAsync(Fund fund, string url, params string[] events) =>
        fund.Api.Administrator.PostAsync($"portfolios/{fund.Id}/webhooks", new { url, events });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pipeline:Webhooks:AllowHttp", "true");
        builder.UseSetting("Pipeline:Webhooks:AllowedNetworks", "127.0.0.0/8");
        builder.UseSetting("Pipeline:Webhooks:TimeoutSeconds", "2");
        builder.ConfigureServices(services => services.AddSingleton<IHostLookup>(Names));
    }

    /// <summary>Answers of a name server, one after the other, the last one for ever.</summary>
    public sealed class PlantedNames : IHostLookup
    {
        private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _planted = new();
        private readonly DnsLookup _real = new();

        public void Plant(string host, params string[] addresses) =>
            _planted[host] = new(addresses.Select(a => a.Split(' ').Select(IPAddress.Parse).ToArray()));

        Task<IPAddress[]> IHostLookup.FindAsync(string host, CancellationToken cancellationToken)
        {
            if (!_planted.TryGetValue(host, out var answers))
                return _real.FindAsync(host, cancellationToken);
            answers.TryPeek(out var answer);
            if (answers.Count > 1)
                answers.TryDequeue(out answer);
            return Task.FromResult(answer!);
        }
    }
}
