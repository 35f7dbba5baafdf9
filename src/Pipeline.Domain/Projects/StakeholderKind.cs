using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>The nine kinds of stakeholder to mobilise around a social innovation (RC 5-2, group 1).</summary>
public enum StakeholderKind
{
    /// <summary>Porteur d'idée: has the idea and carries it (RC 5-2, group 1).</summary>
    [Label("Idea holder", "Porteur d'idée")]
    IdeaHolder = 1,

    /// <summary>Catalyseur: brings people and means together around the idea (RC 5-2, group 1).</summary>
    [Label("Catalyst", "Catalyseur")]
    Catalyst,

    /// <summary>Financeur: brings money (RC 5-2, group 1).</summary>
    [Label("Funder", "Financeur")]
    Funder,

    /// <summary>Bénéficiaire: has the need (RC 5-2, group 1).</summary>
    [Label("Beneficiary", "Bénéficiaire")]
    Beneficiary,

    /// <summary>Expert, conseil: brings a craft or advice (RC 5-2, group 1).</summary>
    [Label("Expert, adviser", "Expert, conseil")]
    Expert,

    /// <summary>Académique: brings research (RC 5-2, group 1).</summary>
    [Label("Academic", "Académique")]
    Academic,

    /// <summary>Institution: speaks for public or collective bodies (RC 5-2, group 1).</summary>
    [Label("Institution")]
    Institution,

    /// <summary>Pair: does comparable work elsewhere (RC 5-2, group 1).</summary>
    [Label("Peer", "Pair")]
    Peer,

    /// <summary>Gouvernance: decides for the organisation that carries the project (RC 5-2, group 1).</summary>
    [Label("Governance", "Gouvernance")]
    Governance,
}
