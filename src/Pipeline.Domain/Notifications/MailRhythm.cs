using Pipeline.Domain.Common;

namespace Pipeline.Domain.Notifications;

/// <summary>How soon somebody is mailed what they are told.</summary>
public enum MailRhythm
{
    /// <summary>A mail of its own, as soon as it happens.</summary>
    [Label("At once", "Tout de suite")]
    AtOnce = 1,

    /// <summary>In one mail a day.</summary>
    [Label("Daily", "Chaque jour")]
    Daily,

    /// <summary>In one mail a week, on Mondays.</summary>
    [Label("Weekly", "Chaque semaine")]
    Weekly,

    /// <summary>Not by mail; it is in the inbox all the same.</summary>
    [Label("Never", "Jamais")]
    Never,
}
