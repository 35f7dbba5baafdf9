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
        BellOne = new("Notifications, 1 unread", "Notifications, 1 non lue"),
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
        ByMail = new("Notifications by mail", "Notifications par e-mail"),
        ByMailHelp =
            new(
                "How soon you are mailed what happens. In your inbox here, everything is there at once.",
                "Quand vous recevez par e-mail ce qui se passe. Dans votre boîte de réception ici, tout est là immédiatement."
            ),
        Choose = new("Choose", "Choisir"),
        NoMail =
            new("This instance sends no mails at the moment.", "Cette instance n'envoie pas d'e-mails pour le moment."),
        MailLanguage = new("Language of mails", "Langue des e-mails"),
        Kinds = new("What happens, and when you are mailed", "Ce qui se passe, et quand vous le recevez"),
        Saved = new("Your choice is kept.", "Votre choix est enregistré."),
        EndMail = new("End all mails", "Ne plus recevoir d'e-mails"),
        EndMailHelp =
            new(
                "You will get no more mails about what happens. Your inbox here stays, and so do invitations and links for passwords.",
                "Vous ne recevrez plus d'e-mails sur ce qui se passe. Votre boîte de réception ici demeure, ainsi que les invitations et les liens de mot de passe."
            ),
        MailEnded = new("You get no more mails.", "Vous ne recevrez plus d'e-mails."),
        NothingNew = new("You have read everything.", "Vous avez tout lu.");

    /// <summary>What the bell is called, with the number that it shows.</summary>
    /// <param name="unread">How many.</param>
    /// <param name="shown">As the bell shows it.</param>
    public static Text BellOf(int unread, string shown) =>
        unread switch
        {
            0 => BellNone,
            1 => BellOne,
            _ => Bell.With(shown),
        };
}
