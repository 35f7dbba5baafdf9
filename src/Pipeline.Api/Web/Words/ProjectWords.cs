using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A project and its parts.</summary>
internal static class ProjectWords
{
    public static readonly Text Parts = new("Parts of the project", "Parties du projet"),
        Overview = new("Overview", "Vue d'ensemble"),
        Ledger = new("Ledger", "Livre"),
        Evaluations = new("Evaluations", "Évaluations"),
        History = new("History", "Historique"),
        Since = new("since", "depuis le"),
        Days = new("days", "jours"),
        Report = new("Report a passage", "Déclarer un passage"),
        Edit = new("Edit", "Modifier"),
        Here = new("is here", "en est là"),
        Passed = new("passed", "passée"),
        CameBack = new("came back from here", "en est revenu"),
        Ahead = new("ahead", "à venir"),
        Times = new("{0} times", "{0} fois"),
        Mend = new("Mend this", "Y remédier"),
        Met = new("Met", "Rempli"),
        Missing = new("Missing", "Manque"),
        Warning = new("Warning", "Alerte"),
        Gate = new("What the next phase asks for", "Ce que demande la phase suivante"),
        NoGate = new("No gate lies ahead from here.", "Aucune condition de passage à partir d'ici."),
        Shares = new("Two shares that decide: {0}", "Deux parts qui décident : {0}"),
        About = new("What it is about", "De quoi il s'agit"),
        Problem = new("The need", "Le besoin"),
        Beneficiaries = new("Who has it", "Qui l'éprouve"),
        Hypotheses = new("Solution hypotheses", "Hypothèses de solution"),
        Model = new("The model", "Le modèle"),
        NotWritten = new("Not written yet.", "Pas encore écrit."),
        Stakeholders = new("Who is mobilised", "Qui est mobilisé"),
        StakeholdersHelp =
            new(
                "How far each kind is mobilised, 0 to 3, beside what the stage needs.",
                "Niveau de mobilisation de chacun, de 0 à 3, au regard de ce que demande l'étape."
            ),
        Kind = new("Kind", "Type"),
        Level = new("Level", "Niveau"),
        Expected = new("Needed", "Attendu"),
        Who = new("Who", "Qui"),
        Enough = new("Enough", "Suffisant"),
        Short = new("{0} short", "Manque {0}"),
        Territories = new("Territories", "Territoires"),
        Adapted = new("Adapted: {0}", "Adapté : {0}"),
        CarriedBy = new("carried by {0}", "porté par {0}"),
        ClosedOn = new("closed on ", "clos le "),
        Territory = new("Territory", "Territoire"),
        ActsSince = new("Since", "Depuis"),
        Carrier = new("Carried by", "Porté par"),
        CarrierHelp =
            new(
                "By its name in the directory; left open where the project's own organisation carries it.",
                "Par son nom dans l'annuaire ; à laisser vide si c'est l'organisation du projet."
            ),
        MapOfTerritories = new("Projects by region", "Projets par région"),
        MapOfProject = new("Territories by region", "Territoires par région"),
        NoTerritory = new("No territory is named yet.", "Aucun territoire n'est encore nommé."),
        People = new("Held by, owned by", "Portefeuilles et porteurs"),
        Lead = new("lead", "chef de file"),
        CoFunder = new("co-funder", "cofinanceur"),
        NoOwner = new("Nobody owns it yet.", "Personne ne le porte encore."),
        AddOwner = new("Add an owner", "Ajouter un porteur"),
        AddOwnerHelp =
            new(
                "An owner describes the project and reports its passages.",
                "Un porteur décrit le projet et déclare ses passages."
            ),
        AddOwnerOfMembers =
            new(
                "An owner describes the project and reports its passages. Here stand the portfolio's members; an administrator can name anybody.",
                "Un porteur décrit le projet et déclare ses passages. Voici les membres du portefeuille ; un administrateur peut désigner toute personne."
            ),
        OwnerAdded = new("{0} owns the project now.", "{0} porte désormais le projet."),
        RemoveOwner = new("Remove", "Retirer"),
        RemoveOwnerQuestion =
            new(
                "{0} no longer describes the project nor reports its passages; what was done stays.",
                "{0} ne décrira plus le projet et n'en déclarera plus les passages ; ce qui a été fait demeure."
            ),
        OwnerRemoved = new("{0} no longer owns the project.", "{0} ne porte plus le projet."),
        Goals = new("Goals and domains", "Objectifs et domaines"),
        Reason = new("Reason:", "Motif :"),
        ReportedBy = new("Reported by {0},", "Déclaré par {0},"),
        DecidedBy = new("Decided by {0},", "Décidé par {0},"),
        Waiting = new("A report waits for a decision: {0}.", "Une déclaration attend une décision : {0}."),
        Withdraw = new("Withdraw the report", "Retirer la déclaration"),
        WithdrawQuestion =
            new(
                "The report is taken back; nothing of the project changes.",
                "La déclaration est retirée ; rien ne change au projet."
            ),
        Withdrawn = new("The report was withdrawn.", "La déclaration a été retirée."),
        NoMoves = new("The project has not moved yet.", "Le projet n'a pas encore bougé."),
        Moves = new("Passages", "Passages"),
        Changes = new("What changed", "Ce qui a changé"),
        ChangesHelp =
            new(
                "Every change to the project and to what belongs to it, newest first.",
                "Toutes les modifications du projet et de ce qui en dépend, les plus récentes d'abord."
            ),
        Older = new("Older", "Plus anciens"),
        Saved = new("The project is saved.", "Le projet est enregistré."),
        Made = new("The project is added.", "Le projet est ajouté."),
        New = new("A new project", "Nouveau projet"),
        Description = new("Description", "Description"),
        TakeOver = new("Who could take it over", "Qui pourrait prendre le relais"),
        HypothesesHelp = new("One a line.", "Une par ligne."),
        TerritoriesSaved = new("The territories are saved.", "Les territoires sont enregistrés."),
        StakeholdersSaved = new("The stakeholders are saved.", "Les parties prenantes sont enregistrées."),
        Stakeholder = new("Stakeholder", "Partie prenante"),
        OrganisationHelp =
            new(
                "As it is called in the directory. Where it is new, say below what it is, and it is added.",
                "Telle qu'elle est nommée dans l'annuaire. Si elle est nouvelle, précisez ci-dessous ce qu'elle est, et elle sera ajoutée."
            ),
        OrganisationUnknown =
            new(
                "There is no organisation {0}. If it is new, choose below what it is.",
                "Il n'y a pas d'organisation {0}. Si elle est nouvelle, choisissez ci-dessous ce qu'elle est."
            ),
        Void = new("Entered by mistake", "Saisi par erreur"),
        VoidAct = new("Take this project back", "Retirer ce projet"),
        VoidQuestion =
            new(
                "A project that should never have been entered, and to which nothing was delivered, leaves lists and figures from now on. What was recorded stays, and earlier views stay as they were. It cannot be undone.",
                "Un projet qui n'aurait jamais dû être saisi, et auquel rien n'a été versé, quitte désormais listes et chiffres. Ce qui a été enregistré demeure, et les vues antérieures restent telles quelles. C'est sans retour."
            ),
        Voided = new("The project {0} was taken back.", "Le projet {0} a été retiré."),
        StartedOnHelp =
            new(
                "Can be moved as long as nothing recorded is older.",
                "Peut être déplacé tant que rien d'enregistré n'est plus ancien."
            ),
        Hold = new("Let a portfolio take part", "Faire participer un portefeuille"),
        HoldHelp =
            new(
                "The portfolio holds the project from today on. Where it becomes the lead, the one that led until now stays as a co-funder. You choose among the portfolios that you manage.",
                "Le portefeuille porte le projet à partir d'aujourd'hui. S'il devient chef de file, celui qui l'était reste cofinanceur. Vous choisissez parmi les portefeuilles que vous gérez."
            ),
        HoldAs = new("As", "En tant que"),
        Held = new("{0} holds the project.", "{0} porte le projet."),
        EndHolding = new("End", "Mettre fin"),
        EndHoldingQuestion =
            new(
                "{0} leaves the project. Views of earlier days keep it, and the portfolio still closes the books of its own commitments.",
                "{0} quitte le projet. Les vues des jours antérieurs le conservent, et le portefeuille clôt encore les livres de ses propres engagements."
            ),
        EndedOnHelp =
            new(
                "The first day on which the portfolio does not hold the project.",
                "Premier jour où le portefeuille ne porte plus le projet."
            ),
        HoldingEnded = new("{0} has left the project.", "{0} a quitté le projet."),
        OrganisationNew = new("If it is new: what it is", "Si elle est nouvelle : ce qu'elle est");

    /// <summary>How long a stay was.</summary>
    public static Text Stayed(int count) =>
        Spelled.Of(
            count,
            new("{0} day in the phase that ended", "{0} jour dans la phase achevée"),
            new("{0} days in the phase that ended", "{0} jours dans la phase achevée")
        );
}
