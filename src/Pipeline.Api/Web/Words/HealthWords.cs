using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>How the instance is, for those who look after it.</summary>
internal static class HealthWords
{
    public static readonly Text Title = new("Health of the service", "Santé du service"),
        Help =
            new(
                "What waits, what failed and where it is mended, what was slow, versions and size.",
                "Ce qui attend, ce qui a échoué et où y remédier, ce qui était lent, versions et taille."
            ),
        Checks = new("Ready for requests", "Prêt à répondre"),
        Ready = new("This instance takes requests.", "Cette instance répond aux requêtes."),
        NotReady = new("This instance is not ready.", "Cette instance n'est pas prête."),
        Queues = new("On its way", "En route"),
        QueuesHelp =
            new(
                "What could not be delivered is tried again after a minute, then ever more seldom, and given up after a day and a half.",
                "Ce qui n'a pu être remis est retenté après une minute, puis de plus en plus rarement, et abandonné après un jour et demi."
            ),
        Queue = new("What", "Quoi"),
        Events = new("Events", "Événements"),
        Mails = new("Mails", "E-mails"),
        Waiting = new("Waiting", "En attente"),
        Retrying = new("Of those, tried before", "Dont déjà tentés"),
        Failed = new("Given up", "Abandonnés"),
        NextAt = new("First due", "Première échéance"),
        Retry = new("Send again", "Renvoyer"),
        RetryQuestion =
            new(
                "{0} that were given up are sent again, under the same ids.",
                "{0} abandonnés repartent, sous les mêmes identifiants."
            ),
        Retried = new("On its way again: {0}.", "De nouveau en route : {0}."),
        Webhooks = new("Webhooks that wait or failed", "Webhooks en attente ou en échec"),
        NoWebhooks = new("No webhook has anything waiting.", "Aucun webhook n'a rien en attente."),
        Webhook = new("Webhook", "Webhook"),
        Portfolio = new("Portfolio", "Portefeuille"),
        SwitchedOff = new("switched off", "désactivé"),
        Slow = new("Slowest requests", "Requêtes les plus lentes"),
        SlowHelp =
            new(
                "Of the last day, at the instance that answered this page.",
                "Du dernier jour, sur l'instance qui a répondu à cette page."
            ),
        NoSlow = new("No request yet.", "Aucune requête pour l'instant."),
        Request = new("Request", "Requête"),
        Status = new("Answer", "Réponse"),
        Milliseconds = new("Milliseconds", "Millisecondes"),
        At = new("When", "Quand"),
        Service = new("Database and versions", "Base de données et versions"),
        Provider = new("Database", "Base de données"),
        Size = new("Size", "Taille"),
        Megabytes = new("{0} MB", "{0} Mo"),
        Schema = new("Schema", "Schéma"),
        Missing = new("migrations missing: {0}", "migrations manquantes : {0}"),
        Product = new("Product", "Produit"),
        Runtime = new("Runtime", "Environnement d'exécution"),
        System = new("System", "Système"),
        AuditEntries = new("Entries", "Entrées"),
        AuditHash = new("Fingerprint of the last one", "Empreinte de la dernière"),
        AuditChecked = new("Last verified", "Dernière vérification"),
        NeverChecked = new("never", "jamais"),
        Held = new("All {0} entries held.", "Les {0} entrées tenaient toutes."),
        Broke = new("It did not hold after {0} entries.", "Il ne tenait plus après {0} entrées."),
        Verify = new("Verify it now", "Le vérifier maintenant");

    /// <summary>What a check is about.</summary>
    public static Text OfCheck(string name) =>
        name switch
        {
            "database" => new("Database", "Base de données"),
            "draining" => new("Process", "Processus"),
            _ => new(name, name),
        };
}
