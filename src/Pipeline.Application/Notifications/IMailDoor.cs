namespace Pipeline.Application.Notifications;

/// <summary>Whether mails go out at all.</summary>
public interface IMailDoor
{
    /// <summary>A mail server is set.</summary>
    bool IsOpen { get; }
}
