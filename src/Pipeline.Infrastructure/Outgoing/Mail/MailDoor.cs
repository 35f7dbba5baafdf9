using Pipeline.Application.Notifications;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>Open where a server is set.</summary>
internal sealed record MailDoor(bool IsOpen) : IMailDoor;
