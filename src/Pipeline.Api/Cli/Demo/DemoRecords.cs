using MediatR;
using Pipeline.Application.Agreements;
using Pipeline.Application.Alliances;
using Pipeline.Application.Diagnoses;
using Pipeline.Application.Economics;
using Pipeline.Application.EvaluationPlans;
using Pipeline.Application.Impacts;
using Pipeline.Application.Indicators;
using Pipeline.Application.Risks;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Diagnoses;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Risks;

namespace Pipeline.Api.Cli.Demo;

/// <summary>
/// What the demonstration records beside the ledgers, of Wimoov alone. Its alliances are public (RC l.2829-2990), and so is the year 2015; other days, gains, the
/// agreement, the model, the impacts, the indicators, the planned evaluations, the self-diagnoses and the risks' answers are invented.
/// </summary>
internal sealed class DemoRecords(
    IMediator mediator,
    Func<string, ActorProfile, Task<Guid>> organisation,
    DateOnly today
)
{
    /// <summary>Records them; the caller manages the project.</summary>
    public async Task AddAsync(Guid projectId, Guid portfolioId)
    {
        await mediator.Send(
            new SetAgreement(
                projectId,
                portfolioId,
                null,
                new SupportAgreement(
                    today.AddMonths(-26),
                    today.AddMonths(-26),
                    today.AddMonths(10),
                    [new AgreedObjective("A platform for elderly people in every region", "Platforms opened")],
                    today.AddMonths(-27),
                    "The regions pay for the platforms; the fund's experts stay for a year",
                    today.AddMonths(-2),
                    12
                )
            )
        );
        await AllyAsync(
            projectId,
            "Platforms and solidary garages",
            AllianceForm.InterOrganisation,
            [AllianceCategory.EconomicCooperation, AllianceCategory.SocietalInnovation],
            ["jointOffer", "skillsSponsorship"],
            new(2009, 1, 1),
            [("Renault", ActorProfile.Company), ("Caisse des Dépôts", ActorProfile.Investor)]
        );
        await AllyAsync(
            projectId,
            "Laboratory of inclusive mobility",
            AllianceForm.CollectiveExperiment,
            [AllianceCategory.SocietalInnovation],
            ["societalRnd"],
            new(2011, 1, 1),
            [("Total", ActorProfile.Company)]
        );
        await AllyAsync(
            projectId,
            "Mobility of elderly people",
            AllianceForm.InterOrganisation,
            [AllianceCategory.Sponsorship, AllianceCategory.SocietalInnovation],
            ["financialSponsorship", "societalRnd"],
            new(2015, 1, 1),
            [("AG2R LA MONDIALE", ActorProfile.Company), ("MACIF", ActorProfile.Company)]
        );
        await EconomicsAsync(projectId);
        await ImpactsAsync(projectId);
        await IndicatorsAsync(projectId, portfolioId);
        await EvaluationPlanAsync(projectId);
        await DiagnosesAsync(projectId);
        await mediator.Send(
            new SetRisks(
                projectId,
                null,
                new RiskList([
                    new Risk(
                        Passage.Modelling,
                        3,
                        3,
                        Code: "noDeploymentPartner",
                        Answer: "A plan of partnerships, and meetings with companies that ask themselves the same question",
                        OwnerFunction: "Direction"
                    ),
                    new Risk(Passage.Any, 1, 3, Code: "sponsorLeaves", OwnerFunction: "Partnerships"),
                ])
            )
        );
    }

    private async Task EconomicsAsync(Guid projectId)
    {
        await mediator.Send(
            new SetEconomics(
                projectId,
                WhichPicture.Current,
                null,
                new EconomicPicture(
                    today.AddMonths(-3),
                    SocioEconomicModel.ResearchAndDevelopment,
                    [Resource(EconomicSource.Public, 600_000), Resource(EconomicSource.Private, 250_000)],
                    [new(WorkKind.Salaried, 14.5m), new(WorkKind.Volunteers, 3)]
                )
            )
        );
        await mediator.Send(
            new SetEconomics(
                projectId,
                WhichPicture.Target,
                null,
                new EconomicPicture(
                    today.AddYears(3),
                    SocioEconomicModel.Operator,
                    [
                        Resource(EconomicSource.Public, 900_000),
                        Resource(EconomicSource.Private, 300_000),
                        Resource(EconomicSource.Earned, 600_000),
                    ],
                    [new(WorkKind.Salaried, 32), new(WorkKind.SkillsSponsorship, 2)],
                    Sizing: new(26, 12_000, new(1_800_000, "EUR")),
                    Trajectory:
                    [
                        new("Every platform has a contract with its region", today.AddMonths(-5), today.AddMonths(-4)),
                        new("Companies pay for the journeys of those they hire", today.AddMonths(14)),
                    ]
                )
            )
        );

        static EconomicResource Resource(EconomicSource source, decimal amount) => new(source, new(amount, "EUR"));
    }

    // The team placed the project a year ago and again last month.
    private async Task DiagnosesAsync(Guid projectId)
    {
        foreach (
            var (date, governance, participation, skills) in new[]
            {
                (today.AddMonths(-13), Mastery.Begun, Mastery.None, Mastery.Begun),
                (today.AddMonths(-1), Mastery.Practised, Mastery.Begun, Mastery.Practised),
            }
        )
            await mediator.Send(
                new RecordDiagnosis(
                    projectId,
                    new(
                        "projectReadiness",
                        date,
                        [
                            new("solution", Mastery.Mastered),
                            new("process", Mastery.Practised),
                            new("economicModel", Mastery.Begun),
                            new("governance", governance),
                            new("participation", participation),
                            new("skills", skills),
                        ],
                        "Answered together by the team and the board"
                    )
                )
            );
    }

    private async Task ImpactsAsync(Guid projectId)
    {
        var moved = await mediator.Send(
            new CreateImpact(
                projectId,
                new Impact(
                    ImpactKind.Innovation,
                    ImpactFacet.Societal,
                    Foreseen.Wanted,
                    ImpactDimension.Social,
                    ImpactLevel.Individual,
                    "Who could not move gets to work, to school and to others",
                    new(2009, 1, 1),
                    "Job seekers, apprentices, elderly people"
                )
            )
        );
        await mediator.Send(
            new ReadImpact(
                projectId,
                moved.Id,
                new(new(2019, 6, 1), ImpactOutcome.Partly, "Where there is a platform; not yet where there is none")
            )
        );
        await mediator.Send(
            new CreateImpact(
                projectId,
                new Impact(
                    ImpactKind.Trust,
                    ImpactFacet.Territories,
                    Foreseen.Expected,
                    ImpactDimension.Political,
                    ImpactLevel.Ecosystem,
                    "Regions plan mobility together with those who lack it",
                    today.AddYears(-5)
                )
            )
        );
    }

    private async Task EvaluationPlanAsync(Guid projectId) =>
        await mediator.Send(
            new SetEvaluationPlan(
                projectId,
                null,
                new([
                    new(
                        Phase.ScalingOut,
                        EvaluationForm.Performance,
                        EvaluationMaturity.Measured,
                        today.AddMonths(7),
                        EvaluatorKind.TrustedThirdParty,
                        [Participant.Beneficiaries, Participant.Academics],
                        Budget: new(24_000, "EUR"),
                        Questions: ["Which effects were not desired?"],
                        Framework: "Built with the regions and two laboratories"
                    ),
                    new(
                        Phase.Modelling,
                        EvaluationForm.Partnership,
                        EvaluationMaturity.Narrated,
                        today.AddDays(10),
                        EvaluatorKind.Partners,
                        [Participant.Partners]
                    ),
                ])
            )
        );

    private async Task IndicatorsAsync(Guid projectId, Guid portfolioId)
    {
        await mediator.Send(
            new SetIndicators(
                portfolioId,
                null,
                new([
                    new(
                        "ACCOMPANIED",
                        new("People accompanied in a year", "Personnes accompagnées dans l'année"),
                        "people",
                        IndicatorDirection.Up,
                        IndicatorTotal.Sum,
                        IrisMetric: "PI4060",
                        Sdg: 8
                    ),
                    new(
                        "JOB_KEPT",
                        new("Still in work after a year", "Toujours en emploi après un an"),
                        "%",
                        IndicatorDirection.Up,
                        IndicatorTotal.None,
                        Sdg: 8
                    ),
                ])
            )
        );
        foreach (
            var (code, months, value) in new[]
            {
                ("ACCOMPANIED", 18, 9_800m),
                ("ACCOMPANIED", 6, 11_250m),
                ("JOB_KEPT", 6, 62.5m),
            }
        )
            await mediator.Send(
                new RecordIndicatorReading(
                    projectId,
                    new(code, today.AddMonths(-months), value, "The platforms' files of the year")
                )
            );
        await mediator.Send(
            new SetIndicatorTargets(
                projectId,
                null,
                new([
                    new("ACCOMPANIED", null, 9_800, today.AddMonths(-18), 15_000, today.AddMonths(18)),
                    new("JOB_KEPT", Target: 65),
                ])
            )
        );
    }

    private async Task AllyAsync(
        Guid projectId,
        string name,
        AllianceForm form,
        IReadOnlyList<AllianceCategory> categories,
        IReadOnlyList<string> kinds,
        DateOnly since,
        (string Name, ActorProfile Profile)[] with
    )
    {
        var partners = new List<AlliancePartner>();
        foreach (var (partner, profile) in with)
            partners.Add(
                new(
                    await organisation(partner, profile),
                    since,
                    Objectives: [new(ObjectiveAxis.InternalMobilisation, "Staff who know the people they work for")],
                    Gains: [new(GainKind.Innovation), new(GainKind.LocalAnchoring)]
                )
            );
        await mediator.Send(
            new CreateAlliance(
                projectId,
                new Alliance(
                    name,
                    form,
                    categories,
                    since,
                    kinds,
                    partners,
                    [new(CommonGoodDimension.Organisational, "People without a car get to work", ResultLever.Social)],
                    SharedVision: "Mobility for all",
                    Governance: "Both sides meet twice a year"
                )
            )
        );
    }
}
