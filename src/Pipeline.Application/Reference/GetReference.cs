using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Resources;
using Pipeline.Domain.Risks;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reference;

/// <summary>The vocabulary of the field with its tables, labels in the caller's language.</summary>
public sealed record GetReference : IQuery<ReferenceReply>;

/// <summary>Everything a client needs to fill its forms and to read the codes.</summary>
public sealed record ReferenceReply(
    IReadOnlyList<PhaseReply> Phases,
    IReadOnlyList<StageReply> Stages,
    IReadOnlyList<Labelled> Standings,
    IReadOnlyList<Labelled> Triggers,
    IReadOnlyList<GateReply> Gates,
    IReadOnlyList<LeverReply> Levers,
    NeedProfileReply NeedProfile,
    RatioReferencesReply RatioReferences,
    IReadOnlyList<StakeholderRow> Stakeholders,
    IReadOnlyList<DomainReply> Domains,
    IReadOnlyList<SdgReply> Sdgs,
    IReadOnlyList<Labelled> Regions,
    IReadOnlyList<Labelled> Natures,
    IReadOnlyList<Labelled> SocioEconomicModels,
    IReadOnlyList<Labelled> TakeOverKinds,
    IReadOnlyList<Labelled> ActorProfiles,
    IReadOnlyList<Labelled> OrganisationSizes,
    IReadOnlyList<Labelled> TerritorialLevels,
    IReadOnlyList<Labelled> SizeSegments,
    IReadOnlyList<ImpactReply> Impacts,
    IReadOnlyList<Labelled> EvaluationForms,
    IReadOnlyList<Labelled> EvaluationMaturities,
    IReadOnlyList<Labelled> Participants,
    IReadOnlyList<Labelled> Verdicts,
    IReadOnlyList<Labelled> Severities,
    IReadOnlyList<Labelled> Instruments,
    IReadOnlyList<Labelled> ProviderKinds,
    IReadOnlyList<Labelled> EconomicSources,
    IReadOnlyList<Labelled> WorkKinds,
    IReadOnlyList<Labelled> AllianceForms,
    IReadOnlyList<Labelled> AllianceCategories,
    ReferenceListReply AllianceKinds,
    IReadOnlyList<Labelled> ObjectiveAxes,
    IReadOnlyList<Labelled> GainKinds,
    IReadOnlyList<Labelled> CommonGoodDimensions,
    IReadOnlyList<Labelled> ResultLevers,
    IReadOnlyList<Labelled> ImpactFacets,
    IReadOnlyList<Labelled> ForeseenKinds,
    IReadOnlyList<Labelled> ImpactDimensions,
    IReadOnlyList<Labelled> ImpactLevels,
    IReadOnlyList<Labelled> ImpactOutcomes,
    IReadOnlyList<Labelled> ImpactStates,
    IReadOnlyList<Labelled> Passages,
    ReferenceListReply Risks,
    IReadOnlyList<Labelled> EvaluatorKinds,
    IReadOnlyList<Labelled> PlannedStates,
    IReadOnlyList<Labelled> TerritoryRoles,
    IReadOnlyList<Labelled> IndicatorDirections,
    IReadOnlyList<Labelled> IndicatorTotals,
    IReadOnlyList<Labelled> PeriodStates,
    IReadOnlyList<Labelled> ReportStatuses,
    IReadOnlyList<Labelled> ParticipantNatures,
    IReadOnlyList<Labelled> ParticipationStatuses,
    IReadOnlyList<Labelled> CohortStates,
    IReadOnlyList<Labelled> MilestoneKinds,
    IReadOnlyList<Labelled> CatalystMissions,
    IReadOnlyList<Labelled> Engineering,
    IReadOnlyList<Labelled> ResourceNatures,
    IReadOnlyList<Labelled> ToolKinds,
    IReadOnlyList<Labelled> Viewpoints,
    IReadOnlyList<Labelled> ReportSections,
    IReadOnlyList<Labelled> ReadingPaths
);

/// <summary>A phase and its stage.</summary>
public sealed record PhaseReply(string Code, string Label, Stage Stage);

/// <summary>A stage and what an evaluation is for in it.</summary>
public sealed record StageReply(string Code, string Label, string EvaluationPurpose);

/// <summary>A gate and its criteria, with their default severities.</summary>
public sealed record GateReply(Phase From, Phase To, IReadOnlyList<CriterionDefinition> Criteria);

/// <summary>A criterion of a gate.</summary>
public sealed record CriterionDefinition(string Code, string Sentence, Severity Severity);

/// <summary>A lever, what it counts as, and why its need changes with the phase.</summary>
/// <param name="CountsAs"><c>directSupport</c>, <c>capacityBuilding</c> or <c>evaluation</c>.</param>
public sealed record LeverReply(string Code, string Label, string CountsAs, string Why);

