using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Webhooks;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

internal static class WebhookRegistration
{
    /// <summary>What sends webhooks.</summary>
    /// <exception cref="SettingException">A setting cannot be.</exception>
    public static IServiceCollection AddWebhooks(
        this IServiceCollection services,
        IConfiguration configuration,
        OutboxOptions outbox
    )
    {
        var options = WebhookOptions.Read(configuration);
        outbox.RequireLeasesOver("Pipeline:Webhooks:TimeoutSeconds", options.TimeoutSeconds);
        return services
            .AddSingleton(options)
            .AddSingleton<IHostLookup, DnsLookup>()
            .AddSingleton<AddressGuard>()
            .AddSingleton<IWebhookAddresses>(p => p.GetRequiredService<AddressGuard>())
            .AddSingleton<WebhookSender>()
            .AddScoped<DeliveryQueue>()
            .AddScoped<WebhookQueue>()
            .AddHostedService<WebhookWorker>();
    }
}
