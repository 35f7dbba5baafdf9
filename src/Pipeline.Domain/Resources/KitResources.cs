using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Resources;

/// <summary>
/// The 37 documents of the kit "Co-construction territoriale" with their natures (KIT l.64-118) and paths (KIT l.196-215), as installed. Links are left out: those of
/// 2016 are not checked. In which phases they help and with which criteria is this product's own reading.
/// </summary>
public static class KitResources
{
    private const string Rameau = "Le RAMEAU";

    /// <summary>In the kit's order.</summary>
    public static readonly IReadOnlyList<Resource> Defaults =
    [
        Kit(
            66,
            "coConstructionFramework",
            "Référentiel sur la co-construction en territoire",
            Rameau,
            2016,
            ResourceNature.Framework,
            "P1 P2 P3",
            [Phase.Conception, Phase.Experimentation, Phase.Modelling, Phase.ScalingOut],
            "model.keyFactors territory.named"
        ),
        Kit(
            67,
            "coConstructionModels",
            "Note prospective sur les modèles de co-construction territoriale",
            Rameau,
            2016,
            ResourceNature.Framework,
            "P1",
            [Phase.Modelling, Phase.ScalingOut],
            "model.dimensions model.trajectory"
        ),
        Kit(
            68,
            "coConstructionNote",
            "Note prospective sur la co-construction en territoire",
            Rameau,
            2015,
            ResourceNature.Framework,
            "P1",
            [Phase.Conception],
            "need.described territory.named"
        ),
        Kit(
            72,
            "coConstructionFilm",
            "Film sur 3 exemples de co-construction territoriale",
            Rameau,
            2015,
            ResourceNature.Illustration,
            "P1 P3",
            [Phase.Conception],
            "solution.hypothesis"
        ),
        Kit(
            73,
            "studyNord",
            "Étude territoriale : Région Nord",
            Rameau,
            2012,
            ResourceNature.Illustration,
            "P2",
            [Phase.Conception],
            "need.described territory.named"
        ),
        Kit(
            73,
            "studyPoitouCharentes",
            "Étude territoriale : Poitou-Charentes",
            Rameau,
            2012,
            ResourceNature.Illustration,
            "P2",
            [Phase.Conception],
            "need.described territory.named"
        ),
        Kit(
            75,
            "experienceAlsace",
            "Retour d'expérience : le Labo régional des partenariats en Alsace",
            "AA",
            2012,
            ResourceNature.Illustration,
            "P2",
            [Phase.Experimentation, Phase.ScalingOut],
            "support.delivered territory.spread territory.adaptation"
        ),
        Kit(
            76,
            "experienceCharenton",
            "Retour d'expérience : communauté de communes de Charenton Saint-Maurice",
            Rameau,
            2013,
            ResourceNature.Illustration,
            "P2",
            [Phase.Conception, Phase.Experimentation],
            "solution.hypothesis evaluation.beneficiaries"
        ),
        Kit(
            77,
            "experimentSilverGeek",
            "Retour d'expérimentation collective : Silver Geek",
            Rameau,
            2015,
            ResourceNature.Illustration,
            "P2",
            [Phase.Experimentation, Phase.ScalingOut],
            "evaluation.beneficiaries evaluation.measured territory.spread"
        ),
        Kit(
            78,
            "experienceDistrictSolidaire",
            "Retour d'expérience d'émergence collective d'activités économiques : District Solidaire",
            Rameau,
            2015,
            ResourceNature.Illustration,
            "P2",
            [Phase.Modelling],
            "model.operator model.trajectory"
        ),
        Kit(
            83,
            "coursePartnerships",
            "Les partenariats qui changent le monde (MOOC)",
            "ESSEC / Le RAMEAU",
            2015,
            ResourceNature.Method,
            "P3",
            [Phase.Modelling, Phase.ScalingOut],
            "alliance.doubleImpact evaluation.partnership"
        ),
        Kit(
            84,
            "courseTerritories",
            "Les alliances qui changent les territoires (MOOC)",
            "ESSEC / Le RAMEAU",
            2016,
            ResourceNature.Method,
            "P1 P2",
            [Phase.Modelling, Phase.ScalingOut],
            "model.keyFactors territory.spread territory.adaptation"
        ),
        Kit(
            86,
            "territorialStudy",
            "Réaliser une étude territoriale",
            Rameau,
            2013,
            ResourceNature.Method,
            "P2",
            [Phase.Conception],
            "need.described territory.named"
        ),
        Kit(
            87,
            "territorialAnimation",
            "Animer la co-construction territoriale",
            Rameau,
            2014,
            ResourceNature.Method,
            "P2",
            [Phase.Experimentation, Phase.Modelling],
            "support.delivered model.keyFactors"
        ),
        Kit(
            88,
            "collectiveExperiment",
            "Lancer et piloter une expérimentation collective sur le territoire",
            Rameau,
            2013,
            ResourceNature.Method,
            "P2",
            [Phase.Conception, Phase.Experimentation],
            "solution.hypothesis evaluation.relevance risks.answered"
        ),
        Kit(
            90,
            "accompanyCompanies",
            "Accompagner les entreprises",
            Rameau,
            2008,
            ResourceNature.Method,
            "P3",
            [Phase.Conception, Phase.Modelling],
            "funding.committed alliance.doubleImpact"
        ),
        Kit(
            91,
            "accompanyAssociations",
            "Accompagner les associations",
            Rameau,
            2008,
            ResourceNature.Method,
            "P3",
            [Phase.Modelling],
            "model.dimensions model.trajectory ratio.capacityBuilding"
        ),
        Kit(
            92,
            "accompanyPartnership",
            "Accompagner le partenariat",
            Rameau,
            2008,
            ResourceNature.Method,
            "P3",
            [Phase.Experimentation, Phase.Modelling, Phase.ScalingOut],
            "alliance.doubleImpact risks.answered"
        ),
        Kit(
            93,
            "socialUtility",
            "Évaluer l'utilité sociétale des partenariats (référentiel méthodologique)",
            Rameau,
            2015,
            ResourceNature.Method,
            "P3",
            [Phase.Experimentation, Phase.Modelling, Phase.ScalingOut, Phase.Industrialisation],
            "evaluation.relevance evaluation.partnership evaluation.measured impact.read ratio.evaluation"
        ),
        Kit(
            98,
            "partnershipsInFrance",
            "État des lieux des partenariats en France",
            Rameau,
            2016,
            ToolKind.Context,
            "P1 P3",
            [Phase.Conception],
            "funding.committed"
        ),
        Kit(
            99,
            "phareStudies",
            "Études PHARE sur les fragilités et la co-construction en territoire",
            "Comisis / OpinionWay",
            2016,
            ToolKind.Context,
            "P1 P2 P3",
            [Phase.Conception, Phase.ScalingOut],
            "need.described territory.spread"
        ),
        Kit(
            100,
            "coConstructionToday",
            "Étude sur l'état des lieux de la co-construction en territoire",
            Rameau,
            2016,
            ToolKind.Context,
            "P1 P2",
            [Phase.Modelling, Phase.ScalingOut],
            "evaluation.sizing evaluation.partnership"
        ),
        Kit(
            102,
            "ruralTerritories",
            "Note prospective sur les enjeux des territoires ruraux",
            "Celavar / Le RAMEAU",
            2016,
            ToolKind.Knowledge,
            "P1 P2",
            [Phase.Conception, Phase.ScalingOut],
            "need.described territory.spread territory.adaptation"
        ),
        Kit(
            103,
            "generalInterest",
            "Rapport sur l'intérêt général en France",
            "Rapport collectif copiloté par Le RAMEAU",
            2016,
            ToolKind.Knowledge,
            "P1 P2",
            [Phase.Modelling, Phase.ScalingOut, Phase.Industrialisation],
            "model.operator takeOver.named"
        ),
        Kit(
            104,
            "animationBenchmark",
            "Benchmark sur les modèles d'animation territoriale",
            Rameau,
            2016,
            ToolKind.Knowledge,
            "P1 P2",
            [Phase.Modelling],
            "evaluation.sizing model.dimensions"
        ),
        Kit(
            105,
            "supportForms",
            "Note sur la diversité des modes d'accompagnement",
            Rameau,
            2015,
            ToolKind.Knowledge,
            "P1 P3",
            [Phase.Experimentation, Phase.Modelling],
            "support.delivered ratio.capacityBuilding"
        ),
        Kit(
            106,
            "responsibleCompany",
            "Note prospective « L'Entreprise responsable »",
            Rameau,
            2013,
            ToolKind.Knowledge,
            "P1 P3",
            [Phase.Conception, Phase.ScalingOut],
            "funding.committed takeOver.named"
        ),
        Kit(
            107,
            "whyInvest",
            "Note prospective « Pourquoi investir dans le secteur associatif »",
            Rameau,
            2012,
            ToolKind.Knowledge,
            "P1 P3",
            [Phase.Conception, Phase.Modelling],
            "funding.committed model.trajectory ratio.capacityBuilding"
        ),
        Kit(
            108,
            "employeeEngagement",
            "Guide pratique sur l'engagement associatif des salariés",
            "Le RAMEAU / MEDEF",
            2016,
            ToolKind.Knowledge,
            "P1 P3",
            [Phase.Experimentation],
            "support.delivered"
        ),
        Kit(
            110,
            "buildTogether",
            "Guide « Construire ensemble » sur les partenariats associations-entreprises",
            "MEDEF / Le RAMEAU",
            2014,
            ToolKind.Guide,
            "P3",
            [Phase.Modelling, Phase.ScalingOut],
            "alliance.doubleImpact evaluation.partnership"
        ),
        Kit(
            111,
            "partnershipCases",
            "Guide pratique et études de cas de partenariats",
            "ORSE / Le RAMEAU",
            2012,
            ToolKind.Guide,
            "P3",
            [Phase.Experimentation, Phase.Modelling],
            "alliance.doubleImpact risks.answered"
        ),
        Kit(
            112,
            "partnershipFramework",
            "Référentiel sur les partenariats associations/entreprises",
            "CIDES / Le RAMEAU",
            2011,
            ToolKind.Guide,
            "P3",
            [Phase.Modelling, Phase.ScalingOut],
            "model.keyFactors evaluation.partnership"
        ),
        Kit(
            114,
            "studyQuestionnaire",
            "Plan et questionnaire d'une étude territoriale",
            Rameau,
            2013,
            ToolKind.ToolSheet,
            "P2",
            [Phase.Conception, Phase.Modelling],
            "need.described evaluation.sizing"
        ),
        Kit(
            115,
            "steeringMaterial",
            "Supports de COPIL de groupes de travail territoriaux",
            Rameau,
            2013,
            ToolKind.ToolSheet,
            "P2",
            [Phase.Experimentation, Phase.Modelling],
            "support.delivered model.keyFactors"
        ),
        Kit(
            116,
            "experimentSteps",
            "Démarche de mise en place d'une expérimentation collective",
            Rameau,
            2014,
            ToolKind.ToolSheet,
            "P2",
            [Phase.Conception, Phase.Experimentation],
            "solution.hypothesis evaluation.relevance"
        ),
        Kit(
            117,
            "animatorDiagnosis",
            "Diagnostic d'une structure animant le territoire sur les partenariats",
            Rameau,
            2014,
            ToolKind.ToolSheet,
            "P2",
            [Phase.Modelling],
            "model.operator model.keyFactors"
        ),
        Kit(
            118,
            "evaluationChecklist",
            "Check-list des questions d'une démarche d'évaluation des partenariats",
            Rameau,
            2015,
            ToolKind.ToolSheet,
            "P3",
            [Phase.Experimentation, Phase.Modelling, Phase.ScalingOut],
            "evaluation.relevance evaluation.beneficiaries evaluation.measured impact.read ratio.evaluation"
        ),
    ];

    private static Resource Kit(
        int line,
        string code,
        string title,
        string author,
        int year,
        ToolKind tool,
        string paths,
        IReadOnlyList<Phase> phases,
        string criteria
    ) => Kit(line, code, title, author, year, ResourceNature.Toolbox, paths, phases, criteria) with { Tool = tool };

    // Codes with blanks between, so that a document stays within a line or two.
    private static Resource Kit(
        int line,
        string code,
        string title,
        string author,
        int year,
        ResourceNature nature,
        string paths,
        IReadOnlyList<Phase> phases,
        string criteria
    ) =>
        new(
            code,
            title,
            author,
            year,
            nature,
            null,
            paths.Split(' '),
            phases,
            criteria.Split(' '),
            null,
            $"KIT l.{line}"
        );
}
