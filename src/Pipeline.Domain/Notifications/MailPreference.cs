namespace Pipeline.Domain.Notifications;

/// <summary>How soon somebody wants to be mailed events of one kind.</summary>
/// <param name="Kind">An event's type.</param>
/// <param name="Mail">How soon.</param>
public sealed record MailPreference(string Kind, MailRhythm Mail);
