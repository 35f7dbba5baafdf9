using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Programmes;

/// <summary>What programmes, their cohorts and those who take part refuse of their own.</summary>
public static class ProgrammeRefusals
{
    public static readonly Refusal InvalidSessionCode = Refusal.Invalid(
        "invalid_session_code",
        new(
            "'{0}' cannot stand in an address: letters, digits, - and _ are expected, for example S1.",
            "« {0} » ne peut pas figurer dans une adresse : des lettres, des chiffres, - et _ sont attendus, par exemple S1."
        ),
        "A session's code cannot stand in an address."
    );

    public static readonly Refusal MonthsOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A path takes 1 to {0} months.", "Un parcours dure de 1 à {0} mois.")
    );

    public static readonly Refusal MonthBeyondPath = CommonRefusals.TooEarly.Saying(
        new(
            "The path has {0} months: a session is in one from 1 to {0}.",
            "Le parcours dure {0} mois : une session a lieu dans un mois de 1 à {0}."
        )
    );

    public static readonly Refusal CodeTaken = ProjectRefusals.CodeTaken.Saying(
        new("The portfolio has a programme {0} already.", "Le portefeuille a déjà un programme {0}.")
    );

    public static readonly Refusal PortfolioStays = Refusal.Invalid(
        "portfolio_stays",
        new(
            "A programme stays with the portfolio that offers it.",
            "Un programme reste au portefeuille qui le propose."
        )
    );

    public static readonly Refusal CapacityOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A cohort has 1 to {0} places.", "Une promotion compte de 1 à {0} places.")
    );

    public static readonly Refusal CohortFull = Refusal.Refused(
        "cohort_full",
        new(
            "The cohort has {0} places, and {1} would be taken.",
            "La promotion compte {0} places, et {1} seraient prises."
        ),
        "The cohort has no place left."
    );

    public static readonly Refusal CohortClosed = Refusal.Refused(
        "cohort_closed",
        new(
            "The cohort was closed on {0:yyyy-MM-dd}: nothing happens in it after that.",
            "La promotion a été close le {0:yyyy-MM-dd} : rien ne s'y passe après."
        ),
        "The cohort was closed before that day."
    );

    public static readonly Refusal UnknownParticipation = Refusal.Invalid(
        "unknown_participation",
        new("The cohort has no participation {0}.", "La promotion n'a pas de participation {0}."),
        "The cohort has no such participation."
    );

    public static readonly Refusal AlreadyChosen = Refusal.Refused(
        "already_chosen",
        new(
            "This organisation was chosen for this territory already.",
            "Cette organisation est déjà sélectionnée pour ce territoire."
        )
    );

    public static readonly Refusal ProjectNotHeld = Refusal.Invalid(
        "project_not_held",
        new("The portfolio holds no project {0}.", "Le portefeuille ne détient pas de projet {0}."),
        "The portfolio holds no such project."
    );

    public static readonly Refusal OneOrTwo = Refusal.Invalid(
        "participants_one_or_two",
        new(
            "One or two people take part, each by a function.",
            "Une ou deux personnes participent, chacune par sa fonction."
        )
    );

    public static readonly Refusal BeforeLastStep = DocumentRefusals.DatesReversed.Saying(
        new(
            "{0} is {1:yyyy-MM-dd}, before what happened last ({2:yyyy-MM-dd}).",
            "{0} vaut {1:yyyy-MM-dd}, avant ce qui s'est passé en dernier ({2:yyyy-MM-dd})."
        )
    );

    public static readonly Refusal StatusNotNext = Refusal.Refused(
        "status_not_next",
        new("“{0}” does not follow “{1}”; what can follow: {2}.", "« {0} » ne suit pas « {1} » ; peut suivre : {2}."),
        "The status does not follow the one before."
    );

    public static readonly Refusal SelectedFirst = StatusNotNext.Saying(
        new("A participation begins with being chosen.", "Une participation commence par la sélection.")
    );

    public static readonly Refusal MilestoneFilesMissing = Refusal.Refused(
        "milestone_files_missing",
        new(
            "A path is finished with all four milestone files; by that day these are missing: {0}.",
            "Un parcours est achevé avec les quatre dossiers d'étape ; ce jour-là manquent : {0}."
        ),
        "A path is finished with all four milestone files."
    );

    public static readonly Refusal ProjectWanted = Refusal.Invalid(
        "project_wanted",
        new(
            "A document is a project's, and this participation has none: give an address.",
            "Un document est celui d'un projet, et cette participation n'en a pas : donnez une adresse."
        )
    );

    public static readonly Refusal ProjectInUse = Refusal.Refused(
        "project_in_use",
        new(
            "Milestone files are documents of the project: it stays.",
            "Des dossiers d'étape sont des documents du projet : il reste."
        )
    );

    public static readonly Refusal CatalystKnown = Refusal.Refused(
        "catalyst_known",
        new("This organisation is in the register already.", "Cette organisation est déjà dans le registre.")
    );

    public static readonly Refusal OrganisationStays = Refusal.Invalid(
        "organisation_stays",
        new("An entry stays with its organisation.", "Une fiche reste à son organisation.")
    );
}
