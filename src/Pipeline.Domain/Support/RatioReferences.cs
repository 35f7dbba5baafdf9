using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>
/// The references as first installed (RC 5-2). An administrator can edit them: the figures in force are the stored ones.
/// That both ratios together come to about a third of a project (10 % and 22 %) explains them and is no reference itself.
/// </summary>
public static class RatioReferences
{
    private const string Report =
        "Le RAMEAU, Regards croisés chercheurs-praticiens sur les impacts des alliances innovantes, 2019, 5-2";

    // The report compares these shares without defining a base for each of them.
    private static readonly Text AsQuoted = new(
        "All investment, as the report quotes it",
        "L'ensemble de l'investissement, tel que le rapport le cite"
    );

    private static readonly Text AllLevers = new("All four support levers", "Les quatre leviers de soutien");

    /// <summary>All defaults, by ratio and then by rising share.</summary>
    public static IReadOnlyList<RatioReference> Defaults { get; } =
    [
        new(
            "societalInnovationsFrance",
            0.02m,
            new("Societal innovations, average in France", "Innovations sociétales, moyenne en France"),
            Report,
            AsQuoted,
            RatioKind.CapacityBuilding
        ),
        new(
            "ag2rLaMondialeFund",
            0.17m,
            new("AG2R LA MONDIALE's innovation fund", "Fonds d'innovation AG2R LA MONDIALE"),
            $"{Report} (32 M€, 27 associations, 2010-2017; another passage of the report says 18 %, in strategic and operational advice)",
            new(
                "The fund's 32 M€ for 27 associations, 2010-2017",
                "Les 32 M€ du fonds pour 27 associations, 2010-2017"
            ),
            RatioKind.CapacityBuilding
        ),
        new(
            "socialEconomy",
            0.22m,
            new("Social economy", "Économie sociale"),
            Report,
            AsQuoted,
            RatioKind.CapacityBuilding
        ),
        new(
            "economyAtLarge",
            0.30m,
            new("Economy at large", "Ensemble de l'économie"),
            Report,
            AsQuoted,
            RatioKind.CapacityBuilding
        ),
        new(
            "digitalEconomy",
            0.60m,
            new("Digital economy", "Économie numérique"),
            Report,
            AsQuoted,
            RatioKind.CapacityBuilding
        ),
        new(
            "evaluationCeiling",
            0.10m,
            new("Recommended ceiling", "Plafond recommandé"),
            Report,
            AllLevers,
            RatioKind.Evaluation
        ),
    ];

    /// <summary>The defaults shown beside one ratio.</summary>
    public static IReadOnlyList<RatioReference> Of(RatioKind kind) => [.. Defaults.Where(r => r.Kind == kind)];
}
