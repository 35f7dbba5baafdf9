using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Webhooks;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

internal static class WebhookRegistration
{
    /// <summary>What sends webhooks.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(WebhookOptions.Read(configuration))
            .AddSingleton<IHostLookup, DnsLookup>()
            .AddSingleton<AddressGuard>()
            .AddSingleton<IWebhookAddresses>(p => p.GetRequiredService<AddressGuard>())
            .AddSingleton<WebhookSender>()
            .AddScoped<DeliveryQueue>()
            .AddScoped<WebhookQueue>()
            .AddHostedService<WebhookWorker>();
}
