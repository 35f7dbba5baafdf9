using MimeKit;
using Pipeline.Application.Notifications;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>Writes what somebody is told as a mail: text and HTML, and an address by which it is the last one (RFC 2369, RFC 8058).</summary>
internal sealed class NotificationMailWriter(MailOptions options, LinkAddress address)
{
    private static readonly Text Greeting = new("Hello {0},", "Bonjour {0},"),
        Daily = new("Your day in Pipeline", "Votre journée dans Pipeline"),
        Weekly = new("Your week in Pipeline", "Votre semaine dans Pipeline"),
        Happened = new("This has happened:", "Voici ce qui s'est passé :"),
        By = new("by {0}", "par {0}"),
        More = new("There is more in your inbox:", "La suite est dans votre boîte de réception :"),
        Choose = new("Choose what you are mailed, and how often:", "Choisissez ce que vous recevez, et quand :"),
        End = new("No more mails:", "Ne plus recevoir de messages :");

    /// <summary>The mail. The subject says what kind of thing happened: no name, no figure, and nothing that anybody typed.</summary>
    public MimeMessage Write(MailContent content)
    {
        var language = content.Language;
        var mail = new MimeMessage(
            [options.From],
            [MailParts.To(content.Name, content.Email)],
            content.Rhythm switch
            {
                MailRhythm.Daily => Daily.In(language),
                MailRhythm.Weekly => Weekly.In(language),
                _ => EventTypes.LabelOf(content.Items[0].Kind).In(language),
            },
            Body(content).ToMessageBody()
        )
        {
            // The same at every attempt: a program that gets it twice shows it once.
            MessageId = $"{content.MailId}@{options.From.Domain}",
        };
        mail.Headers.Add(
            HeaderId.ListUnsubscribe,
            $"<{address.Base}/mail/end?token={Uri.EscapeDataString(content.Token)}>"
        );
        mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    private BodyBuilder Body(MailContent content)
    {
        var language = content.Language;
        var greeting = Greeting.With(MailParts.OneLine(content.Name)).In(language);
        var (inbox, choices, end) = (
            $"{address.Base}/notifications",
            $"{address.Base}/me/notifications",
            $"{address.Base}/unsubscribe?token={Uri.EscapeDataString(content.Token)}"
        );
        var foot = new List<(string Says, string Address)> { (Choose.In(language), choices), (End.In(language), end) };
        if (content.More)
            foot.Insert(0, (More.In(language), inbox));
        return new()
        {
            TextBody =
                $"{greeting}\r\n\r\n{Happened.In(language)}\r\n\r\n"
                + string.Concat(content.Items.Select(i => $"- {Line(i, language)}\r\n  {address.Base}{i.Link}\r\n"))
                + string.Concat(foot.Select(f => $"\r\n{f.Says}\r\n{f.Address}\r\n")),
            HtmlBody = MailParts.Page(
                language,
                MailParts.Paragraph(greeting)
                    + MailParts.Paragraph(Happened.In(language))
                    + $"<ul>{string.Concat(content.Items.Select(i => $"<li>{MailParts.Link($"{address.Base}{i.Link}", Line(i, language))}</li>"))}</ul>"
                    + string.Concat(foot.Select(f => $"<p>{MailParts.Link(f.Address, f.Says.TrimEnd(':', ' '))}</p>"))
            ),
        };
    }

    private static string Line(NotificationReply item, Language language)
    {
        var line = item.Text;
        if ((item.Project ?? item.Portfolio) is { } place)
            line += $" · {place.Name}";
        if (item.By is { } by)
            line += $", {By.With(by.Name).In(language)}";
        return MailParts.OneLine(line);
    }
}
