using Pipeline.Application.Common;

namespace Pipeline.Application.Notifications;

/// <summary>An event that I was told of.</summary>
/// <param name="Id">UUID; sent as <c>upTo</c>, marks it and all before it as read.</param>
/// <param name="Kind">The event's type.</param>
/// <param name="Text">What happened, in the caller's language.</param>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="By">Who did it; null where that is not known, or nobody did.</param>
/// <param name="Project">In which project; null where it is none's.</param>
/// <param name="Portfolio">In which portfolio; null where it is a project's.</param>
/// <param name="Link">Where it can be looked at.</param>
/// <param name="Read">Whether it has been read. What one did oneself has been.</param>
public sealed record NotificationReply(
    Guid Id,
    string Kind,
    string Text,
    DateTimeOffset OccurredAt,
    NamedRef? By,
    NotificationPlace? Project,
    NotificationPlace? Portfolio,
    string Link,
    bool Read
);

/// <summary>A project or portfolio that something happened in.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record NotificationPlace(Guid Id, string Code, string Name);
