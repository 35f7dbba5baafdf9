using System.Collections.Frozen;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Reference;

/// <summary>
/// What every member of the vocabulary is called, in both languages: the one place for it.
/// The French words are the field's own terms (RC, CT, ECO).
/// </summary>
public static class Labels
{
    private static readonly FrozenDictionary<Type, FrozenDictionary<Enum, Text>> Tables = new[]
    {
        Table<Phase>(
            new()
            {
                [Phase.Conception] = Text.Same("Conception"),
                [Phase.Experimentation] = new("Experimentation", "Expérimentation"),
                [Phase.Modelling] = new("Modelling", "Modélisation"),
                [Phase.ScalingOut] = new("Scaling-out", "Essaimage"),
                [Phase.Industrialisation] = Text.Same("Industrialisation"),
            }
        ),
        Table<Stage>(
            new()
            {
                [Stage.SocietalRnd] = new("Societal R&D", "R&D sociétale"),
                [Stage.ProofOfConcept] = new("Proof of concept", "Preuve de concept"),
                [Stage.Deployment] = new("Deployment", "Déploiement"),
            }
        ),
        Table<Standing>(
            new()
            {
                [Standing.Active] = new("Active", "Actif"),
                [Standing.OnHold] = new("On hold", "En pause"),
                [Standing.Adopted] = new("Adopted", "Adopté"),
                [Standing.Stopped] = new("Stopped", "Arrêté"),
            }
        ),
        Table<SocioEconomicModel>(
            new()
            {
                [SocioEconomicModel.ResearchAndDevelopment] = new(
                    "Research and development",
                    "Recherche et développement"
                ),
                [SocioEconomicModel.Operator] = new("Operator", "Opérateur"),
            }
        ),
        Table<TakeOverKind>(
            new()
            {
                [TakeOverKind.PublicPolicy] = new("Public policy", "Politique publique"),
                [TakeOverKind.Market] = new("Market", "Marché"),
                [TakeOverKind.Commons] = new("Commons", "Communs"),
            }
        ),
        Table<StakeholderKind>(
            new()
            {
                [StakeholderKind.IdeaHolder] = new("Idea holder", "Porteur d'idée"),
                [StakeholderKind.Catalyst] = new("Catalyst", "Catalyseur"),
                [StakeholderKind.Funder] = new("Funder", "Financeur"),
                [StakeholderKind.Beneficiary] = new("Beneficiary", "Bénéficiaire"),
                [StakeholderKind.Expert] = new("Expert, adviser", "Expert, conseil"),
                [StakeholderKind.Academic] = new("Academic", "Académique"),
                [StakeholderKind.Institution] = Text.Same("Institution"),
                [StakeholderKind.Peer] = new("Peer", "Pair"),
                [StakeholderKind.Governance] = new("Governance", "Gouvernance"),
            }
        ),
        Table<Lever>(
            new()
            {
                [Lever.Funding] = new("Funding", "Financement"),
                [Lever.ExpertiseAndNetworks] = new("Expertise and networks", "Apport en expertises et réseaux"),
                [Lever.StrategyAndGovernance] = new(
                    "Strategy and management advice, support for governance decisions",
                    "Conseil en stratégie et management, aide à la décision de la gouvernance"
                ),
                [Lever.Evaluation] = new("Evaluation", "Évaluation"),
            }
        ),
        Table<Nature>(
            new()
            {
                [Nature.Cash] = new("Cash", "Numéraire"),
                [Nature.InKind] = new("In kind", "En nature"),
                [Nature.Skills] = new("Skills (pro-bono work)", "Mécénat de compétences"),
            }
        ),
        Table<RatioKind>(
            new()
            {
                [RatioKind.CapacityBuilding] = new("Capacity-building share", "Part de l'accompagnement"),
                [RatioKind.Evaluation] = new("Evaluation share", "Part de l'évaluation"),
            }
        ),
        Table<EvaluationForm>(
            new()
            {
                [EvaluationForm.Performance] = Text.Same("Performance"),
                [EvaluationForm.Relevance] = new("Relevance", "Pertinence"),
                [EvaluationForm.Partnership] = new("Partnership", "Partenariat"),
            }
        ),
        Table<EvaluationMaturity>(
            new()
            {
                [EvaluationMaturity.Narrated] = new("Narrated", "Se conter"),
                [EvaluationMaturity.Benchmarked] = new("Benchmarked", "Se compter"),
                [EvaluationMaturity.Measured] = new("Measured", "Compter"),
            }
        ),
        Table<Participant>(
            new()
            {
                [Participant.Beneficiaries] = new("Beneficiaries", "Bénéficiaires"),
                [Participant.Partners] = new("Partners", "Partenaires"),
                [Participant.Academics] = new("Academics", "Académiques"),
                [Participant.Experts] = Text.Same("Experts"),
                [Participant.Institutions] = Text.Same("Institutions"),
                [Participant.Peers] = new("Peers", "Pairs"),
            }
        ),
        Table<Verdict>(
            new()
            {
                [Verdict.Favourable] = new("Favourable", "Favorable"),
                [Verdict.Mixed] = new("Mixed", "Mitigé"),
                [Verdict.Unfavourable] = new("Unfavourable", "Défavorable"),
            }
        ),
        Table<DomainFamily>(
            new()
            {
                [DomainFamily.Economic] = new("Economic", "Économique"),
                [DomainFamily.Social] = Text.Same("Social"),
                [DomainFamily.Societal] = new("Societal", "Sociétal"),
                [DomainFamily.Environmental] = new("Environmental", "Environnemental"),
            }
        ),
        Table<ActorProfile>(
            new()
            {
                [ActorProfile.Citizen] = new("Citizen", "Citoyen"),
                [ActorProfile.LocalAuthority] = new("Local authority", "Collectivité territoriale"),
                [ActorProfile.Company] = new("Company", "Entreprise"),
                [ActorProfile.Association] = Text.Same("Association"),
                [ActorProfile.Foundation] = new("Foundation", "Fondation"),
                [ActorProfile.Investor] = new("Investor", "Investisseur"),
                [ActorProfile.Academic] = new("Academic", "Académique"),
                [ActorProfile.Engineering] = new("Engineering", "Ingénierie"),
                [ActorProfile.Media] = new("Media", "Média"),
                [ActorProfile.Institution] = Text.Same("Institution"),
            }
        ),
        Table<TerritorialLevel>(
            new()
            {
                [TerritorialLevel.Local] = Text.Same("Local"),
                [TerritorialLevel.Regional] = new("Regional", "Régional"),
                [TerritorialLevel.National] = Text.Same("National"),
                [TerritorialLevel.European] = new("European", "Européen"),
                [TerritorialLevel.International] = Text.Same("International"),
            }
        ),
        Table<SizeSegment>(
            new()
            {
                [SizeSegment.Under2000] = new("Under 2,000 inhabitants", "Moins de 2 000 habitants"),
                [SizeSegment.Under20000] = new(
                    "2,000 to under 20,000 inhabitants",
                    "De 2 000 à moins de 20 000 habitants"
                ),
                [SizeSegment.Under50000] = new(
                    "20,000 to under 50,000 inhabitants",
                    "De 20 000 à moins de 50 000 habitants"
                ),
                [SizeSegment.From50000] = new("50,000 inhabitants and more", "50 000 habitants et plus"),
            }
        ),
        Table<ImpactKind>(
            new()
            {
                [ImpactKind.Performance] = Text.Same("Performance"),
                [ImpactKind.Innovation] = Text.Same("Innovation"),
                [ImpactKind.Trust] = new("Trust", "Confiance"),
            }
        ),
        Table<Trigger>(
            new()
            {
                [Trigger.Advance] = new("Advance", "Passer à la phase suivante"),
                [Trigger.StepBack] = new("Step back", "Revenir à la phase précédente"),
                [Trigger.Hold] = new("Hold", "Mettre en pause"),
                [Trigger.Resume] = new("Resume", "Reprendre"),
                [Trigger.Stop] = new("Stop", "Arrêter"),
                [Trigger.Adopt] = new("Adopt", "Adopter"),
                [Trigger.Reopen] = new("Reopen", "Rouvrir"),
            }
        ),
        Table<RequiredInput>(
            new()
            {
                [RequiredInput.Nothing] = new("Nothing", "Rien"),
                [RequiredInput.Reason] = new("A reason", "Une raison"),
                [RequiredInput.TakeOver] = new("A take-over", "Un relais"),
            }
        ),
        Table<Severity>(
            new()
            {
                [Severity.Block] = new("Blocking", "Bloquant"),
                [Severity.Warn] = new("Warning", "Alerte"),
                [Severity.Ignore] = new("Ignored", "Ignoré"),
            }
        ),
        Table<TransitionStatus>(
            new()
            {
                [TransitionStatus.Pending] = new("Pending", "En attente"),
                [TransitionStatus.Effective] = new("Effective", "Effectif"),
                [TransitionStatus.Returned] = new("Returned for changes", "À revoir"),
                [TransitionStatus.Declined] = new("Declined", "Refusé"),
                [TransitionStatus.Withdrawn] = new("Withdrawn", "Retiré"),
            }
        ),
        Table<DecisionKind>(
            new()
            {
                [DecisionKind.Approve] = new("Approve", "Approuver"),
                [DecisionKind.ReturnForChanges] = new("Return for changes", "Demander des modifications"),
                [DecisionKind.Decline] = new("Decline", "Refuser"),
            }
        ),
        Table<HoldingKind>(
            new()
            {
                [HoldingKind.Lead] = new("Lead", "Chef de file"),
                [HoldingKind.CoFunder] = new("Co-funder", "Cofinanceur"),
            }
        ),
        Table<TagDimension>(
            new()
            {
                [TagDimension.Sdg] = new("Sustainable Development Goal", "Objectif de développement durable"),
                [TagDimension.Domain] = new("Domain", "Domaine"),
                [TagDimension.Region] = new("Region", "Région"),
            }
        ),
        Table<Basis>(
            new()
            {
                [Basis.Planned] = new("Planned", "Prévu"),
                [Basis.Committed] = new("Committed", "Engagé"),
                [Basis.Delivered] = new("Delivered", "Versé"),
            }
        ),
        Table<RatioStatus>(
            new()
            {
                [RatioStatus.Met] = new("Met", "Atteint"),
                [RatioStatus.Near] = new("Near", "Proche"),
                [RatioStatus.Missed] = new("Missed", "Manqué"),
            }
        ),
        Table<PortfolioRole>(
            new()
            {
                [PortfolioRole.Manager] = new("Manager", "Gestionnaire"),
                [PortfolioRole.Finance] = new("Finance", "Finances"),
                [PortfolioRole.Investor] = new("Investor", "Investisseur"),
            }
        ),
    }.ToFrozenDictionary(table => table.Type, table => table.Texts);

    /// <summary>What a member is called.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no label.</exception>
    public static Text Of(Enum value) =>
        Tables.TryGetValue(value.GetType(), out var texts) && texts.TryGetValue(value, out var text)
            ? text
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"No label for this {value.GetType().Name}.");

    // Takes the enum's own type, so that a label cannot land in another enum's table.
    private static (Type Type, FrozenDictionary<Enum, Text> Texts) Table<T>(Dictionary<T, Text> texts)
        where T : struct, Enum => (typeof(T), texts.ToFrozenDictionary(pair => (Enum)pair.Key, pair => pair.Value));
}
