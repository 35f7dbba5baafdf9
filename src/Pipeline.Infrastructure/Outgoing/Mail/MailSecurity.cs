namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>How a mail server is spoken to.</summary>
internal enum MailSecurity
{
    /// <summary>In clear at first, and sealed before anything is said; nothing is sent to a server that does not offer it.</summary>
    StartTls = 1,

    /// <summary>Sealed from the first byte.</summary>
    Tls,

    /// <summary>In clear: for a relay on the same machine or network.</summary>
    None,
}
