using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Web.Words;

/// <summary>Impacts of projects, each with its clock.</summary>
internal static class ImpactWords
{
    public static readonly Text Title = new("Impacts", "Impacts"),
        Lead =
            new(
                "What the project is to bring about. Each kind has its own clock: too early is never a failure, and what can be judged is never late.",
                "Ce que le projet doit permettre. Chaque nature a son propre temps : trop tôt n'est jamais un échec, et ce qui peut être constaté n'est jamais en retard."
            ),
        None = new("No impact is recorded yet.", "Aucun impact n'est encore enregistré."),
        NoneHere = new("No impact is as asked for.", "Aucun impact ne correspond."),
        New = new("Add an impact", "Ajouter un impact"),
        NewTitle = new("A new impact", "Nouvel impact"),
        Added = new("The impact is added.", "L'impact est ajouté."),
        Saved = new("The impact is saved.", "L'impact est enregistré."),
        Clock = new("When each can be judged", "Quand chacun peut être constaté"),
        Impact = new("Impact", "Impact"),
        State = new("State", "État"),
        TooEarly = new("Too early: from", "Trop tôt : à partir du"),
        Due = new("Can be judged since", "Peut être constaté depuis le"),
        Next = new("next season", "prochaine saison"),
        KeyEarly = new("time before it can be judged", "temps avant de pouvoir constater"),
        KeyAfter = new("time since it can", "temps écoulé depuis"),
        KeyHorizon = new("from here it can be judged", "à partir d'ici, on peut constater"),
        KeySign = new("a sign, before that", "un signe, avant cela"),
        KeyReading = new("a reading", "un constat"),
        About = new("What it is", "De quoi il s'agit"),
        Facet = new("Facet", "Facette"),
        FacetHelp = new("One of its kind.", "Une de sa nature."),
        Kind = new("Kind", "Nature"),
        Foreseen = new("How it was looked for", "Manière dont il était attendu"),
        Level = new("Where it shows", "Où il se manifeste"),
        Since = new("Its clock runs from", "Son temps court depuis le"),
        Alliance = new("Alliance that brings it about", "Alliance qui le porte"),
        IndicatorsHelp =
            new(
                "Codes of indicators that show it, one a line.",
                "Codes des indicateurs qui le montrent, un par ligne."
            ),
        Readings = new("Readings", "Constats"),
        NoReadings = new("Nobody has looked yet.", "Personne n'a encore constaté."),
        Sign = new("a sign", "un signe"),
        Read = new("Record a reading", "Enregistrer un constat"),
        ReadHelp =
            new(
                "Before {0} a reading is a sign, and no result.",
                "Avant le {0}, un constat est un signe, et non un résultat."
            ),
        Outcome = new("What was found", "Ce qui est constaté"),
        On = new("Looked on", "Constaté le"),
        Note = new("What was seen", "Ce qui a été vu"),
        Recorded = new("The reading is recorded.", "Le constat est enregistré."),
        Evaluation = new("Evaluation that found it", "Évaluation qui l'a constaté"),
        By = new("by {0}", "par {0}"),
        ByKind = new("By kind, and where they stand", "Par nature, et où ils en sont"),
        ByForeseen = new("How they were looked for", "Manière dont ils étaient attendus"),
        NextDue = new("To be judged next", "Prochains constats"),
        Total = new("Impacts", "Impacts");

    /// <summary>Behind their number.</summary>
    public static Text Counted(int count) => Spelled.Of(count, new("impact", "impact"), new("impacts", "impacts"));

    /// <summary>How long a kind takes.</summary>
    public static Text Horizon(ImpactKind kind) =>
        kind switch
        {
            ImpactKind.Performance => new("18 months", "18 mois"),
            ImpactKind.Innovation => new("a cycle of 7 years", "un cycle de 7 ans"),
            _ => new("28 years, in seasons of 7", "28 ans, par saisons de 7"),
        };
}
