using Microsoft.AspNetCore.Hosting;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>The product with webhooks to this machine permitted.</summary>
public class WebhookApi : NamesApi
{
    /// <summary>A webhook that is told of these.</summary>
    public static Task<Reply> RegisterAsync(Fund fund, string url, params string[] events) =>
        fund.Api.Administrator.PostAsync($"portfolios/{fund.Id}/webhooks", new { url, events });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pipeline:Webhooks:AllowHttp", "true");
        builder.UseSetting("Pipeline:Webhooks:AllowedNetworks", "127.0.0.0/8");
        builder.UseSetting("Pipeline:Webhooks:TimeoutSeconds", "2");
    }
}
