using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>
/// How much a project needs of each lever, by phase: 0 none, 3 strong (RC 4-2). These are the defaults
/// of reference data that an administrator can edit: the figures in force are the stored ones.
/// </summary>
public static class NeedProfile
{
    /// <summary>The lowest and highest needs.</summary>
    public const int MinNeed = 0,
        MaxNeed = 3;

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