/// <summary>How much each phase needs of each lever, 0 to 3.</summary>
/// <param name="Version">0 as installed; raised by each change.</param>
public sealed record NeedProfileReply(IReadOnlyList<NeedEntry> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>What ratios are shown beside.</summary>
/// <param name="Version">0 as installed; raised by each change.</param>
public sealed record RatioReferencesReply(IReadOnlyList<RatioReferenceReply> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>A published figure.</summary>
/// <param name="Value">Share 0 to 1.</param>
public sealed record RatioReferenceReply(
    string Code,
    RatioKind Kind,
    decimal Value,
    string Label,
    string Citation,
    string Denominator
)
{
    internal static RatioReferenceReply From(RatioReference r, Language language) =>
        new(r.Code, r.Kind, r.Share, r.Label.In(language), r.Citation, r.Denominator.In(language));
}

/// <summary>Who to mobilise, by stage, 0 to 3 (RC 5-2).</summary>
public sealed record StakeholderRow(string Code, string Label, int SocietalRnd, int ProofOfConcept, int Deployment);

/// <summary>A domain of fragility and its family.</summary>
public sealed record DomainReply(string Code, string Label, DomainFamily Family);

/// <summary>A Sustainable Development Goal.</summary>
public sealed record SdgReply(int Number, string Label);

/// <summary>A kind of impact and its time scale.</summary>
/// <param name="Months">How long it takes to show.</param>
public sealed record ImpactReply(string Code, string Label, int Months);

internal sealed class GetReferenceHandler(ReferenceData data, ICaller caller)
    : IRequestHandler<GetReference, ReferenceReply>
{
    public async Task<ReferenceReply> Handle(GetReference request, CancellationToken cancellationToken)
    {
        var language = caller.Language;
        var (references, referencesVersion) = await data.RatioReferencesAsync(cancellationToken);
        var (needs, needsVersion) = await data.NeedProfileAsync(cancellationToken);
        return new(
            [.. PhaseOrder.All.Select(p => new PhaseReply(Codes.Of(p), Labels.Of(p).In(language), p.StageOf()))],
            [
                .. Enum.GetValues<Stage>()
                    .Select(s => new StageReply(
                        Codes.Of(s),
                        Labels.Of(s).In(language),
                        EvaluationPurposes.Of(s).In(language)
                    )),
            ],
            All<Standing>(),
            All<Trigger>(),
            [
                .. PhaseOrder
                    .All.Select(Domain.Projects.Gates.After)
                    .OfType<Gate>()
                    .Select(g => new GateReply(
                        g.From,
                        g.From.Next()!.Value,
                        [.. g.Criteria.Select(c => new CriterionDefinition(c.Code, c.Sentence.In(language), c.Default))]
                    )),
            ],
            [
                .. Domain.Support.Levers.All.Select(l => new LeverReply(
                    Codes.Of(l),
                    Labels.Of(l).In(language),
                    CountsAs(l),
                    Domain.Support.NeedProfile.Why(l).In(language)
                )),
            ],
            new(needs, needsVersion),
            new([.. references.Select(r => RatioReferenceReply.From(r, language))], referencesVersion),
            [
                .. Enum.GetValues<StakeholderKind>()
                    .Select(k => new StakeholderRow(
                        Codes.Of(k),
                        Labels.Of(k).In(language),
                        StakeholderTable.Expected(k, Stage.SocietalRnd),
                        StakeholderTable.Expected(k, Stage.ProofOfConcept),
                        StakeholderTable.Expected(k, Stage.Deployment)
                    )),
            ],
            [.. Domain.Reference.Domains.All.Select(d => new DomainReply(d.Code, d.Label.In(language), d.Family))],
            [.. Domain.Reference.Sdgs.All.Select(s => new SdgReply(s.Number, s.Title.In(language)))],
            [.. Domain.Reference.Regions.All.Select(r => new Labelled(r.Code, r.Label.In(language)))],
            All<Nature>(),
            All<SocioEconomicModel>(),
            All<TakeOverKind>(),
            All<ActorProfile>(),
            All<OrganisationSize>(),
            All<TerritorialLevel>(),
            All<SizeSegment>(),
            [
                .. Enum.GetValues<ImpactKind>()
                    .Select(k => new ImpactReply(Codes.Of(k), Labels.Of(k).In(language), k.Months())),
            ],
            All<EvaluationForm>(),
            All<EvaluationMaturity>(),
            All<Participant>(),
            All<Verdict>(),
            All<Severity>(),
            All<Instrument>(),
            All<ProviderKind>(),
            All<EconomicSource>(),
            All<WorkKind>(),
            All<AllianceForm>(),
            All<AllianceCategory>(),
            await ListAsync(ReferenceListKind.AllianceKinds),
            All<ObjectiveAxis>(),
            All<GainKind>(),
            All<CommonGoodDimension>(),
            All<ResultLever>(),
            All<ImpactFacet>(),
            All<Foreseen>(),
            All<ImpactDimension>(),
            All<ImpactLevel>(),
            All<ImpactOutcome>(),
            All<ImpactState>(),
            All<Passage>(),
            await ListAsync(ReferenceListKind.Risks),
            All<EvaluatorKind>(),
            All<PlannedState>(),
            All<TerritoryRole>(),
            All<IndicatorDirection>(),
            All<IndicatorTotal>(),
            All<PeriodState>(),
            All<ReportStatus>(),
            All<ParticipantNature>(),
            All<ParticipationStatus>(),
            All<CohortState>(),
            All<MilestoneKind>(),
            All<CatalystMission>(),
            All<Engineering>(),
            All<ResourceNature>(),
            All<ToolKind>(),
            All<Viewpoint>(),
            [
                .. Domain.Progress.ReportSections.Usual.Select(s => new Labelled(
                    s,
                    Domain.Progress.ReportSections.LabelOf(s).In(language)
                )),
            ],
            [.. Domain.Resources.ReadingPaths.All.Select(p => new Labelled(p.Code, p.Label.In(language)))]
        );

        async Task<ReferenceListReply> ListAsync(ReferenceListKind list) =>
            ReferenceListReply.Of(await data.ListAsync(list, cancellationToken), language);

        IReadOnlyList<Labelled> All<T>()
            where T : struct, Enum =>
            [.. Enum.GetValues<T>().Select(v => new Labelled(Codes.Of(v), Labels.Of(v).In(language)))];
    }

    private static string CountsAs(Lever lever) =>
        lever.IsCapacityBuilding() ? "capacityBuilding"
        : lever == Lever.Evaluation ? "evaluation"
        : "directSupport";
}
