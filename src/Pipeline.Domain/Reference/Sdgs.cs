namespace Pipeline.Domain.Reference;

/// <summary>The seventeen Sustainable Development Goals, with the United Nations' own short titles (ECO).</summary>
public static class Sdgs
{
    /// <summary>The lowest and highest numbers.</summary>
    public const int First = 1,
        Last = 17;

    /// <summary>All goals, by number.</summary>
    public static IReadOnlyList<Sdg> All { get; } =
    [
        new(1, new("No Poverty", "Pas de pauvreté")),
        new(2, new("Zero Hunger", "Faim « zéro »")),
        new(3, new("Good Health and Well-Being", "Bonne santé et bien-être")),
        new(4, new("Quality Education", "Éducation de qualité")),
        new(5, new("Gender Equality", "Égalité entre les sexes")),
        new(6, new("Clean Water and Sanitation", "Eau propre et assainissement")),
        new(7, new("Affordable and Clean Energy", "Énergie propre et d'un coût abordable")),
        new(8, new("Decent Work and Economic Growth", "Travail décent et croissance économique")),
        new(9, new("Industry, Innovation and Infrastructure", "Industrie, innovation et infrastructure")),
        new(10, new("Reduced Inequalities", "Inégalités réduites")),
        new(11, new("Sustainable Cities and Communities", "Villes et communautés durables")),
        new(12, new("Responsible Consumption and Production", "Consommation et production responsables")),
        new(13, new("Climate Action", "Mesures relatives à la lutte contre les changements climatiques")),
        new(14, new("Life Below Water", "Vie aquatique")),
        new(15, new("Life on Land", "Vie terrestre")),
        new(16, new("Peace, Justice and Strong Institutions", "Paix, justice et institutions efficaces")),
        new(17, new("Partnerships for the Goals", "Partenariats pour la réalisation des objectifs")),
    ];

    /// <summary>The goal with this number; null when there is none.</summary>
    public static Sdg? Find(int number) => number is >= First and <= Last ? All[number - 1] : null;
}
