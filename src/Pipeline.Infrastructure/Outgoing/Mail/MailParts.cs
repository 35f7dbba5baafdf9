using System.Net;
using MimeKit;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>What all mails are made of.</summary>
internal static class MailParts
{
    /// <summary>Whom a mail is for. A name may have line ends; a header must not, or what follows would be another header.</summary>
    public static MailboxAddress To(string name, string email) =>
        new(string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c)), email);

    /// <summary>
    /// What somebody typed, without its line ends and other white space in a row: it stands in one line of a mail, and must not look like others.
    /// </summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text as a paragraph of HTML.</summary>
    public static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";

    /// <summary>An address to be followed, shown by a text.</summary>
    public static string Link(string address, string text) =>
        $"<a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(text)}</a>";

    /// <summary>A page of HTML.</summary>
    public static string Page(Language language, string body) =>
        $"<!DOCTYPE html><html lang=\"{Codes.Of(language)}\"><body>{body}</body></html>";
}
