namespace Pipeline.Domain.Projects;

/// <summary>The nine kinds of stakeholder to mobilise around a social innovation (RC 5-2, group 1).</summary>
public enum StakeholderKind
{
    /// <summary>Porteur d'idée: has the idea and carries it (RC 5-2, group 1).</summary>
    IdeaHolder = 1,

    /// <summary>Catalyseur: brings people and means together around the idea (RC 5-2, group 1).</summary>
    Catalyst,

    /// <summary>Financeur: brings money (RC 5-2, group 1).</summary>
    Funder,

    /// <summary>Bénéficiaire: has the need (RC 5-2, group 1).</summary>
    Beneficiary,

    /// <summary>Expert, conseil: brings a craft or advice (RC 5-2, group 1).</summary>
    Expert,

    /// <summary>Académique: brings research (RC 5-2, group 1).</summary>
    Academic,

    /// <summary>Institution: speaks for public or collective bodies (RC 5-2, group 1).</summary>
    Institution,

    /// <summary>Pair: does comparable work elsewhere (RC 5-2, group 1).</summary>
    Peer,

    /// <summary>Gouvernance: decides for the organisation that carries the project (RC 5-2, group 1).</summary>
    Governance,
}

/// <summary>How much each kind of stakeholder is to be mobilised, by stage: 0 not at all, 3 fully (RC 5-2, group 1).</summary>
public static class StakeholderTable
{
    /// <summary>The lowest and highest levels of mobilisation.</summary>
    public const int MinLevel = 0,
        MaxLevel = 3;

    /// <summary>The expected level, 0 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind or stage.</exception>
    public static int Expected(StakeholderKind kind, Stage stage)
    {
        var (societalRnd, proofOfConcept, deployment) = kind switch
        {
            StakeholderKind.IdeaHolder => (3, 3, 2),
            StakeholderKind.Catalyst => (3, 3, 1),
            StakeholderKind.Funder => (1, 2, 3),
            StakeholderKind.Beneficiary => (3, 1, 2),
            StakeholderKind.Expert => (2, 3, 1),
            StakeholderKind.Academic => (0, 3, 0),
            StakeholderKind.Institution => (0, 2, 3),
            StakeholderKind.Peer => (0, 3, 2),
            StakeholderKind.Governance => (1, 2, 3),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return stage switch
        {
            Stage.SocietalRnd => societalRnd,
            Stage.ProofOfConcept => proofOfConcept,
            Stage.Deployment => deployment,
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
    }
}
