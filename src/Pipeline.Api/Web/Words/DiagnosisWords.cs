using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>How a project places itself.</summary>
internal static class DiagnosisWords
{
    public static readonly Text Title = new("Self-diagnosis", "Autodiagnostic"),
        Help =
            new(
                "How those who carry the project place it, by section and never as one figure. Only its owners and managers see the answers.",
                "Comment celles et ceux qui portent le projet le situent, par section et jamais en un seul chiffre. Seuls ses porteurs et gestionnaires voient les réponses."
            ),
        Questionnaire = new("Questionnaire", "Questionnaire"),
        Section = new("Section", "Section"),
        Position = new("Where the answers are", "Où en sont les réponses"),
        Former = new("Before, of what was answered both times", "Avant, pour ce qui a été répondu les deux fois"),
        Changed = new("since then {0} higher, {1} lower", "depuis : {0} plus haut, {1} plus bas"),
        Answered = new("Answered", "Réponses"),
        AnsweredOf = new("{0} of {1}", "{0} sur {1}"),
        Gaps = new("What is not practised yet, and what helps", "Ce qui n'est pas encore pratiqué, et ce qui aide"),
        NoGaps = new("Everything that was answered is practised.", "Tout ce qui a été répondu est pratiqué."),
        None = new("Nobody has answered this questionnaire yet.", "Personne n'a encore répondu à ce questionnaire."),
        Answer = new("Answer the questionnaire", "Répondre au questionnaire"),
        Save = new("Save the answers", "Enregistrer les réponses"),
        Saved = new("The answers are saved.", "Les réponses sont enregistrées."),
        Earlier = new("Earlier answers", "Réponses précédentes"),
        Note = new("To be remembered", "À retenir"),
        Recurring = new("Gaps that recur", "Manques récurrents"),
        RecurringHelp =
            new(
                "What several projects do not practise yet. Never whose it is, and nothing before five projects have answered.",
                "Ce que plusieurs projets ne pratiquent pas encore. Jamais lesquels, et rien avant que cinq projets aient répondu."
            ),
        TooFew =
            new(
                "{0} of the {1} projects that it takes have answered.",
                "Projets qui ont répondu : {0} sur les {1} qu'il faut."
            ),
        NothingRecurs = new("No gap recurs.", "Aucun manque ne revient."),
        Touches = new("Condition of a passage that it touches", "Condition de passage touchée"),
        ByQuestion = new("Question by question", "Question par question"),
        OfProjects = new("{0} projects have answered.", "Projets qui ont répondu : {0}."),
        Gap = new("Not practised yet", "Pas encore pratiqué"),
        Times = new("Projects", "Projets");
}
