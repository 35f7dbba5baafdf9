namespace Pipeline.Domain.Diagnoses;

/// <summary>How ready a project is: three dimensions of innovation, key factors of a model, three conditions of an alliance, three marks of cooperative maturity and four shared stakes. Which gate criteria they touch is this product's own reading.</summary>
internal static class ProjectReadiness
{
    /// <summary>Its questions.</summary>
    public static readonly Questionnaire Questionnaire = new(
        "projectReadiness",
        1,
        new("Project readiness", "Maturité du projet"),
        [
            new(
                "dimensions",
                new("Three dimensions of innovation", "Trois dimensions de l'innovation"),
                null,
                "RC l.734-749",
                [
                    new(
                        "solution",
                        new("The solution brings something new", "La solution apporte quelque chose de nouveau"),
                        ["solution.hypothesis", "model.dimensions"]
                    ),
                    new(
                        "process",
                        new(
                            "The process suits it: with whom to work, and how",
                            "Le processus est adapté : avec qui travailler, et comment"
                        ),
                        ["model.dimensions"]
                    ),
                    new(
                        "economicModel",
                        new("The economic model lasts", "Le modèle économique est viable à long terme"),
                        ["model.dimensions", "model.trajectory"]
                    ),
                ]
            ),
            new(
                "keyFactors",
                new("Key factors of the model", "Facteurs clés du modèle"),
                null,
                "CT l.847-852",
                [
                    new(
                        "positioning",
                        new(
                            "A clear position, and the role of each actor in the chain of value",
                            "Un positionnement clair, et le rôle de chaque acteur dans la chaîne de valeur"
                        ),
                        ["model.keyFactors"]
                    ),
                    new(
                        "modelChange",
                        new(
                            "The socio-economic model of today and the one to reach",
                            "Le modèle socio-économique actuel et celui vers lequel évoluer"
                        ),
                        ["model.trajectory", "model.operator"]
                    ),
                    new("governance", new("How it is governed", "Le modèle de gouvernance"), ["model.keyFactors"]),
                    new(
                        "technicalFramework",
                        new(
                            "The legal, tax and social frame, and access to common law",
                            "Le cadre juridique, fiscal et social, et d'accès au droit commun"
                        ),
                        ["model.keyFactors"]
                    ),
                ]
            ),
            new(
                "allianceConditions",
                new("Three conditions of an alliance", "Trois conditions d'une alliance"),
                null,
                "RC l.5818-5822",
                [
                    new(
                        "sharedVision",
                        new("The vision is said and shared", "La vision est explicite et partagée"),
                        ["alliance.doubleImpact"]
                    ),
                    new(
                        "asymmetries",
                        new(
                            "What is unequal between partners is recognised",
                            "Les asymétries des partenaires sont reconnues"
                        ),
                        ["alliance.doubleImpact"]
                    ),
                    new(
                        "participation",
                        new(
                            "Governance is democratic and participative",
                            "La gouvernance est démocratique et participative"
                        ),
                        ["alliance.doubleImpact", "model.keyFactors"]
                    ),
                ]
            ),
            new(
                "cooperativeMaturity",
                new("Three marks of cooperative maturity", "Trois marques de maturité coopérative"),
                null,
                "RC l.4773-4783",
                [
                    new(
                        "learning",
                        new("People learn from one another", "Chacun apprend au contact des autres"),
                        ["evaluation.partnership"]
                    ),
                    new(
                        "responsibility",
                        new(
                            "People take responsibility, and leading is shared",
                            "La prise de responsabilité est encouragée, le leadership partagé"
                        ),
                        ["support.delivered"]
                    ),
                    new(
                        "meaning",
                        new(
                            "What is done makes sense and serves the common action",
                            "L'action porte du sens et sert l'action commune"
                        ),
                        ["evaluation.beneficiaries"]
                    ),
                ]
            ),
            new(
                "sharedStakes",
                new("Four shared stakes", "Quatre enjeux partagés"),
                null,
                "RC l.489-529",
                [
                    new(
                        "transformation",
                        new("Change of the socio-economic model", "La transformation du modèle socio-économique"),
                        ["model.trajectory", "ratio.capacityBuilding"]
                    ),
                    new("digital", new("Digital change", "La transformation numérique"), ["model.dimensions"]),
                    new(
                        "skills",
                        new("Skills and how they change", "Les compétences et leur évolution"),
                        ["ratio.capacityBuilding", "support.delivered"]
                    ),
                    new("evaluation", new("Evaluation", "L'évaluation"), ["evaluation.relevance", "ratio.evaluation"]),
                ]
            ),
        ]
    );
}
