using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>In which relation to the project an evaluator stands; rarely that of a trusted third party (RC l.5525-5533).</summary>
public enum EvaluatorKind
{
    /// <summary>The project itself.</summary>
    [Label("Internal", "Interne")]
    Internal = 1,

    /// <summary>Those who act with it.</summary>
    [Label("Partners", "Partenaires")]
    Partners,

    /// <summary>Somebody whom all sides trust.</summary>
    [Label("Trusted third party", "Tiers de confiance")]
    TrustedThirdParty,
}
