using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Reporting a passage, step by step.</summary>
internal static class ReportWords
{
    public static readonly Text Title = new("Report a passage: {0}", "Déclarer un passage : {0}"),
        Step1 = new("1. Which move", "1. Quel mouvement"),
        Step2 = new("2. What it asks for", "2. Ce qu'il demande"),
        Step3 = new("3. The report", "3. La déclaration"),
        Leads = new("leads to {0}", "mène à : {0}"),
        NotNow = new("Not possible now", "Impossible actuellement"),
        Blocked = new("Something is missing first", "Il manque encore quelque chose"),
        On = new("Since which day", "À quelle date"),
        OnHelp = new("Not before {0}, not in the future.", "Pas avant le {0}, ni dans le futur."),
        Narrative = new("What happened", "Ce qui s'est passé"),
        Evidence = new("Evidence", "Preuves"),
        EvidenceLink = new("Link", "Lien"),
        EvidenceUrl = new("Address", "Adresse"),
        Waivers = new("Ask for a waiver", "Demander une dérogation"),
        WaiversHelp =
            new(
                "For what blocks and is not met: say why the project may pass all the same. A manager decides.",
                "Pour ce qui bloque et n'est pas rempli : dites pourquoi le projet peut passer malgré tout. Un gestionnaire décide."
            ),
        WaiverFor = new("Why in spite of: {0}", "Pourquoi malgré : {0}"),
        TakeOverHelp = new("Who carries it on, and as what.", "Qui prend le relais, et à quel titre."),
        Send = new("Report: {0}", "Déclarer : {0}"),
        Effective = new("Done: the project is in {0} now.", "C'est fait : le projet est en {0}."),
        Pending =
            new(
                "Reported. A manager decides; you see the answer here and on your home page.",
                "Déclaré. Un gestionnaire décide ; la réponse apparaîtra ici et sur votre page d'accueil."
            );
}
