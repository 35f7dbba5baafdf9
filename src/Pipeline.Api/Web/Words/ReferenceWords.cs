using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Reference data: needs by phase and lever, published figures, and what is fixed.</summary>
internal static class ReferenceWords
{
    public static readonly Text Needs = new("What each phase needs", "Ce dont chaque phase a besoin"),
        NeedsHelp =
            new(
                "How much a phase needs of each lever, from 0 (none) to 3 (strong). Dashboards compare the money with it.",
                "Le besoin de chaque levier par phase, de 0 (aucun) à 3 (fort). Les tableaux de bord y comparent l'argent."
            ),
        NeedsSaved = new("The needs are saved.", "Les besoins sont enregistrés."),
        Why = new("Why", "Pourquoi"),
        Figures = new("Published figures", "Chiffres publiés"),
        FiguresHelp =
            new(
                "What shares are shown beside on dashboards, each with its source.",
                "Ce à quoi les parts sont comparées sur les tableaux de bord, avec leur source."
            ),
        Share = new("Share", "Part"),
        Denominator = new("A share of what", "Part de quoi"),
        Source = new("Source", "Source"),
        EditFigures = new("Change the published figures", "Modifier les chiffres publiés"),
        EditHelp =
            new(
                "In both languages, since everybody reads them.",
                "Dans les deux langues, puisque tout le monde les lit."
            ),
        FiguresSaved = new("The figures are saved.", "Les chiffres sont enregistrés."),
        Figure = new("Figure", "Chiffre"),
        AllianceKinds = new("Kinds of alliances", "Types d'alliances"),
        AllianceKindsHelp =
            new(
                "What the form of an alliance offers, by category. What names a kind that is taken away keeps it.",
                "Ce que propose le formulaire d'une alliance, par catégorie. Ce qui porte un type retiré le garde."
            ),
        EditAllianceKinds = new("Change the kinds of alliances", "Modifier les types d'alliances"),
        Risks = new("Risks that are offered", "Risques proposés"),
        RisksHelp =
            new(
                "What the list of a project's risks offers, by passage. What names a risk that is taken away keeps it.",
                "Ce que propose la liste des risques d'un projet, par passage. Ce qui porte un risque retiré le garde."
            ),
        EditRisks = new("Change the risks that are offered", "Modifier les risques proposés"),
        Entry = new("Entry", "Entrée"),
        EntriesHelp = new("In the order in which they are offered.", "Dans l'ordre où elles sont proposées."),
        Category = new("Category", "Catégorie"),
        ListSaved = new("The list is saved.", "La liste est enregistrée."),
        Ratio = new("Shown beside", "Comparé à"),
        Percent = new("Share, per cent", "Part, en pour cent"),
        NameEn = new("Name in English", "Nom en anglais"),
        NameFr = new("Name in French", "Nom en français"),
        OfEn = new("A share of what, in English", "Part de quoi, en anglais"),
        OfFr = new("A share of what, in French", "Part de quoi, en français"),
        Who = new("Who is mobilised when", "Qui est mobilisé, quand"),
        WhoHelp =
            new(
                "How far each kind of stakeholder should be mobilised, from 0 to 3, by stage. From the field's own study; it is not edited.",
                "Jusqu'où chaque type de partie prenante devrait être mobilisé, de 0 à 3, par étape. Tiré de l'étude du domaine ; non modifiable."
            ),
        Kind = new("Stakeholder", "Partie prenante");
}
