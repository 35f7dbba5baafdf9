using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Risks of passages, and what passages have taught.</summary>
internal static class RiskWords
{
    public static readonly Text Title = new("Risks", "Risques"),
        Lead =
            new(
                "Each passage has a risk of its own, for the project's holder as for the investor. A gate asks that none of its risks is without an answer.",
                "Chaque passage comporte un risque propre, pour le porteur comme pour l'investisseur. Une condition de passage demande qu'aucun de ses risques ne reste sans réponse."
            ),
        Open = new("Open risks", "Risques ouverts"),
        Closed = new("Closed risks", "Risques clos"),
        None = new("No risk is written down yet.", "Aucun risque n'est encore décrit."),
        NoneOpen = new("No risk is open.", "Aucun risque n'est ouvert."),
        NoneHere = new("No open risk is as asked for.", "Aucun risque ouvert ne correspond."),
        Edit = new("Edit the risks", "Modifier les risques"),
        Saved = new("The risks are saved.", "Les risques sont enregistrés."),
        Risk = new("Risk", "Risque"),
        Passage = new("Passage", "Passage"),
        Weight = new("Weight", "Poids"),
        WeightHelp =
            new(
                "Weight is likelihood times severity, from 1 to 9.",
                "Le poids est la vraisemblance multipliée par la gravité, de 1 à 9."
            ),
        Of = new("{0} × {1}", "{0} × {1}"),
        Answer = new("Answer", "Réponse"),
        NoAnswer = new("No answer yet", "Pas encore de réponse"),
        Owner = new("Who sees to it", "Qui s'en occupe"),
        OwnerHelp = new("A function, not a person's name.", "Une fonction, pas le nom d'une personne."),
        Code = new("Of the list", "De la liste"),
        Own = new("Or in your own words", "Ou en vos propres mots"),
        OwnHelp =
            new("Either one of the list, or your own words.", "Soit un risque de la liste, soit vos propres mots."),
        Likelihood = new("Likelihood, 1 to 3", "Vraisemblance, de 1 à 3"),
        Severity = new("Severity, 1 to 3", "Gravité, de 1 à 3"),
        ClosedOn = new("Closed on", "Clos le"),
        Lever = new("Lever that answers it", "Levier qui y répond"),
        Unanswered = new("without an answer", "sans réponse"),
        ByPassage = new("By passage and weight", "Par passage et par poids"),
        Lessons = new("Lessons", "Enseignements"),
        LessonsLead =
            new(
                "What passages have taught, the newest first: what the next territory should know.",
                "Ce que les passages ont appris, du plus récent au plus ancien : ce que le prochain territoire devrait savoir."
            ),
        NoLessons = new("No lesson is as asked for.", "Aucun enseignement ne correspond."),
        LessonsSearch = new("Search the lessons", "Rechercher dans les enseignements"),
        LessonsLabel =
            new(
                "Lessons: what the next territory should know",
                "Enseignements : ce que le prochain territoire devrait savoir"
            );

    /// <summary>Behind their number.</summary>
    public static Text Counted(int count) =>
        Spelled.Of(count, new("open risk", "risque ouvert"), new("open risks", "risques ouverts"));
}
