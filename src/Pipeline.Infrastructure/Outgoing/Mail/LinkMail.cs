using MimeKit;
using Pipeline.Application.Access;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>What a mail with a one-time link says, as text and as HTML, in the language of whom it is for.</summary>
internal static class LinkMail
{
    private static readonly Text Greeting = new("Hello {0},", "Bonjour {0},"),
        InvitationSubject = new("Your invitation to Pipeline", "Votre invitation à Pipeline"),
        Invitation =
            new(
                "You have been invited to Pipeline. Choose your password here:",
                "Vous êtes invité(e) à rejoindre Pipeline. Choisissez votre mot de passe ici :"
            ),
        ResetSubject = new("Set a new password for Pipeline", "Un nouveau mot de passe pour Pipeline"),
        Reset =
            new(
                "A new password was asked for. Set it here; if you did not ask, ignore this message, and nothing changes:",
                "Un nouveau mot de passe a été demandé. Définissez-le ici ; si ce n'était pas vous, ignorez ce message, et rien ne change :"
            ),
        Until =
            new(
                "The link works once, until {0:yyyy-MM-dd HH:mm} UTC.",
                "Le lien fonctionne une seule fois, jusqu'au {0:dd/MM/yyyy HH:mm} UTC."
            );

    /// <summary>The mail. What people typed stands in it as text alone, and nowhere in the subject.</summary>
    public static MimeMessage Of(LinkMessage link, MailboxAddress from)
    {
        var (subject, says) =
            link.Purpose == LinkPurpose.Invitation ? (InvitationSubject, Invitation) : (ResetSubject, Reset);
        var (greeting, sentence, until) = (
            Greeting.With(MailParts.OneLine(link.Name)).In(link.Language),
            says.In(link.Language),
            Until.With(link.ExpiresAt.UtcDateTime).In(link.Language)
        );
        return new(
            [from],
            [MailParts.To(link.Name, link.Email)],
            subject.In(link.Language),
            new BodyBuilder
            {
                TextBody = $"{greeting}\r\n\r\n{sentence}\r\n\r\n{link.Url}\r\n\r\n{until}\r\n",
                HtmlBody = MailParts.Page(
                    link.Language,
                    MailParts.Paragraph(greeting)
                        + MailParts.Paragraph(sentence)
                        + $"<p>{MailParts.Link(link.Url, link.Url)}</p>"
                        + MailParts.Paragraph(until)
                ),
            }.ToMessageBody()
        )
        {
            // The same at every attempt: a program that gets it twice shows it once.
            MessageId = $"{link.Id}@{from.Domain}",
        };
    }
}
