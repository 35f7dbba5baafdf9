using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Risks;

/// <summary>The risks that are offered at each passage, as installed: single remarks of the sources, which make no list of them; the labels are this product's own.</summary>
public static class OfferedRisks
{
    /// <summary>By passage, in its order.</summary>
    public static readonly IReadOnlyList<ReferenceEntry> Defaults =
    [
        Risk(
            "intuitionUntested",
            "The intuition was never tested with others",
            "L'intuition n'a pas été confrontée à d'autres",
            Passage.Conception,
            "RC l.827"
        ),
        Risk(
            "diagnosisNotShared",
            "The diagnosis is not shared",
            "Le diagnostic n'est pas partagé",
            Passage.Conception,
            "RC l.4997"
        ),
        Risk(
            "qualitativeToQuantitative",
            "From quality to quantity: what worked once does not count yet",
            "Du qualitatif au quantitatif : ce qui a marché une fois ne se compte pas encore",
            Passage.Experimentation,
            "RC l.2628"
        ),
        Risk("noTimeToModel", "No time to model", "Pas de temps pour modéliser", Passage.Experimentation, "RC l.830"),
        Risk(
            "beneficiariesLeftOut",
            "Beneficiaries are left out",
            "Les bénéficiaires sont laissés de côté",
            Passage.Experimentation,
            "RC l.2670"
        ),
        Risk(
            "modelSwitch",
            "The change of socio-economic model does not succeed",
            "Le changement de modèle socio-économique ne réussit pas",
            Passage.Modelling,
            "RC l.793"
        ),
        Risk(
            "noDeploymentPartner",
            "No partner to deploy with",
            "Aucun partenaire pour déployer",
            Passage.Modelling,
            "RC l.2900"
        ),
        Risk(
            "skillsNotMultiplied",
            "Skills do not multiply",
            "Les compétences ne se démultiplient pas",
            Passage.Modelling,
            "CT l.627"
        ),
        Risk(
            "copyInsteadOfAdapt",
            "Territories copy instead of adapting",
            "Les territoires copient au lieu d'adapter",
            Passage.ScalingOut,
            "RC l.4962"
        ),
        Risk("drift", "The project drifts from its intent", "Le projet dérive", Passage.ScalingOut, "RC l.3269"),
        Risk(
            "circleOfConvinced",
            "It stays within the circle of those already convinced",
            "Il reste dans le cercle des convaincus",
            Passage.ScalingOut,
            "RC l.5852"
        ),
        Risk("sponsorLeaves", "A sponsor leaves", "Un sponsor s'en va", Passage.Any, "RC l.5161"),
        Risk("singleFunder", "A single funder", "Un financeur unique", Passage.Any, null),
        Risk(
            "undercutByLargeActor",
            "A large actor undercuts it",
            "Un grand acteur casse les prix",
            Passage.Any,
            "RC l.4880"
        ),
    ];

    private static ReferenceEntry Risk(string code, string en, string fr, Passage passage, string? citation) =>
        new(code, new(en, fr), Codes.Of(passage), citation);
}
