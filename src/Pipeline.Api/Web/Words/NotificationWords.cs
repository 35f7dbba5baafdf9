using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The bell and the inbox.</summary>
internal static class NotificationWords
{
    public static readonly Text Inbox = new("Notifications", "Notifications"),
        Lead =
            new(
                "What happened in your projects and portfolios, as far as your roles reach today.",
                "Ce qui s'est passé dans vos projets et portefeuilles, dans la limite de vos rôles d'aujourd'hui."
            ),
        Bell = new("Notifications, {0} unread", "Notifications, {0} non lues"),
        BellOne = new("Notifications, one unread", "Notifications, une non lue"),
        BellNone = new("Notifications, none unread", "Notifications, aucune non lue"),
        New = new("New", "Nouveau"),
        By = new("by {0}", "par {0}"),
        All = new("All", "Toutes"),
        OnlyUnread = new("Unread only", "Non lues seulement"),
        Newest = new("Newest", "Les plus récentes"),
        Older = new("Older", "Plus anciennes"),
        MarkRead = new("Mark all as read", "Tout marquer comme lu"),
        Marked = new("Everything shown here is marked as read.", "Tout ce qui est affiché ici est marqué comme lu."),
        Nothing = new("Nothing has happened yet.", "Il ne s'est encore rien passé."),
        NothingNew = new("You have read everything.", "Vous avez tout lu.");

    /// <summary>What the bell is called, with the number that it shows.</summary>
    public static Text BellOf(int unread) =>
        unread switch
        {
            0 => BellNone,
            1 => BellOne,
            _ => Bell.With(unread),
        };
}
