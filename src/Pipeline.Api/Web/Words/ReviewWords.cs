using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Web.Words;

/// <summary>What waits for a decision.</summary>
internal static class ReviewWords
{
    public static readonly Text Queue = new("Reports that wait", "Déclarations en attente"),
        Nothing = new("No report waits for a decision.", "Aucune déclaration n'attend de décision."),
        OldestFirst =
            new(
                "Oldest first. The gate is judged as of now.",
                "Les plus anciennes d'abord. Les conditions sont évaluées à l'instant."
            ),
        OldestOf =
            new(
                "The {0} oldest of {1} are shown; what is decided makes room for the next.",
                "Les {0} plus anciennes sur {1} sont affichées ; ce qui est tranché laisse la place aux suivantes."
            ),
        Move = new("Move", "Passage"),
        Waiting = new("Waiting", "En attente"),
        Days = new("{0} days", "{0} jours"),
        OneDay = new("1 day", "1 jour"),
        SinceToday = new("since today", "depuis aujourd'hui"),
        Gate = new("Gate now", "Conditions"),
        NoGate = new("None asked", "Aucune"),
        Ready = new("All met", "Toutes remplies"),
        Missing = new("{0} missing", "Manque : {0}"),
        Waived = new("{0} to waive", "Dérogations : {0}"),
        Review = new("Review", "Examiner"),
        Own = new("Yours: somebody else decides", "La vôtre : une autre personne décide"),
        NotYours = new("Its managers decide", "Ses gestionnaires décident"),
        Report = new("The report", "La déclaration"),
        ToProject = new("Open the project", "Ouvrir le projet"),
        Happened = new("What happened", "Ce qui s'est passé"),
        NoNarrative = new("Nothing was written about it.", "Rien n'a été écrit à ce sujet."),
        Evidence = new("Evidence", "Justificatifs"),
        TakeOver = new("Taken over as", "Relais sous forme de"),
        AskedWaivers = new("Waivers that are asked for", "Dérogations demandées"),
        Grant = new("Grant a waiver", "Accorder une dérogation"),
        GrantHelp =
            new(
                "With an approval only: why the project may pass although this is not met.",
                "Avec une approbation seulement : pourquoi le projet peut passer bien que ceci ne soit pas rempli."
            ),
        GateAsNow = new("The gate, as judged now", "Les conditions, évaluées à l'instant"),
        Decision = new("Your decision", "Votre décision"),
        DecideButton = new("Decide", "Trancher"),
        Reason = new("Reason", "Motif"),
        ReasonHelp =
            new(
                "Needed to return or decline; whoever reported reads it.",
                "Nécessaire pour demander des modifications ou refuser ; l'auteur de la déclaration le lira."
            ),
        Gone = new("This report no longer waits: {0}.", "Cette déclaration n'attend plus : {0}."),
        NotThere = new("It no longer waits for a decision.", "Elle n'attend plus de décision."),
        Bulk = new("For all that are chosen", "Pour toutes les déclarations choisies"),
        BulkHelp =
            new(
                "Each is judged by itself: what is refused leaves the others alone, and stays in the list.",
                "Chacune est jugée séparément : ce qui est refusé ne touche pas les autres et reste dans la liste."
            ),
        BulkButton = new("Decide the chosen ones", "Trancher les déclarations choisies"),
        DecidedOf = new("{0} of {1} decided.", "{0} sur {1} tranchées."),
        NotDecided = new("Not decided – {0}: {1}", "Non tranchée – {0} : {1}"),
        MoreRefused = new("and {0} more, which stay in the list.", "et {0} de plus, qui restent dans la liste."),
        Mine = new("Your own reports", "Vos propres déclarations"),
        MineHelp =
            new(
                "What waits for somebody else, and what came back to you.",
                "Ce qui attend une autre personne, et ce qui vous est revenu."
            ),
        ReturnedWhy = new("Came back: {0}", "Revenue : {0}");

    private static readonly Dictionary<DecisionKind, Text> Done = new()
    {
        [DecisionKind.Approve] = new("{0}: approved, it has taken effect.", "{0} : approuvé, le passage a pris effet."),
        [DecisionKind.ReturnForChanges] = new("{0}: returned for changes.", "{0} : renvoyé pour modifications."),
        [DecisionKind.Decline] = new("{0}: declined.", "{0} : refusé."),
    };

    /// <summary>What was decided of a project's report.</summary>
    public static Text Decided(DecisionKind decision, string project) => Done[decision].With(project);

    /// <summary>What waits, behind its number.</summary>
    public static Text Counted(int count) =>
        count == 1 ? new("report", "déclaration") : new("reports", count == 0 ? "déclaration" : "déclarations");

    /// <summary>How many wait, behind the word of the menu, for whoever hears it.</summary>
    public static Text InMenu(int count) =>
        Spelled.Of(
            count,
            new(": {0} report waits", " : {0} déclaration en attente"),
            new(": {0} reports wait", " : {0} déclarations en attente")
        );

    /// <summary>How long something waits.</summary>
    public static Text Wait(int days) =>
        days switch
        {
            0 => SinceToday,
            1 => OneDay,
            _ => Days.With(days),
        };
}
