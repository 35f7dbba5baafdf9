using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The beginning.</summary>
internal static class HomeWords
{
    public static readonly Text Hello = new("Good day, {0}", "Bonjour, {0}"),
        Portfolios = new("Portfolios", "Portefeuilles"),
        MyProjects = new("My projects", "Mes projets"),
        Waiting = new("Waiting for you", "En attente de votre part"),
        WaitingSomewhere = new("Waiting for a decision", "En attente d'une décision"),
        ReviewsWaiting = new("Reports to review", "Déclarations à valider"),
        NothingWaits = new("Nothing waits for you.", "Rien n'attend votre intervention."),
        NextGate = new("Next gate", "Prochain passage"),
        GateOpen = new("Ready", "Prêt"),
        GateMisses = new("{0} missing", "Manque : {0}"),
        NoRole =
            new(
                "You have no role yet. Whoever manages a portfolio, or an administrator, can give you one.",
                "Vous n'avez pas encore de rôle. La personne qui gère un portefeuille, ou un administrateur, peut vous en donner un."
            ),
        FirstSteps = new("Three steps to begin", "Trois étapes pour commencer"),
        StepPortfolio = new("Make a portfolio", "Créer un portefeuille"),
        StepPortfolioHelp =
            new(
                "A fund's projects with its rules: who reviews, which shares are aimed at.",
                "Les projets d'un fonds avec ses règles : qui valide, quelles parts sont visées."
            ),
        StepImport = new("Import a file", "Importer un fichier"),
        StepImportHelp =
            new(
                "Grants as 360Giving or French open data has them, or a workbook of ours.",
                "Des subventions au format 360Giving ou données ouvertes françaises, ou notre classeur."
            ),
        StepInvite = new("Invite people", "Inviter des personnes"),
        StepInviteHelp =
            new(
                "Managers, finance, investors; owners for their projects.",
                "Gestionnaires, finance, investisseurs ; porteurs pour leurs projets."
            );
}
