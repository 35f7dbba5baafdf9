namespace Pipeline.Domain.Webhooks;

/// <summary>How an attempt to send a message ended.</summary>
public enum WebhookOutcome
{
    /// <summary>The receiver answered; its status says how.</summary>
    Answered = 1,

    /// <summary>No whole answer came in time.</summary>
    TimedOut,

    /// <summary>The name led to an address that messages are not sent to.</summary>
    AddressRefused,

    /// <summary>No connection, none that can be trusted, or one that broke off.</summary>
    Unreachable,

    /// <summary>The webhook was switched off or removed meanwhile; nothing was sent.</summary>
    SwitchedOff,

    /// <summary>What signs could not be read, since its seal is not these instances' own; nothing was sent. Another secret mends it.</summary>
    NotSigned,
}
