namespace Pipeline.Domain.Diagnoses;

/// <summary>Eight professional situations with three practices each, under management, relations and strategy (ECO l.1226-1281). Which gate criteria they touch is this product's own reading.</summary>
internal static class ProfessionalSituations
{
    /// <summary>Its questions.</summary>
    public static readonly Questionnaire Questionnaire = new(
        "professionalSituations",
        1,
        new("Professional situations", "Situations professionnelles"),
        [
            new(
                "financing",
                new("Find and diversify funding", "Trouver et diversifier des financements"),
                new("Management", "Gestion"),
                "ECO l.1233-1235",
                [
                    new("financeProjects", new("Fund projects", "Financer les projets"), ["funding.committed"]),
                    new(
                        "financeEngineering",
                        new("Fund the engineering that I carry", "Financer l'ingénierie que je porte"),
                        ["ratio.capacityBuilding"]
                    ),
                    new("financeOthers", new("Fund other actors", "Financer d'autres acteurs"), ["funding.committed"]),
                ]
            ),
            new(
                "contracts",
                new(
                    "Agree by contract, from negotiation to evaluation",
                    "Contractualiser, de la négociation à l'évaluation"
                ),
                new("Management", "Gestion"),
                "ECO l.1239-1244",
                [
                    new("manageContracts", new("Manage contracts", "Gérer les contrats"), ["support.delivered"]),
                    new(
                        "defineIndicators",
                        new("Define indicators of performance", "Définir les indicateurs de performance"),
                        ["evaluation.measured"]
                    ),
                    new(
                        "measureResults",
                        new("Measure results", "Mesurer les résultats"),
                        ["evaluation.measured", "ratio.evaluation"]
                    ),
                ]
            ),
            new(
                "projects",
                new("Manage projects", "Manager des projets"),
                new("Management", "Gestion"),
                "ECO l.1246-1249",
                [
                    new(
                        "frameProjects",
                        new("Frame projects", "Cadrer les projets"),
                        ["solution.hypothesis", "risks.answered"]
                    ),
                    new("steerProjects", new("Steer projects", "Piloter les projets"), ["risks.answered"]),
                    new("leadTeams", new("Lead project teams", "Manager les équipes projets"), ["model.operator"]),
                ]
            ),
            new(
                "listening",
                new("Listen to the ecosystem", "Être à l'écoute de son écosystème"),
                new("Relations", "Relation"),
                "ECO l.1251-1255",
                [
                    new("listenTeam", new("Listen to the team", "Écouter son équipe"), ["evaluation.beneficiaries"]),
                    new(
                        "listenOrganisation",
                        new("Listen to the organisation", "Écouter son organisation"),
                        ["model.keyFactors"]
                    ),
                    new(
                        "listenTerritory",
                        new("Listen to the actors of the territory", "Écouter les acteurs de son territoire"),
                        ["need.described", "territory.named"]
                    ),
                ]
            ),
            new(
                "links",
                new("Create links", "Créer des liens"),
                new("Relations", "Relation"),
                "ECO l.1257-1260",
                [
                    new(
                        "linkInside",
                        new("Create links within the organisation", "Créer des liens en interne de l'organisation"),
                        ["model.keyFactors"]
                    ),
                    new(
                        "linkActors",
                        new(
                            "Create links between actors of the territory",
                            "Créer des liens entre acteurs du territoire"
                        ),
                        ["alliance.doubleImpact"]
                    ),
                    new(
                        "linkTerritories",
                        new("Create links between territories", "Créer des liens entre les territoires"),
                        ["territory.spread"]
                    ),
                ]
            ),
            new(
                "interactions",
                new("Show what interactions are worth", "Valoriser les interactions"),
                new("Relations", "Relation"),
                "ECO l.1262-1266",
                [
                    new(
                        "tellInteractions",
                        new("Tell of the interactions that came about", "Communiquer sur les interactions créées"),
                        ["evaluation.partnership"]
                    ),
                    new(
                        "valueInteractions",
                        new(
                            "Define the economic value of interactions",
                            "Définir la valeur économique des interactions"
                        ),
                        ["model.trajectory"]
                    ),
                    new(
                        "showImpacts",
                        new("Show the impacts of alliances", "Faire valoir les impacts des alliances"),
                        ["impact.read", "alliance.doubleImpact"]
                    ),
                ]
            ),
            new(
                "partnershipStrategy",
                new(
                    "Put a territorial partnership strategy into perspective",
                    "Mettre en perspective une stratégie partenariale territoriale"
                ),
                new("Strategy", "Stratégie et projection"),
                "ECO l.1268-1275",
                [
                    new(
                        "defineStrategy",
                        new(
                            "Define the territorial partnership strategy",
                            "Définir la stratégie partenariale territoriale"
                        ),
                        ["model.keyFactors"]
                    ),
                    new(
                        "steerStrategy",
                        new(
                            "Steer the territorial partnership strategy",
                            "Piloter la stratégie partenariale territoriale"
                        ),
                        ["alliance.doubleImpact"]
                    ),
                    new(
                        "tellStrategy",
                        new(
                            "Tell of the territorial partnership strategy",
                            "Communiquer sur la stratégie partenariale territoriale"
                        ),
                        ["evaluation.partnership"]
                    ),
                ]
            ),
            new(
                "politicalDecision",
                new("Prepare political decisions", "Préparer une aide à la décision politique"),
                new("Strategy", "Stratégie et projection"),
                "ECO l.1277-1281",
                [
                    new(
                        "easeImpulse",
                        new("Ease the political impulse", "Faciliter l'impulsion politique"),
                        ["takeOver.named"]
                    ),
                    new(
                        "accompanySteering",
                        new(
                            "Accompany the steering: bodies and follow-up",
                            "Accompagner le pilotage : instances et suivi"
                        ),
                        ["model.keyFactors"]
                    ),
                    new(
                        "evaluateTerritory",
                        new("Evaluate the impact on the territory", "Évaluer l'impact territorial"),
                        ["evaluation.measured", "impact.read"]
                    ),
                ]
            ),
        ]
    );
}
