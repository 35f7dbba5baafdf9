using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>The four gates and their criteria (RC 4-2, CT 3.2; domain table "gate criteria").</summary>
public static class Gates
{
    // One criterion of every gate: each passage has risks of its own.
    private static readonly Criterion RisksAnswered = Warn(
        "risks.answered",
        new(
            "No open risk of this passage is without an answer.",
            "Aucun risque ouvert de ce passage n'est sans réponse."
        ),
        f =>
            Is(
                f.Recorded.UnansweredRisks == 0,
                new("every open risk has an answer", "chaque risque ouvert a une réponse"),
                new Text("open risks without an answer: {0}", "risques ouverts sans réponse : {0}").With(
                    f.Recorded.UnansweredRisks
                )
            )
    );

    // Of both gates that lead into deployment, and on.
    private static readonly Criterion Adapted = Warn(
        "territory.adaptation",
        new(
            "Each territory of deployment says what was adapted: copying is not learning.",
            "Chaque territoire de déploiement dit ce qui a été adapté : recopier n'est pas apprendre."
        ),
        f =>
            Is(
                f.UnadaptedTerritories == 0,
                new("every deployment says what was adapted", "chaque déploiement dit ce qui a été adapté"),
                new Text(
                    "deployments that do not say what was adapted: {0}",
                    "déploiements qui ne disent pas ce qui a été adapté : {0}"
                ).With(f.UnadaptedTerritories)
            )
    );

