using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

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
