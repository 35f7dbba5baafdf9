using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Alliances of projects.</summary>
internal static class AllianceWords
{
    public static readonly Text Title = new("Alliances", "Alliances"),
        Lead =
            new(
                "Actors of different kinds who act together, each with a gain of its own and all for the common good: a double impact.",
                "Des acteurs de natures différentes qui agissent ensemble, chacun avec un gain propre et tous pour l'intérêt général : un double impact."
            ),
        None = new("No alliance is recorded yet.", "Aucune alliance n'est encore enregistrée."),
        NoneHere = new("No alliance is as asked for.", "Aucune alliance ne correspond."),
        New = new("Add an alliance", "Ajouter une alliance"),
        NewTitle = new("A new alliance", "Nouvelle alliance"),
        Saved = new("The alliance is saved.", "L'alliance est enregistrée."),
        Added = new("The alliance is added.", "L'alliance est ajoutée."),
        DoubleImpact = new("Double impact", "Double impact"),
        CoResponsible = new("Jointly responsible", "Coresponsable"),
        Partners = new("Partners", "Partenaires"),
        Partner = new("Partner", "Partenaire"),
        NoPartner = new("No partner is named yet.", "Aucun partenaire n'est encore nommé."),
        Objectives = new("Objectives", "Objectifs"),
        Objective = new("Objective", "Objectif"),
        ObjectiveText = new("What for", "Pour quoi"),
        Axis = new("Axis", "Axe"),
        Gains = new("Gains", "Gains"),
        Gain = new("Gain", "Gain"),
        GainText = new("Which", "Lequel"),
        NoObjective = new("no objective yet", "pas encore d'objectif"),
        NoGain = new("no gain yet", "pas encore de gain"),
        CommonGood = new("Effects for the common good", "Effets pour l'intérêt général"),
        Effect = new("Effect", "Effet"),
        NoCommonGood = new("None is written down yet.", "Aucun n'est encore écrit."),
        Lasts = new("So far", "À ce jour"),
        Since = new("since", "depuis le"),
        Until = new("until", "jusqu'au"),
        Over = new("ended", "terminée"),
        Running = new("under way", "en cours"),
        State = new("State", "État"),
        UnderWay = new("Under way", "En cours"),
        NotUnderWay = new("Ended, or not begun", "Terminée, ou pas commencée"),
        Terms = new("What they share", "Ce qui est partagé"),
        ThirdParty = new("Trusted third party", "Tiers de confiance"),
        Form = new("Form", "Forme"),
        Category = new("Category", "Catégorie"),
        Dates = new("Dates", "Dates"),
        Met = new("Met", "Atteint"),
        NotMet = new("Not met", "Pas atteint"),
        ByCategory = new("By category", "Par catégorie"),
        ByForm = new("By form", "Par forme"),
        ByActorProfile = new("Who takes part", "Qui y prend part"),
        Organisations = new("Organisations", "Organisations"),
        Overlap =
            new(
                "An alliance of several categories counts in each: they add up to more than the total.",
                "Une alliance de plusieurs catégories compte dans chacune : la somme dépasse le total."
            ),
        InFrance = new("in France, 2015", "en France, 2015"),
        Evaluated = new("Named by an evaluation", "Citées par une évaluation");

    /// <summary>How long it lasts.</summary>
    public static Text Months(int count) =>
        Spelled.Of(count, new("{0} month", "{0} mois"), new("{0} months", "{0} mois"));

    /// <summary>Behind their number.</summary>
    public static Text Counted(int count) =>
        Spelled.Of(count, new("alliance", "alliance"), new("alliances", "alliances"));
}
