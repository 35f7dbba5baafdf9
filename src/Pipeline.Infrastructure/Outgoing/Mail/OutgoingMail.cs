using Pipeline.Application.Notifications;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>A mail that a sender has taken.</summary>
/// <param name="Sequence">Which one.</param>
/// <param name="LeaseId">By which lease.</param>
/// <param name="Content">What it says; null where there is nothing to be said any more.</param>
/// <param name="Cause">The <c>traceparent</c> of its event's cause; null for what gathers many.</param>
internal sealed record OutgoingMail(long Sequence, Guid LeaseId, MailContent? Content, string? Cause);