    private static readonly Gate[] All =
    [
        new(
            Phase.Conception,
            [
                Block(
                    "need.described",
                    new("The need and who has it are described.", "Le besoin et ceux qui l'éprouvent sont décrits."),
                    f =>
                        Is(
                            f.Need.IsDescribed,
                            new(
                                "problem and beneficiaries are given",
                                "le problème et les bénéficiaires sont renseignés"
                            ),
                            new(
                                "say of the project what the problem is and who its beneficiaries are",
                                "dites du projet quel est le problème et qui en sont les bénéficiaires"
                            )
                        )
                ),
                Block(
                    "solution.hypothesis",
                    new("There is at least one solution hypothesis.", "Il existe au moins une hypothèse de solution."),
                    f => AtLeast(1, f.Hypotheses, "solution hypotheses", "hypothèses de solution")
                ),
                Block(
                    "territory.named",
                    new(
                        "At least one territory is named for the experiment: social innovation is never off the ground.",
                        "Au moins un territoire d'expérimentation est nommé : l'innovation sociale n'est jamais « hors sol »."
                    ),
                    f => AtLeast(1, f.Territories, "territories", "territoires")
                ),
                Block(
                    "funding.committed",
                    new(
                        "The funding lever has a commitment for experimentation.",
                        "Le levier financement est engagé pour l'expérimentation."
                    ),
                    f =>
                        Is(
                            f.FundingForExperimentation > 0,
                            new(
                                $"{Figures.Amount(f.FundingForExperimentation, f.Currency).En} committed",
                                $"{Figures.Amount(f.FundingForExperimentation, f.Currency).Fr} engagés"
                            ),
                            new(
                                "nothing committed as funding for the experimentation phase",
                                "rien d'engagé en financement pour la phase d'expérimentation"
                            )
                        )
                ),
                RisksAnswered,
            ]
        ),
        new(
            Phase.Experimentation,
            [
                Block(
                    "evaluation.relevance",
                    new(
                        "There is a relevance evaluation in this phase.",
                        "Une évaluation de pertinence a été menée dans cette phase."
                    ),
                    f =>
                        Evaluated(
                            f.EvaluationsInPhase.Where(e => e.Form == EvaluationForm.Relevance),
                            "of relevance for this phase",
                            "de pertinence pour cette phase"
                        )
                ),
                Warn(
                    "evaluation.beneficiaries",
                    new(
                        "Beneficiaries took part in an evaluation.",
                        "Des bénéficiaires ont pris part à une évaluation."
                    ),
                    f =>
                        Evaluated(
                            f.Evaluations.Where(e => e.WithBeneficiaries),
                            "with beneficiaries",
                            "avec des bénéficiaires"
                        )
                ),
                Warn(
                    "support.delivered",
                    new(
                        "Some support was delivered in this phase.",
                        "Un soutien a été versé ou apporté dans cette phase."
                    ),
                    f =>
                        Is(
                            f.DeliveredInPhase > 0,
                            new(
                                $"{Figures.Amount(f.DeliveredInPhase, f.Currency).En} delivered",
                                $"{Figures.Amount(f.DeliveredInPhase, f.Currency).Fr} versés"
                            ),
                            new(
                                "nothing delivered on commitments for this phase",
                                "rien de versé sur les engagements de cette phase"
                            )
                        )
                ),
                RisksAnswered,
            ]
        ),
        new(
            Phase.Modelling,
            [
                Block(
                    "model.dimensions",
                    new(
                        "The solution, the process and the economic model are written down: innovation is needed on all three.",
                        "La solution, le processus et le modèle économique sont écrits : il faut innover sur les trois."
                    ),
                    f => Written(f.Model.Dimensions)
                ),
                Warn(
                    "model.keyFactors",
                    new(
                        "Positioning and each actor's role, governance, and the legal, tax and social frame with the access to common law are written down.",
                        "Le positionnement et le rôle de chaque acteur, la gouvernance, et le cadre juridique, fiscal et social avec l'accès au droit commun sont écrits."
                    ),
                    f => Written(f.Model.KeyFactors)
                ),
                Block(
                    "model.operator",
                    new(
                        "The target socio-economic model is that of an operator.",
                        "Le modèle socio-économique visé est celui d'opérateur."
                    ),
                    f =>
                        Is(
                            f.SocioEconomicModel == SocioEconomicModel.Operator,
                            Labels.Of(f.SocioEconomicModel),
                            new(
                                "it is research and development still",
                                "il est encore celui de la recherche et développement"
                            )
                        )
                ),
                Block(
                    "evaluation.sizing",
                    new(
                        "There is an evaluation at maturity “benchmarked” or above in this phase.",
                        "Une évaluation de maturité « se compter » ou plus a été menée dans cette phase."
                    ),
                    f =>
                        Evaluated(
                            f.EvaluationsInPhase.Where(e => e.Maturity >= EvaluationMaturity.Benchmarked),
                            "that benchmark or measure, for this phase",
                            "de maturité « se compter » ou « compter » pour cette phase"
                        )
                ),
                new(
                    "ratio.capacityBuilding",
                    new(
                        "The planned capacity-building share is at or above the target.",
                        "La part prévue de renforcement des capacités atteint la cible."
                    ),
                    Severity.Warn,
                    (f, policy) =>
                        Share(
                            f.PlannedCapacityBuilding,
                            share => share >= policy.CapacityBuildingTarget,
                            policy.CapacityBuildingTarget,
                            new("planned capacity-building share", "part prévue de renforcement des capacités"),
                            new("target", "cible")
                        )
                ),
                new(
                    "ratio.evaluation",
                    new(
                        "The planned evaluation share is at or below the ceiling.",
                        "La part prévue d'évaluation ne dépasse pas le plafond."
                    ),
                    Severity.Warn,
                    (f, policy) =>
                        Share(
                            f.PlannedEvaluation,
                            share => share <= policy.EvaluationCeiling,
                            policy.EvaluationCeiling,
                            new("planned evaluation share", "part prévue d'évaluation"),
                            new("ceiling", "plafond")
                        )
                ),
                Warn(
                    "model.trajectory",
                    new(
                        "The target model is an operator's, with its size and the milestones on the way there.",
                        "Le modèle cible est celui d'opérateur, avec son dimensionnement et les jalons du chemin."
                    ),
                    f =>
                        Is(
                            f.Recorded.HasTrajectory,
                            new("it is written down", "il est écrit"),
                            new(
                                "write down the target model as an operator's, with its size and at least one milestone",
                                "écrivez le modèle cible d'opérateur, avec son dimensionnement et au moins un jalon"
                            )
                        )
                ),
                Warn(
                    "alliance.doubleImpact",
                    new(
                        "An alliance has a double impact: a gain for each partner, and one for everybody.",
                        "Une alliance a un double impact : un gain pour chaque partenaire, et un pour tous."
                    ),
                    f =>
                        AtLeast(
                            1,
                            f.Recorded.AlliancesWithDoubleImpact,
                            "alliances with a double impact",
                            "alliances à double impact"
                        )
                ),
                Adapted,
                RisksAnswered,
            ]
        ),
        new(
            Phase.ScalingOut,
            [
                Block(
                    "evaluation.measured",
                    new(
                        "There is an evaluation at maturity “measured”.",
                        "Il existe une évaluation de maturité « compter »."
                    ),
                    f =>
                        Evaluated(
                            f.Evaluations.Where(e => e.Maturity == EvaluationMaturity.Measured),
                            "that measure",
                            "de maturité « compter »"
                        )
                ),
                Warn(
                    "evaluation.partnership",
                    new(
                        "There is a partnership evaluation; where the project has alliances, it names one.",
                        "Il existe une évaluation de partenariat ; si le projet a des alliances, elle en nomme une."
                    ),
                    f =>
                        Evaluated(
                            f.Evaluations.Where(e =>
                                e.Form == EvaluationForm.Partnership && (e.OfAlliance || f.Recorded.Alliances == 0)
                            ),
                            "of the partnership",
                            "de partenariat"
                        )
                ),
                new(
                    "territory.spread",
                    new(
                        "It is deployed on as many territories as the portfolio asks for (3 by default).",
                        "Il est déployé sur autant de territoires que le portefeuille en demande (3 par défaut)."
                    ),
                    Severity.Block,
                    (f, policy) =>
                        AtLeast(
                            policy.SpreadTerritories,
                            f.DeployedTerritories,
                            "deployed territories",
                            "territoires de déploiement"
                        )
                ),
                Adapted,
                Block(
                    "takeOver.named",
                    new(
                        "An actor able to carry it further is named: a public policy, a market or commons.",
                        "Un acteur capable de le porter plus loin est nommé : une politique publique, un marché ou des communs."
                    ),
                    f =>
                        Is(
                            f.TakeOver is not null,
                            f.TakeOver?.Name is { } name
                                ? Text.Same(name)
                                : new("an organisation of the directory", "une organisation de l'annuaire"),
                            new(
                                "say of the project who takes it over, and as what",
                                "dites du projet qui prend le relais, et sous quelle forme"
                            )
                        )
                ),
                Warn(
                    "impact.read",
                    new(
                        "Somebody has looked at an impact of kind performance or innovation.",
                        "Un impact de performance ou d'innovation a été constaté."
                    ),
                    f => AtLeast(1, f.Recorded.ImpactsRead, "impacts that somebody has looked at", "impacts regardés")
                ),
                RisksAnswered,
            ]
        ),
    ];

