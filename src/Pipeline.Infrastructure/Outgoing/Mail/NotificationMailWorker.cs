using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>Mails people what they are told, each of them apart from all others.</summary>
internal sealed class NotificationMailWorker(
    Mailer mailer,
    NotificationMailWriter writer,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<NotificationMailWorker> log
) : SenderService(scopes, time, log)
{
    protected override string What => "Mails";

    protected override Task<List<Guid>> DueAsync(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<NotificationMailQueue>().DueAsync(stop);

    protected override async Task<Sending> SendNextAsync(
        IServiceProvider services,
        Guid receiver,
        CancellationToken stop
    )
    {
        var queue = services.GetRequiredService<NotificationMailQueue>();
        if (await queue.TakeAsync(receiver, stop) is not { } mail)
            return Sending.Nothing;
        using var activity = OutgoingTraces.Start("send mail", mail.Cause);
        try
        {
            if (mail.Content is null || await mailer.SendAsync(writer.Write(mail.Content), stop))
            {
                await queue.NoteSentAsync(mail);
                return Sending.Done;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queue.ReleaseAsync(mail);
            return Sending.Nothing;
        }
        // Whatever the network or the server makes of it: tried again later, and this person's other mails with it.
        catch (Exception e)
        {
            log.LogWarning("A mail was not taken, and is tried again: {Failure}", e.GetType().Name);
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            await queue.NoteFailureAsync(mail);
            return Sending.Failed;
        }
        log.LogWarning("The mail server refuses the recipient of a notification.");
        activity?.SetStatus(ActivityStatusCode.Error);
        await queue.NoteRefusedAsync(mail);
        return Sending.Done;
    }

    protected override Task ClearAsync(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<NotificationMailQueue>().ClearAsync(stop);
}
