using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>The four levers of support. They are mixed to fit the phase, never standard (RC 4-2).</summary>
public enum Lever
{
    /// <summary>Financement: direct support (RC 4-2).</summary>
    [Label("Funding", "Financement")]
    Funding = 1,

    /// <summary>Apport en expertises et réseaux: counts as capacity building (RC 4-2, 5-2).</summary>
    [Label("Expertise and networks", "Apport en expertises et réseaux")]
    ExpertiseAndNetworks,

    /// <summary>Conseil en stratégie et management, aide à la décision de la gouvernance: counts as capacity building (RC 4-2, 5-2).</summary>
    [Label(
        "Strategy and management advice, support for governance decisions",
        "Conseil en stratégie et management, aide à la décision de la gouvernance"
    )]
    StrategyAndGovernance,

    /// <summary>Évaluation: has a ratio of its own (RC 4-2, 5-2).</summary>
    [Label("Evaluation", "Évaluation")]
    Evaluation,
}
