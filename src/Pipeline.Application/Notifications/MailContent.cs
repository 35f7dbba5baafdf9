using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>What a mail says, and to whom.</summary>
/// <param name="MailId">The same at every attempt.</param>
/// <param name="Email">Where to.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Rhythm">Of one event, or of a day or week.</param>
/// <param name="Items">What happened, in its order.</param>
/// <param name="More">Whether there is more than is listed.</param>
/// <param name="Token">Ends all mail to them (<see cref="MailTokens"/>).</param>
public sealed record MailContent(
    Guid MailId,
    string Email,
    string Name,
    Language Language,
    MailRhythm Rhythm,
    IReadOnlyList<NotificationReply> Items,
    bool More,
    string Token
);
