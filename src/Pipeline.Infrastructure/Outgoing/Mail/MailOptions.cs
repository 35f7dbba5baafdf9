using Microsoft.Extensions.Configuration;
using MimeKit;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>The mail server, and who mails come from: <c>Pipeline:Mail:*</c>. Off until <c>Host</c> is set.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">As usual for the security where nothing is set.</param>
/// <param name="Security">How it is spoken to.</param>
/// <param name="User">Null for a server that asks nobody who they are.</param>
/// <param name="Password">The user's.</param>
/// <param name="From">An address, with a name in front or without.</param>
/// <param name="TimeoutSeconds">What all of one mail may take.</param>
internal sealed record MailOptions(
    string Host,
    int Port,
    MailSecurity Security,
    string? User,
    string? Password,
    MailboxAddress From,
    int TimeoutSeconds
)
{
    private const string Section = "Pipeline:Mail";

    private const int StartTlsPort = 587,
        TlsPort = 465,
        PlainPort = 25,
        DefaultSeconds = 10,
        MostSeconds = 30;

    /// <summary>The settings; null where no server is set.</summary>
    /// <exception cref="SettingException">A value is missing, or cannot be.</exception>
    public static MailOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Host"] is not { Length: > 0 } host)
            return null;
        var security = SecurityOf(section["Security"]);
        var (user, password) = (section["User"], section["Password"]);
        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(password))
            throw new SettingException($"{Section}:User and Password are set together, or neither is.");
        return new(
            host,
            Number(section, "Port", PortOf(security), ushort.MaxValue),
            security,
            string.IsNullOrEmpty(user) ? null : user,
            string.IsNullOrEmpty(password) ? null : password,
            FromOf(section["From"]),
            Number(section, "TimeoutSeconds", DefaultSeconds, MostSeconds)
        );
    }

    private static int PortOf(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => StartTlsPort,
            MailSecurity.Tls => TlsPort,
            _ => PlainPort,
        };

    private static MailSecurity SecurityOf(string? text) =>
        text switch
        {
            null or "" or "startTls" => MailSecurity.StartTls,
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => throw new SettingException($"{Section}:Security is '{text}'; startTls, tls or none is expected."),
        };

    private static MailboxAddress FromOf(string? text) =>
        MailboxAddress.TryParse(text ?? "", out var from) && from.Address.Contains('@', StringComparison.Ordinal)
            ? from
            : throw new SettingException(
                $"{Section}:From is '{text}'; an address is expected, for example Pipeline <pipeline@example.org>."
            );

    private static int Number(IConfigurationSection section, string name, int otherwise, int most) =>
        section[name] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, out var number) && number >= 1 && number <= most ? number
        : throw new SettingException($"{Section}:{name} is '{text}'; a whole number from 1 to {most} is expected.");
}
