using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>Sends what waits for webhooks.</summary>
internal sealed class WebhookWorker(
    WebhookSender sender,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<WebhookWorker> log
) : SenderService(scopes, time, log)
{
    protected override string What => "Webhooks";

    protected override Task<List<Guid>> DueAsync(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<WebhookQueue>().DueAsync(stop);

    protected override async Task<Sending> SendNextAsync(
        IServiceProvider services,
        Guid receiver,
        CancellationToken stop
    )
    {
        var queue = services.GetRequiredService<WebhookQueue>();
        if (await queue.TakeAsync(receiver, stop) is not { } message)
            return Sending.Nothing;
        using var activity = OutgoingTraces.Start("send webhook", message.Cause);
        activity?.SetTag("messaging.message.id", message.EventId);
        try
        {
            var attempt = await sender.SendAsync(message, stop);
            if (!attempt.Arrived)
                activity?.SetStatus(ActivityStatusCode.Error);
            await queue.NoteAsync(message, attempt);
            return attempt.Arrived || !message.IsOn ? Sending.Done : Sending.Failed;
        }
        catch (OperationCanceledException)
        {
            await queue.ReleaseAsync(message);
            return Sending.Nothing;
        }
    }

    protected override Task ClearAsync(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<WebhookQueue>().ClearAsync(stop);
}
