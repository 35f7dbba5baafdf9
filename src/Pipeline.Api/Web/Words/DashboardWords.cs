using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Web.Words;

/// <summary>A portfolio's dashboard.</summary>
internal static class DashboardWords
{
    public static readonly Text AsOf = new("As of", "Au"),
        KnownAt = new("as known on", "tel que connu le"),
        Frozen =
            new(
                "This view is frozen: it shows what was known then, and will always show the same.",
                "Cette vue est figée : elle montre ce qui était connu alors, et montrera toujours la même chose."
            ),
        ToPresent = new("To the present", "Revenir au présent"),
        Ledger = new("Ledger", "Livre"),
        Excel = new("Excel", "Excel"),
        Print = new("Print", "Imprimer"),
        CopyFrozen = new("Copy frozen link", "Copier le lien figé"),
        Copied = new("Link copied", "Lien copié"),
        Projects = new("Projects", "Projets"),
        ByPhase = new("Projects by phase", "Projets par phase"),
        Phase = new("Phase", "Phase"),
        Now = new("Now", "Actuels"),
        Ever = new("Ever", "Passés par là"),
        WentOn = new("Went on", "Ont poursuivi"),
        OfPlanned = new("of what is planned", "du prévu"),
        OfCommitted = new("of what is committed", "de l'engagé"),
        Breakdown = new("Goals, domains, regions", "Objectifs, domaines, régions"),
        Total = new("Total", "Total"),
        Shares = new("Two shares that decide", "Deux parts qui décident"),
        Target = new("Target", "Cible"),
        Ceiling = new("Ceiling", "Plafond"),
        Others = new("What others reach ({0})", "Ce qu'atteignent les autres ({0})"),
        Mix = new("Lever mix beside the needs", "Dosage des leviers et besoins"),
        MixHelp =
            new(
                "Each lever's share of what its phase gets; the line marks what the phase needs.",
                "La part de chaque levier dans ce que reçoit la phase ; le trait marque ce dont la phase a besoin."
            ),
        Needs = new("needs", "besoin"),
        TimeInPhase = new("Time in phase", "Temps passé par phase"),
        TimeInPhaseHelp =
            new(
                "Days of the stays that ended, pauses left out: half took at most the first figure, nine in ten at most the second.",
                "Jours des séjours terminés, hors pauses : la moitié a pris au plus le premier chiffre, neuf sur dix au plus le second."
            ),
        Stays = new("Stays", "Séjours"),
        Median = new("Half", "La moitié"),
        P90 = new("Nine in ten", "Neuf sur dix"),
        ByMonth = new("Moves by month", "Passages par mois"),
        ByMonthHelp =
            new(
                "The last 24 months; months without any are left out.",
                "Les 24 derniers mois ; ceux sans passage sont omis."
            ),
        NoMoves = new("No project moved in the last 24 months.", "Aucun passage ces 24 derniers mois."),
        Month = new("Month", "Mois"),
        Moves = new("Moves", "Passages"),
        Which = new("Which", "Lesquels"),
        Sdg = new("Sustainable development goals", "Objectifs de développement durable"),
        Domain = new("Domains", "Domaines"),
        Region = new("Regions", "Régions"),
        BreakdownHelp =
            new(
                "A project with several counts in each; its money is divided evenly among them.",
                "Un projet qui en a plusieurs compte dans chacun ; son argent est réparti également."
            ),
        Instruments = new("Money by instrument", "Argent par instrument"),
        What = new("What", "Quoi"),
        Rest = new("{0} more", "{0} de plus"),
        Attention = new("To look at", "À regarder"),
        NothingToLookAt = new("Nothing calls for attention.", "Rien n'appelle l'attention."),
        More = new("and {0} more", "et {0} de plus"),
        Project = new("Project", "Projet"),
        Why = new("Why", "Pourquoi"),
        NoProjects = new("This portfolio holds no project yet.", "Ce portefeuille ne compte encore aucun projet."),
        ImportFile = new("Import a file", "Importer un fichier"),
        AddProject = new("Add a project", "Ajouter un projet"),
        PrintFoot = new("{0} · as of {1} · known on {2}", "{0} · au {1} · connu le {2}");

    private static readonly Dictionary<string, Text> Kinds = new()
    {
        ["capacity_building_missed"] = new("Too little capacity building", "Trop peu de renforcement des capacités"),
        ["evaluation_missed"] = new("Evaluation over its ceiling", "Évaluation au-delà du plafond"),
        ["phase_overdue"] = new("Unusually long in a phase", "Exceptionnellement longtemps dans une phase"),
        ["review_overdue"] = new("Waits for a decision", "En attente de décision"),
        ["commitment_undelivered"] = new("Promised and not delivered", "Engagé et non versé"),
        ["agreement_short"] = new("Agreement under three years", "Convention de moins de trois ans"),
        ["agreement_exit_missing"] = new("No exit planned", "Sortie non prévue"),
        ["agreement_ending"] = new("Agreement about to end", "Convention bientôt terminée"),
        ["alliance_partner_gone"] = new("A partner has left", "Un partenaire est parti"),
        ["alliance_short"] = new("Alliance planned for a short time", "Alliance prévue pour peu de temps"),
        ["trajectory_late"] = new("Milestones are late", "Jalons en retard"),
        ["report_late"] = new("Progress reports are late", "Comptes rendus en retard"),
        ["impact_due"] = new("An impact can be judged", "Un impact peut être constaté"),
        ["indicator_unread"] = new("A target's day has come", "Le jour d'une cible est venu"),
        ["evaluation_due"] = new("An evaluation is near", "Une évaluation approche"),
        ["evaluation_late"] = new("A planned evaluation is late", "Une évaluation prévue est en retard"),
        ["catalyst_is_operator"] = new("A catalyst is operator too", "Un catalyseur est aussi opérateur"),
        ["warnings_open"] = new("Open before the next phase", "En suspens avant la phase suivante"),
    };

    private static readonly Text Ledgers = new("Money by phase and lever: {0}", "Argent par phase et par levier : {0}");

    /// <summary>The heading of the money on one ledger.</summary>
    public static Text Money(Basis basis) =>
        Ledgers.With(new Text(Labels.Of(basis).En.ToLowerInvariant(), Labels.Of(basis).Fr.ToLowerInvariant()));

    /// <summary>Projects of a standing, behind their number.</summary>
    public static Text Standing(Pipeline.Domain.Phases.Standing standing, int count) =>
        standing switch
        {
            Pipeline.Domain.Phases.Standing.Active => new("active", count > 1 ? "actifs" : "actif"),
            Pipeline.Domain.Phases.Standing.OnHold => new("on hold", "en pause"),
            Pipeline.Domain.Phases.Standing.Adopted => new("adopted", count > 1 ? "adoptés" : "adopté"),
            _ => new("stopped", count > 1 ? "arrêtés" : "arrêté"),
        };

    /// <summary>What a kind of move is called, by its code.</summary>
    public static Text Trigger(string code) =>
        Codes.TryParse<Pipeline.Domain.Projects.Trigger>(code, out var trigger) ? Labels.Of(trigger) : Text.Same(code);

    /// <summary>What a kind of attention is called.</summary>
    public static Text Kind(string code) => Kinds.GetValueOrDefault(code) ?? Text.Same(code);
}
