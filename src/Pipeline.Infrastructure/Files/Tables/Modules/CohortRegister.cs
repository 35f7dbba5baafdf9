using Pipeline.Application.Programmes;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Those who had been chosen for cohorts, and how far they had come.</summary>
internal static class CohortRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<CohortRow> Register = new(
        "Cohorts",
        new("Cohorts", "Promotions"),
        [
            new(
                "programme",
                new("Programme", "Programme"),
                new("Code of the programme.", "Code du programme."),
                CellKind.Text,
                16,
                r => r.ProgrammeCode
            ),
            new(
                "programmeName",
                new("Name of the programme", "Nom du programme"),
                new("As it is called.", "Tel qu'il s'appelle."),
                CellKind.Text,
                34,
                r => r.ProgrammeName
            ),
            new(
                "startsOn",
                new("Starts", "Début"),
                new("First day of the cohort.", "Premier jour de la promotion."),
                CellKind.Date,
                12,
                r => r.StartsOn
            ),
            new(
                "state",
                new("Cohort", "Promotion"),
                new("Where the cohort stands, by its dates.", "Où en est la promotion, d'après ses dates."),
                CellKind.Text,
                16,
                r => r.State
            ),
            new(
                "closedOn",
                new("Closed", "Close le"),
                new("From when on it is over.", "À partir de quand elle est terminée."),
                CellKind.Date,
                12,
                r => r.ClosedOn
            ),
            new(
                "capacity",
                new("Places", "Places"),
                new("How many have a place at once.", "Combien ont une place à la fois."),
                CellKind.Whole,
                9,
                r => r.Capacity
            ),
            new(
                "organisation",
                new("Organisation", "Organisation"),
                new("Who takes part.", "Qui participe."),
                CellKind.Text,
                34,
                r => r.Organisation
            ),
            new(
                "territory",
                new("Territory", "Territoire"),
                new("The territory that it animates.", "Le territoire qu'elle anime."),
                CellKind.Text,
                28,
                r => r.Territory
            ),
            new(
                "nature",
                new("Nature", "Nature"),
                new("What the organisation is.", "Ce qu'est l'organisation."),
                CellKind.Text,
                24,
                r => r.Nature
            ),
            new(
                "participants",
                new("Participants", "Participants"),
                new("One or two functions.", "Une ou deux fonctions."),
                CellKind.Text,
                34,
                r => r.Participants
            ),
            new(
                "project",
                new("Project", "Projet"),
                new("Code of the project that it takes part with.", "Code du projet avec lequel elle participe."),
                CellKind.Text,
                18,
                r => r.ProjectCode
            ),
            new(
                "status",
                new("Status", "Statut"),
                new("Where it stands, by what happened.", "Où elle en est, d'après ce qui s'est passé."),
                CellKind.Text,
                18,
                r => r.Status
            ),
            new("since", new("Since", "Depuis"), new("Since when.", "Depuis quand."), CellKind.Date, 12, r => r.Since),
            new(
                "reason",
                new("Reason", "Motif"),
                new("Why it left, or came back.", "Pourquoi elle est partie, ou revenue."),
                CellKind.Text,
                40,
                r => r.Reason
            ),
            new(
                "sessionsAttended",
                new("Sessions attended", "Sessions suivies"),
                new("At how many sessions it was.", "À combien de sessions elle était."),
                CellKind.Whole,
                11,
                r => r.SessionsAttended
            ),
            new(
                "sessionsMissed",
                new("Sessions missed", "Sessions manquées"),
                new("At how many it was not.", "À combien elle n'était pas."),
                CellKind.Whole,
                11,
                r => r.SessionsMissed
            ),
            new(
                "coachings",
                new("Coachings", "Coachings"),
                new("How many took place.", "Combien ont eu lieu."),
                CellKind.Whole,
                11,
                r => r.Coachings
            ),
            File("practiceReview", new("Review of practices", "Bilan des pratiques"), r => r.PracticeReview),
            File("coherence", new("Coherence", "Cohérence"), r => r.Coherence),
            File("roadmap", new("Road map", "Feuille de route"), r => r.Roadmap),
            File("results", new("Results shared", "Partage des résultats"), r => r.Results),
            new(
                "id",
                new("Id", "Id"),
                new("Of the participation.", "De la participation."),
                CellKind.Text,
                38,
                r => r.Id.ToString()
            ),
            new(
                "cohortId",
                new("Cohort id", "Id de la promotion"),
                new("Of the cohort.", "De la promotion."),
                CellKind.Text,
                38,
                r => r.CohortId.ToString()
            ),
        ]
    );

    private static Column<CohortRow> File(string name, Text heading, Func<CohortRow, bool> handedIn) =>
        new(
            name,
            heading,
            new("Whether this milestone file was handed in.", "Si ce dossier d'étape a été remis."),
            CellKind.Text,
            12,
            r => Answers.Of(handedIn(r))
        );
}
