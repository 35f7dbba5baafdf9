using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Api.Web.Words;

/// <summary>Webhooks of a portfolio, and what they sent.</summary>
internal static class WebhookWords
{
    public static readonly Text Title = new("Webhooks", "Webhooks"),
        Lead =
            new(
                "What happens in this portfolio is sent to other systems of yours, signed with a secret that both sides know.",
                "Ce qui se passe dans ce portefeuille est envoyé à d'autres de vos systèmes, signé d'un secret connu des deux côtés."
            ),
        None = new("There is no webhook.", "Il n'y a aucun webhook."),
        Add = new("Add a webhook", "Ajouter un webhook"),
        Url = new("Where it is sent", "Adresse d'envoi"),
        UrlHelp = new("An https address of a system of yours.", "Une adresse https de l'un de vos systèmes."),
        Description = new("What it is for", "À quoi il sert"),
        Events = new("What is sent", "Ce qui est envoyé"),
        Enabled = new("Switched on", "Activé"),
        State = new("State", "État"),
        On = new("On", "Activé"),
        Off = new("Switched off by a manager", "Désactivé par un gestionnaire"),
        OffGone = new("Switched off: the address is gone", "Désactivé : l'adresse n'existe plus"),
        OffFailing = new("Switched off: it failed for too long", "Désactivé : en échec depuis trop longtemps"),
        FailingSince = new("Failing since", "En échec depuis le"),
        Added =
            new(
                "The webhook is added. Copy its secret now: it is shown this once.",
                "Le webhook est ajouté. Copiez son secret maintenant : il n'est montré que cette fois."
            ),
        Saved = new("The webhook is saved.", "Le webhook est enregistré."),
        Settings = new("Settings", "Réglages"),
        Deliveries = new("Deliveries", "Envois"),
        DeliveriesHelp = new("The newest first.", "Du plus récent au plus ancien."),
        NoDeliveries = new("Nothing was sent yet.", "Rien n'a encore été envoyé."),
        Event = new("Event", "Événement"),
        Attempts = new("Attempts", "Tentatives"),
        Next = new("next", "prochaine"),
        Test = new("Send a test", "Envoyer un test"),
        TestEvent = new("Test", "Test"),
        Tested =
            new(
                "The test is on its way; its delivery is in the list below.",
                "Le test est en route ; son envoi figure dans la liste ci-dessous."
            ),
        Retry = new("Send again", "Renvoyer"),
        Retried = new("It is sent again.", "L'envoi est relancé."),
        Secret = new("Change the secret", "Changer le secret"),
        SecretQuestion =
            new(
                "A new secret signs what is sent from now on; the old one signs beside it for a day.",
                "Un nouveau secret signe désormais les envois ; l'ancien signe aussi pendant un jour."
            ),
        SecretChanged =
            new(
                "The secret is changed. Copy it now: it is shown this once.",
                "Le secret est changé. Copiez-le maintenant : il n'est montré que cette fois."
            ),
        Remove = new("Remove the webhook", "Supprimer le webhook"),
        RemoveQuestion =
            new(
                "Nothing is sent to {0} any more, at once and for good.",
                "Plus rien n'est envoyé à {0}, aussitôt et pour de bon."
            ),
        Removed = new("The webhook is removed.", "Le webhook est supprimé."),
        Answered = new("answered {0}", "réponse {0}"),
        Open = new("Open", "Ouvrir");

    /// <summary>Why one is off.</summary>
    public static Text Of(WebhookStop stop) =>
        stop switch
        {
            WebhookStop.Gone => OffGone,
            WebhookStop.Failing => OffFailing,
            _ => Off,
        };

    /// <summary>How a delivery stands.</summary>
    public static Text Of(DeliveryState state) =>
        state switch
        {
            DeliveryState.Delivered => new("Delivered", "Remis"),
            DeliveryState.Failed => new("Failed", "En échec"),
            _ => new("Waiting", "En attente"),
        };

    /// <summary>What came of an attempt.</summary>
    public static Text Of(WebhookOutcome outcome) =>
        outcome switch
        {
            WebhookOutcome.TimedOut => new("no answer in time", "pas de réponse à temps"),
            WebhookOutcome.AddressRefused => new("address not allowed", "adresse non permise"),
            WebhookOutcome.Unreachable => new("not reached", "injoignable"),
            WebhookOutcome.SwitchedOff => new("switched off", "désactivé"),
            WebhookOutcome.NotSigned => new("secret not readable", "secret illisible"),
            _ => new("answered", "réponse"),
        };

    /// <summary>What an event is called.</summary>
    public static Text OfEvent(string type) => type == WebhookDelivery.Test ? TestEvent : EventTypes.LabelOf(type);

    /// <summary>How many kinds of events are sent.</summary>
    public static Text Count(int count) =>
        Spelled.Of(
            count,
            new("{0} kind of events", "{0} sorte d'événements"),
            new("{0} kinds of events", "{0} sortes d'événements")
        );
}
