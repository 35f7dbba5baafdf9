using Microsoft.Extensions.Logging;
using Pipeline.Application.Access;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>
/// Mails one-time links. A server that is away makes the outbox send again later; one that refuses the recipient for good is not asked again. Neither link nor
/// address is logged.
/// </summary>
internal sealed class MailLinkSender(Mailer mailer, MailOptions options, ILogger<MailLinkSender> log) : ILinkSender
{
    public async Task SendAsync(LinkMessage message, CancellationToken cancellationToken)
    {
        if (!await mailer.SendAsync(LinkMail.Of(message, options.From), cancellationToken))
            log.LogWarning("The mail server refuses the recipient of a link ({Purpose}).", message.Purpose);
    }
}
