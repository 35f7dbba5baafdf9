using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>
/// How much a project needs of each lever, by phase: an intensity, 0 none to 3 strong. This product's reading of the words of RC l.827-835 and l.2757-2786,
/// which give no numbers. These are the defaults
/// of reference data that an administrator can edit: the figures in force are the stored ones.
/// </summary>
public static class NeedProfile
{
    /// <summary>The lowest and highest needs.</summary>
    public const int MinNeed = 0,
        MaxNeed = 3;

    /// <summary>The share of a phase above which a lever that is hardly needed is heavy; a default of this product.</summary>
    public const decimal HeavyAbove = 0.5m;

    private const int HardlyNeeded = 1;

    /// <summary>
    /// What strikes about a lever's share of its phase: a need of 3 with nothing on the lever, or a need of 0 or 1 with more than half of the phase. Null where
    /// nothing does, and where the phase has nothing to be shared out.
    /// </summary>
    public static NeedFinding? FlagOf(int need, Ratio share) =>
        !share.IsDefined ? null
        : need == MaxNeed && share.Part == 0 ? NeedFinding.Unmet
        : need <= HardlyNeeded && share.Exact > HeavyAbove ? NeedFinding.Heavy
        : null;

    /// <summary>The default need, 0 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such lever or phase.</exception>
    public static int Need(Lever lever, Phase phase)
    {
        var (conception, experimentation, modelling, scalingOut, industrialisation) = lever switch
        {
            Lever.Funding => (1, 2, 2, 3, 3),
            Lever.ExpertiseAndNetworks => (3, 2, 2, 3, 2),
            Lever.StrategyAndGovernance => (1, 2, 3, 3, 2),
            Lever.Evaluation => (1, 1, 3, 2, 2),
            _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, null),
        };
        return phase switch
        {
            Phase.Conception => conception,
            Phase.Experimentation => experimentation,
            Phase.Modelling => modelling,
            Phase.ScalingOut => scalingOut,
            Phase.Industrialisation => industrialisation,
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        };
    }

    /// <summary>Why the need for a lever runs as it does (RC 4-2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such lever.</exception>
    public static Text Why(Lever lever) =>
        lever switch
        {
            Lever.Funding => new(
                "Funding needs grow large at scaling-out and deployment.",
                "Les besoins de financement deviennent importants à l'essaimage et au déploiement."
            ),
            Lever.ExpertiseAndNetworks => new(
                "At first the innovator wants opinions; accompaniment needs peak at start-up and scaling-out.",
                "Au début, l'innovateur cherche des avis ; les besoins d'accompagnement culminent au démarrage et à l'essaimage."
            ),
            Lever.StrategyAndGovernance => new(
                "Modelling needs time to size the deployment.",
                "La modélisation demande du temps pour dimensionner le déploiement."
            ),
            Lever.Evaluation => new(
                "Light in R&D, reinforced in modelling, by beneficiaries' accounts in deployment.",
                "Légère en R&D, renforcée en modélisation, par le témoignage des bénéficiaires au déploiement."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, null),
        };
}
