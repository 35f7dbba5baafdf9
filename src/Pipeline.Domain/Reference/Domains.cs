namespace Pipeline.Domain.Reference;

/// <summary>The sixteen domains of fragility, by family (ECO).</summary>
public static class Domains
{
    /// <summary>All domains, in the study's order.</summary>
    public static IReadOnlyList<FragilityDomain> All { get; } =
    [
        new(
            "employmentAndInclusion",
            DomainFamily.Economic,
            new("Employment and inclusion", "Emploi, chômage et insertion")
        ),
        new("economicDevelopment", DomainFamily.Economic, new("Economic development", "Développement économique")),
        new("purchasingPower", DomainFamily.Economic, new("Purchasing power", "Niveau de vie et pouvoir d'achat")),
        new(
            "povertyAndExclusion",
            DomainFamily.Social,
            new("Poverty and exclusion", "Pauvreté et lutte contre l'exclusion")
        ),
        new("disabilityAndDiversity", DomainFamily.Social, new("Disability and diversity", "Diversité et handicap")),
        new("ageing", DomainFamily.Social, new("Ageing", "Vieillissement")),
        new(
            "socialTiesAndIsolation",
            DomainFamily.Social,
            new("Social ties and isolation", "Isolement et lien social")
        ),
        new("education", DomainFamily.Societal, new("Education", "Éducation")),
        new("health", DomainFamily.Societal, new("Health", "Santé")),
        new("safety", DomainFamily.Societal, new("Safety", "Sécurité et délinquance")),
        new("digitalAccess", DomainFamily.Societal, new("Digital access", "Accès au numérique")),
        new("cultureAndLeisure", DomainFamily.Societal, new("Culture and leisure", "Culture et loisirs")),
        new(
            "environmentAndBiodiversity",
            DomainFamily.Environmental,
            new("Environment and biodiversity", "Environnement, pollution et biodiversité")
        ),
        new("housing", DomainFamily.Environmental, new("Housing", "Mal-logement")),
        new("energyTransition", DomainFamily.Environmental, new("Energy transition", "Transition énergétique")),
        new(
            "mobilityAndTransport",
            DomainFamily.Environmental,
            new("Mobility and transport", "Mobilité et transports")
        ),
    ];

    /// <summary>The domain with exactly this code; null when there is none.</summary>
    public static FragilityDomain? Find(string? code) => All.FirstOrDefault(d => d.Code == code);
}
