using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>Hands mails to the server, each over a connection of its own.</summary>
internal sealed class Mailer(MailOptions options)
{
    /// <summary>Hands a mail over.</summary>
    /// <returns>Whether the server took it; false where it refuses the recipient for good.</returns>
    /// <exception cref="IOException">The server is away, too slow, or refuses for now. Also other exceptions of the network and of MailKit.</exception>
    public async Task<bool> SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host, options.Port, Socket(options.Security), limit.Token);
            if (options is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, limit.Token);
            await client.SendAsync(mail, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return true;
        }
        catch (SmtpCommandException e)
            when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The mail server takes too long.");
        }
    }

    private static SecureSocketOptions Socket(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };
}