    private static readonly Dictionary<string, Criterion> ByCode = All.SelectMany(g => g.Criteria)
        .Distinct()
        .ToDictionary(c => c.Code);

    /// <summary>The gate out of a phase; null for industrialisation, which has none.</summary>
    public static Gate? After(Phase phase) => Array.Find(All, g => g.From == phase);

    /// <summary>All criteria of all gates, in the order of phases.</summary>
    public static IEnumerable<Criterion> Criteria => ByCode.Values;

    /// <summary>The criterion of a code.</summary>
    /// <exception cref="KeyNotFoundException">No gate has it.</exception>
    public static Criterion Criterion(string code) => ByCode[code];

    /// <summary>Whether a code names a criterion.</summary>
    public static bool IsCriterion(string code) => ByCode.ContainsKey(code);

    private static Criterion Block(string code, Text sentence, Func<GateFacts, Finding> check) =>
        new(code, sentence, Severity.Block, (facts, _) => check(facts));

    private static Criterion Warn(string code, Text sentence, Func<GateFacts, Finding> check) =>
        new(code, sentence, Severity.Warn, (facts, _) => check(facts));

    private static Finding Is(bool met, Text whenMet, Text whenNot) => new(met, met ? whenMet : whenNot);

    private static Finding AtLeast(int floor, int count, string en, string fr) =>
        new(
            count >= floor,
            new($"{en}: {count}, at least {floor} needed", $"{fr} : {count}, il en faut au moins {floor}")
        );

    private static Finding Evaluated(IEnumerable<EvaluationFact> found, string en, string fr)
    {
        var count = found.Count();
        return new(
            count > 0,
            new($"evaluations {en}: {count}, at least 1 needed", $"évaluations {fr} : {count}, il en faut au moins 1")
        );
    }

    private static Finding Written(IReadOnlyList<(Text Chapter, string? Written)> chapters)
    {
        var missing = chapters.Where(c => c.Written is null).Select(c => c.Chapter).ToList();
        return missing.Count == 0
            ? new(true, new("all written", "tout est écrit"))
            : new(
                false,
                new(
                    $"missing: {string.Join(", ", missing.Select(c => c.En))}",
                    $"il manque : {string.Join(", ", missing.Select(c => c.Fr))}"
                )
            );
    }

    private static Finding Share(Ratio ratio, Func<decimal, bool> met, decimal threshold, Text name, Text thresholdName)
    {
        return ratio.IsDefined
            ? new(
                met(ratio.Exact),
                new(
                    $"{name.En} {Figures.Percent(ratio.Exact, threshold).En}, {Limit().En}",
                    $"{name.Fr} {Figures.Percent(ratio.Exact, threshold).Fr}, {Limit().Fr}"
                )
            )
            : new(
                false,
                new(
                    $"{name.En} undefined: nothing is planned yet; {Limit().En}",
                    $"{name.Fr} indéfinie : rien n'est encore prévu ; {Limit().Fr}"
                )
            );

        Text Limit() =>
            new(
                $"{thresholdName.En} {Figures.Percent(threshold, threshold).En}",
                $"{thresholdName.Fr} {Figures.Percent(threshold, threshold).Fr}"
            );
    }
}
