using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Reporting a passage, step by step.</summary>
internal static class ReportWords
{
    public static readonly Text Title = new("Report a passage: {0}", "Déclarer un passage : {0}"),
        Step1 = new("1. Which move", "1. Quel mouvement"),
        Step2 = new("2. What it asks for", "2. Ce qu'il demande"),
        Step3 = new("3. The report", "3. La déclaration"),
        Step4 = new("4. Check: nothing is sent yet", "4. Vérification : rien n'est encore envoyé"),
        Step5 = new("5. What follows", "5. La suite"),
        Leads = new("leads to {0}", "mène à : {0}"),
        NotNow = new("Not possible now", "Impossible actuellement"),
        Blocked = new("Something is missing first", "Il manque encore quelque chose"),
        On = new("Since which day", "À quelle date"),
        OnHelp = new("Not before {0}, not in the future.", "Pas avant le {0}, ni dans le futur."),
        Narrative = new("What happened", "Ce qui s'est passé"),
        Evidence = new("Evidence", "Preuves"),
        EvidenceLink = new("Piece of evidence", "Preuve"),
        EvidenceHelp =
            new(
                "A document of the project, or the address of a page. A document keeps its own title where none is given.",
                "Un document du projet, ou l'adresse d'une page. Un document garde son propre titre si aucun n'est donné."
            ),
        EvidenceDocument = new("Document of the project", "Document du projet"),
        EvidenceUrl = new("Address", "Adresse"),
        EvidenceOrUrl = new("Or an address", "Ou une adresse"),
        Waivers = new("Ask for a waiver", "Demander une dérogation"),
        WaiversHelp =
            new(
                "For what blocks and is not met: say why the project may pass all the same. A manager decides.",
                "Pour ce qui bloque et n'est pas rempli : dites pourquoi le projet peut passer malgré tout. Un gestionnaire décide."
            ),
        WaiverFor = new("Why in spite of: {0}", "Pourquoi malgré : {0}"),
        TakeOverHelp = new("Who carries it on, and as what.", "Qui prend le relais, et à quel titre."),
        Check = new("Check: {0}", "Vérifier : {0}"),
        Change = new("Change something", "Modifier"),
        WouldWait =
            new(
                "Once reported it waits for a manager of {0}, who approves it, returns it or declines it.",
                "Une fois déclaré, le passage attend un gestionnaire de {0}, qui l'approuve, le renvoie ou le refuse."
            ),
        WouldHold =
            new(
                "Once reported it takes effect at once: {0}.",
                "Une fois déclaré, le passage prend effet aussitôt : {0}."
            ),
        Waits =
            new(
                "A manager of {0} decides, under “Reviews”. Until then the project stays where it is, and the report can be withdrawn on the project's page.",
                "Un gestionnaire de {0} tranche, sous « Validations ». D'ici là, le projet reste où il est, et la déclaration peut être retirée sur la page du projet."
            ),
        Answer =
            new(
                "The answer comes by your notifications; it stands on your home page and in the project's history.",
                "La réponse arrive par vos notifications ; elle figure sur votre page d'accueil et dans l'historique du projet."
            ),
        Next =
            new(
                "The project's page shows where it is now, and what the next gate asks for.",
                "La page du projet montre où il en est et ce que demande le prochain jalon."
            ),
        ToProject = new("To the project", "Vers le projet"),
        Send = new("Report: {0}", "Déclarer : {0}"),
        Effective = new("Done: the project is in {0} now.", "C'est fait : le projet est en {0}."),
        Pending = new("Reported. A manager decides.", "Déclaré. Un gestionnaire décide.");
}
