using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>
/// The references as first installed, each with its lines, what it is a share of and who said it. An administrator can edit them: the figures in force are the
/// stored ones. That both ratios together come to about a third of a project (10 % and 22 %) explains them and is no reference itself.
/// </summary>
public static class RatioReferences
{
    private const string Report =
        "RC: Le RAMEAU, Regards croisés chercheurs-praticiens sur les impacts des alliances innovantes, 2019";

    private const string Fund = "the fund's 32 M€ for 27 associations, 2010-2017",
        FundFr = "les 32 M€ du fonds pour 27 associations, 2010-2017";

    private static readonly Text OfInvestment = new(
        "Of investment, said by Le RAMEAU's founder",
        "De l'investissement, selon le fondateur du RAMEAU"
    );

    /// <summary>All defaults, by ratio and then by rising share.</summary>
    public static IReadOnlyList<RatioReference> Defaults { get; } =
    [
        new(
            "societalInnovationsFrance",
            0.02m,
            new("Societal innovations, average in France", "Innovations sociétales, moyenne en France"),
            $"{Report}, l.4928-4934",
            OfInvestment,
            RatioKind.CapacityBuilding
        ),
        new(
            "ag2rLaMondialeFund",
            0.17m,
            new("AG2R LA MONDIALE's innovation fund", "Fonds d'innovation AG2R LA MONDIALE"),
            $"{Report}, l.3105",
            new($"Of {Fund}, said by Le RAMEAU's founder", $"Sur {FundFr}, selon le fondateur du RAMEAU"),
            RatioKind.CapacityBuilding
        ),
        new(
            "ag2rLaMondialeFundAdvice",
            0.18m,
            new(
                "AG2R LA MONDIALE's innovation fund, strategic and operational advice",
                "Fonds d'innovation AG2R LA MONDIALE, conseil stratégique et opérationnel"
            ),
            $"{Report}, l.5703-5707",
            new($"Of {Fund}, in the report's text", $"Sur {FundFr}, dans le texte du rapport"),
            RatioKind.CapacityBuilding
        ),
        new(
            "socialEconomy",
            0.22m,
            new("Social economy", "Économie sociale"),
            $"{Report}, l.4928-4934",
            OfInvestment,
            RatioKind.CapacityBuilding
        ),
        new(
            "economyAtLarge",
            0.30m,
            new("Economy at large, worldwide", "Ensemble de l'économie, dans le monde"),
            $"{Report}, l.4928-4934",
            OfInvestment,
            RatioKind.CapacityBuilding
        ),
        new(
            "digitalEconomy",
            0.60m,
            new("Digital economy, over", "Économie numérique, plus de"),
            $"{Report}, l.4928-4934",
            OfInvestment,
            RatioKind.CapacityBuilding
        ),
        new(
            "evaluationCeiling",
            0.10m,
            new("Recommended ceiling", "Plafond recommandé"),
            $"{Report}, l.3204-3208, l.3245-3246",
            new(
                "Of the project, by the workshop's group; a second wording: of internal resources",
                "Du projet, selon le groupe de travail ; autre formulation : des ressources internes"
            ),
            RatioKind.Evaluation
        ),
    ];

    /// <summary>The defaults shown beside one ratio.</summary>
    public static IReadOnlyList<RatioReference> Of(RatioKind kind) => [.. Defaults.Where(r => r.Kind == kind)];
}
