using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What a partner gains by an alliance (RC l.5399-5442).</summary>
public enum GainKind
{
    /// <summary>Roots in its territory.</summary>
    [Label("Local anchoring", "Ancrage local")]
    LocalAnchoring = 1,

    /// <summary>Business.</summary>
    [Label("Commercial")]
    Commercial,

    /// <summary>New things.</summary>
    [Label("Innovation")]
    Innovation,

    /// <summary>How it is seen.</summary>
    [Label("Image")]
    Image,

    /// <summary>Its people.</summary>
    [Label("Human resources", "RH")]
    HumanResources,

    /// <summary>Money.</summary>
    [Label("Financial resources", "Ressources financières")]
    FinancialResources,

    /// <summary>What it can do.</summary>
    [Label("Skills", "Compétences")]
    Skills,

    /// <summary>Answers for those it serves.</summary>
    [Label("New solutions", "Nouvelles solutions")]
    NewSolutions,

    /// <summary>People want to come.</summary>
    [Label("Attractiveness", "Attractivité")]
    Attractiveness,

    /// <summary>Life is better.</summary>
    [Label("Quality of life", "Qualité de vie")]
    QualityOfLife,
}
