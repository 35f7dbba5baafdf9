using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>Who took part in an evaluation; at least one did (RC 6).</summary>
public enum Participant
{
    /// <summary>Those who have the need (RC 6).</summary>
    [Label("Beneficiaries", "Bénéficiaires")]
    Beneficiaries = 1,

    /// <summary>Those who act with the project (RC 6).</summary>
    [Label("Partners", "Partenaires")]
    Partners,

    /// <summary>Researchers (RC 6).</summary>
    [Label("Academics", "Académiques")]
    Academics,

    /// <summary>People of the craft, advisers (RC 6).</summary>
    [Label("Experts")]
    Experts,

    /// <summary>Public or collective bodies (RC 6).</summary>
    [Label("Institutions")]
    Institutions,

    /// <summary>Those who do comparable work elsewhere (RC 6).</summary>
    [Label("Peers", "Pairs")]
    Peers,
}
