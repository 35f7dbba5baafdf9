using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>How a project lives, how it is to live, and the way there.</summary>
internal static class EconomicWords
{
    public static readonly Text Title = new("Economic model", "Modèle économique"),
        Lead =
            new(
                "How the project lives today, how it is to live, and the way from one to the other: the difficulty lies in the passage.",
                "Comment le projet vit aujourd'hui, comment il doit vivre, et le chemin de l'un à l'autre : la difficulté est dans le passage."
            ),
        Money = new("Money by source", "Ressources par origine"),
        MoneyHelp =
            new(
                "Each source's share of all resources of a year, today and as aimed at.",
                "Part de chaque origine dans les ressources d'une année, aujourd'hui et à terme."
            ),
        Source = new("Source", "Origine"),
        Current = new("Today", "Aujourd'hui"),
        Target = new("Aimed at", "Visé"),
        EditCurrent = new("Today's model", "Modèle actuel"),
        EditTarget = new("The model aimed at", "Modèle visé"),
        Share = new("Share", "Part"),
        NoCurrent =
            new(
                "How the project lives today is not written yet.",
                "La façon dont vit le projet aujourd'hui n'est pas encore décrite."
            ),
        NoTarget =
            new(
                "How the project is to live is not written yet.",
                "La façon dont le projet doit vivre n'est pas encore décrite."
            ),
        NoMoney = new("No resources are written down yet.", "Aucune ressource n'est encore décrite."),
        People = new("People, in full-time equivalents", "Personnes, en équivalents temps plein"),
        Person = new("People", "Personnes"),
        NoPeople = new("Nobody is written down yet.", "Personne n'est encore décrit."),
        Alliances = new("Alliances that carry it", "Alliances qui le portent"),
        NoAlliances = new("None is named.", "Aucune n'est nommée."),
        Size = new("Size aimed at", "Dimension visée"),
        Trajectory = new("The way there", "Trajectoire"),
        TrajectoryHelp = new("Milestones towards the model aimed at.", "Jalons vers le modèle visé."),
        Milestone = new("Milestone", "Jalon"),
        NoTrajectory = new("No milestone is written down yet.", "Aucun jalon n'est encore décrit."),
        Done = new("Done", "Atteint"),
        Late = new("Late", "En retard"),
        Ahead = new("Ahead", "À venir"),
        Resources = new("Resources of a year", "Ressources d'une année"),
        Resource = new("Resource", "Ressource"),
        SizeHelp = new("All three, or none.", "Les trois, ou aucune."),
        Saved = new("The model is saved.", "Le modèle est enregistré."),
        Kind = new("Kind", "Nature"),
        SizeTerritories = new("Territories", "Territoires"),
        SizeBeneficiaries = new("Beneficiaries", "Bénéficiaires"),
        SizeCost = new("Cost of a year", "Coût annuel");
}
