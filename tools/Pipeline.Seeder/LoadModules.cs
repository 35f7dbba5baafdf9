using Pipeline.Application.Agreements;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Diagnoses;
using Pipeline.Domain.Economics;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Risks;
using Pipeline.Domain.Support;
using Participation = Pipeline.Domain.Programmes.Participation;

namespace Pipeline.Seeder;

/// <summary>
/// What the modules hold of one generated project, beside the same life that it has without them: documents in a version or more, and facts, each checked by the
/// domain's own rules with the instant at which it would have been recorded.
/// </summary>
internal sealed class LoadModules(LoadRandom random, LoadPlace place, LoadAsked asked, DateOnly until)
{
    private static readonly string[] Functions = ["Director", "Treasurer", "Project manager", "President"];

    private readonly DateOnly _last = until.AddDays(-1);
    private readonly List<(Guid Id, EvaluationReport Report)> _evaluated = [];
    private Guid _agreement,
        _alliance;
    private int _at;

    /// <summary>When the project began: ids are of that instant.</summary>
    public void Begin(DateTimeOffset now) =>
        (_agreement, _alliance) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));

    /// <summary>A commitment, with what the modules say of it.</summary>
    public CommitmentTerms Of(CommitmentTerms terms)
    {
        var own = terms.PortfolioId == place.Portfolio.Id;
        return terms with
        {
            AgreementId = own ? _agreement : null,
            AllianceId = random.Chance(0.2) ? _alliance : null,
            ProgrammeId =
                own && terms.Lever == Lever.ExpertiseAndNetworks && random.Chance(0.3) ? asked.Programme : null,
            Instrument =
                terms.Lever != Lever.Funding || random.Chance(0.85) ? Instrument.Grant
                : random.Chance(0.7) ? Instrument.Loan
                : Instrument.Equity,
            Provider =
                terms.Lever == Lever.Funding || random.Chance(0.3)
                    ? null
                    : new(random.OneOf(place.Associations), random.OneOf(Enum.GetValues<ProviderKind>())),
        };
    }

    /// <summary>An evaluation, with what the modules say of it.</summary>
    public EvaluationReport Of(EvaluationReport report, DateTimeOffset now)
    {
        var planned = Guid.CreateVersion7(now);
        var said = report with
        {
            PlannedId = planned,
            AllianceId = report.Form == EvaluationForm.Partnership ? _alliance : null,
            EvaluatorKind = random.OneOf(Enum.GetValues<EvaluatorKind>()),
            CostCents = random.Cents(500, 20_000),
            GapFromIntuition = LoadWords.Text(random, 1),
            DriftNoted = random.Chance(0.3) ? LoadWords.Text(random, 1) : null,
            EcosystemChange = random.Chance(0.5) ? LoadWords.Text(random, 1) : null,
        };
        _evaluated.Add((planned, said));
        return said;
    }

    /// <summary>What the next territory should know of a move.</summary>
    public string? Lessons() => random.Chance(0.7) ? LoadWords.Text(random, 2) : null;

    /// <summary>Everything that is stored beside the project itself.</summary>
    /// <param name="idOf">What an id is written as, in a document too.</param>
    /// <param name="kept">Takes an id that is written as it is: it is made of others.</param>
    public IEnumerable<object> All(
        Project project,
        IReadOnlyList<Commitment> commitments,
        Func<Guid, Guid> idOf,
        Action<Guid> kept
    )
    {
        var (start, by, currency) = (project.StartedOn, place.People.Owner, place.Portfolio.Currency);
        // How far it was lived: what has ended writes nothing any more.
        var last = project.Standing is Standing.Stopped or Standing.Adopted
            ? project.Transitions.Where(t => t.Effect is not null).Max(t => t.EffectiveOn)
            : _last;
        DateTimeOffset On(int days) => At(Soon(start.AddDays(days)));
        DateOnly Soon(DateOnly day) => day < _last ? day : _last;
        static DateOnly Later(DateOnly day, DateOnly least) => day > least ? day : least;

        IEnumerable<DocumentVersion> Versions<T>(DocumentKey key, params (DateTimeOffset Now, T Terms)[] said) =>
            said.Select((v, i) => new DocumentVersion(key, i + 1, RecordJson.Write(v.Terms), by, v.Now));

        FactEntry Fact<T>(
            FactKind kind,
            Guid subject,
            DateOnly on,
            T says,
            Guid? portfolio = null,
            DateTimeOffset? now = null
        ) => new(kind, project.Id, subject, on, "on", RecordJson.Write(says), portfolio, by, now ?? At(on));

        // An agreement, of which the exit is written down in its second version.
        var (signed, exits) = (On(10), On(300));
        var agreement = new SupportAgreement(
            signed.Today(),
            signed.Today(),
            signed.Today().AddMonths(random.Between(24, 60)),
            [
                .. Enumerable
                    .Range(0, random.Between(2, 4))
                    .Select(i => new AgreedObjective(
                        LoadWords.Text(random, 1),
                        LoadWords.Text(random, 1),
                        start.AddMonths(12 * (i + 1))
                    )),
            ],
            CoBuiltWithGovernanceOn: signed.Today(),
            ReviewEveryMonths: 12
        ).Checked(signed);
        var agreementKey = new DocumentKey(DocumentKind.Agreement, project.Id, place.Portfolio.Id, _agreement);
        var exit = agreement with { ExitStrategy = LoadWords.Text(random, 2), ExitReviewedOn = exits.Today() };
        foreach (
            var version in random.Chance(0.6)
                ? Versions(agreementKey, (signed, agreement), (exits, exit.Checked(exits)))
                : Versions(agreementKey, (signed, agreement))
        )
            yield return version;

        // Alliances: the first one is the commitments'.
        var alliances = random.Between(1, 2);
        for (var i = 0; i < alliances; i++)
        {
            var now = On(30 + (200 * i));
            var id = i == 0 ? _alliance : Guid.CreateVersion7(now);
            var alliance = new Alliance(
                LoadWords.Name(random),
                random.OneOf(Enum.GetValues<AllianceForm>()),
                random.Some(Enum.GetValues<AllianceCategory>(), 2),
                now.Today(),
                random.Some([.. AllianceKinds.Defaults.Select(k => k.Code)], 2),
                [
                    .. random
                        .Some([.. place.Funders, .. place.Associations.Take(40)], random.Between(2, 4))
                        .Select(partner => new AlliancePartner(
                            idOf(partner),
                            now.Today(),
                            Objectives: [new(random.OneOf(Enum.GetValues<ObjectiveAxis>()), LoadWords.Text(random, 1))],
                            Gains: [new(random.OneOf(Enum.GetValues<GainKind>()), LoadWords.Text(random, 1))]
                        )),
                ],
                [new(CommonGoodDimension.Organisational, LoadWords.Text(random, 1))],
                EndsOn: now.Today().AddMonths(random.Between(24, 60)),
                AgreementSignedOn: now.Today(),
                SharedVision: LoadWords.Text(random, 2),
                Asymmetries: LoadWords.Text(random, 1),
                Governance: random.Chance(0.7) ? LoadWords.Text(random, 1) : null
            );
            var kinds = AllianceKinds.Defaults.Select(k => k.Code).ToList();
            var (later, changed) = (On(400 + (200 * i)), alliance with { SharedTerms = LoadWords.Text(random, 2) });
            foreach (
                var version in Versions(
                    new(DocumentKind.Alliance, project.Id, null, id),
                    (now, alliance.Checked(kinds, now)),
                    (later, changed.Checked(kinds, later))
                )
            )
                yield return version;
        }

        // Evaluations: those that came, and one to come.
        var planning = On(20);
        var plan = new EvaluationPlan([
            .. _evaluated.Select(e => Planned(e.Report.Phase, e.Report.Form, e.Report.Maturity, e.Report.CarriedOutOn)),
            Planned(
                project.Phase,
                EvaluationForm.Relevance,
                EvaluationMaturity.Narrated,
                Later(_last.AddDays(random.Between(-20, 300)), start)
            ),
        ]).Checked(null, start, currency, done: [], planning);
        yield return Versions(
                DocumentKey.OfProject(DocumentKind.EvaluationPlan, project.Id),
                (
                    planning,
                    new EvaluationPlan([
                        .. plan.Evaluations.Select(
                            (e, i) => e with { Id = idOf(i < _evaluated.Count ? _evaluated[i].Id : e.Id!.Value) }
                        ),
                    ])
                )
            )
            .Single();

        // How it lives, and is to live.
        var (current, target) = (On(40), On(60));
        yield return Versions(
                DocumentKey.OfProject(DocumentKind.CurrentEconomics, project.Id),
                (current, Picture(current.Today(), 2).Checked(isTarget: false, currency, current))
            )
            .Single();
        var aim = Picture(target.Today().AddYears(3), 4) with
        {
            Sizing = new(random.Between(2, 20), random.Between(100, 5_000), Stated(20_000, 900_000)),
            Trajectory =
            [
                .. Enumerable
                    .Range(1, random.Between(2, 4))
                    .Select(i => new TrajectoryStep(LoadWords.Text(random, 1), start.AddMonths(9 * i))),
            ],
        };
        yield return Versions(
                DocumentKey.OfProject(DocumentKind.TargetEconomics, project.Id),
                (target, aim.Checked(isTarget: true, currency, target))
            )
            .Single();

        // Impacts, and what was found of those whose time had come.
        var impacts = random.Between(1, 3);
        for (var i = 0; i < impacts; i++)
        {
            var now = On(50 + i);
            var id = Guid.CreateVersion7(now);
            var kind = random.OneOf(Enum.GetValues<ImpactKind>());
            var impact = new Impact(
                kind,
                random.OneOf(ImpactClock.Facets(kind)),
                random.OneOf(Enum.GetValues<Foreseen>()),
                random.OneOf(Enum.GetValues<ImpactDimension>()),
                random.OneOf(Enum.GetValues<ImpactLevel>()),
                LoadWords.Text(random, 1),
                now.Today(),
                LoadWords.Text(random, 1),
                random.Chance(0.3) ? idOf(_alliance) : null,
                ["JOBS"],
                LoadWords.Text(random, 1)
            ).Checked();
            yield return Versions(new(DocumentKind.Impact, project.Id, null, id), (now, impact)).Single();
            for (
                var day = now.Today().AddDays(random.Between(300, 700));
                day <= last;
                day = day.AddDays(random.Between(300, 700))
            )
                yield return Fact(
                    FactKind.ImpactReading,
                    id,
                    day,
                    new ImpactReading(
                        random.OneOf(Enum.GetValues<ImpactOutcome>()),
                        LoadWords.Text(random, 2)
                    ).Checked()
                );
        }

        // What is aimed at.
        var aiming = On(15);
        var targets = new IndicatorTargets([
            .. asked
                .Indicators.Indicators.Take(3)
                .Select(i => new IndicatorTarget(
                    i.Code,
                    Baseline: random.Between(0, 20),
                    BaselineOn: aiming.Today(),
                    Target: random.Between(20, 400),
                    TargetOn: aiming.Today().AddMonths(random.Between(12, 40))
                )),
        ]).Checked(null, asked.Indicators, aiming);
        yield return Versions(
                DocumentKey.OfProject(DocumentKind.IndicatorTargets, project.Id),
                (aiming, new IndicatorTargets([.. targets.Targets.Select(t => t with { Id = idOf(t.Id!.Value) })]))
            )
            .Single();

        // Risks, answered later.
        var (seen, answered) = (On(25), On(180));
        var risks = new RiskList([
            .. random
                .Some(OfferedRisks.Defaults, random.Between(2, 4))
                .Select(r => new Risk(
                    random.OneOf(Enum.GetValues<Passage>()),
                    random.Between(1, 3),
                    random.Between(1, 3),
                    Code: r.Code,
                    OwnerFunction: random.OneOf(Functions),
                    Lever: random.OneOf(Levers.All),
                    AllianceId: random.Chance(0.2) ? idOf(_alliance) : null
                )),
        ]).Checked(null, [.. OfferedRisks.Defaults.Select(r => r.Code)], seen);
        var named = new RiskList([.. risks.Risks.Select(r => r with { Id = idOf(r.Id!.Value) })]);
        foreach (
            var version in Versions(
                DocumentKey.OfProject(DocumentKind.Risks, project.Id),
                (seen, named),
                (
                    answered,
                    new RiskList([
                        .. named.Risks.Select(r =>
                            random.Chance(0.7) ? r with { Answer = LoadWords.Text(random, 1) } : r
                        ),
                    ])
                )
            )
        )
            yield return version;

        // Reports on the periods that had ended, with the indicators that they say something of.
        foreach (
            var period in place
                .Portfolio.Policy.Schedule!.Periods(start, last)
                .Where(p => p.EndsOn < last && random.Chance(0.85))
        )
        foreach (var entity in Report(period))
            yield return entity;

        // What was paid back.
        foreach (var loan in commitments.Where(c => c.Instrument.IsRepayable()))
        foreach (var day in new[] { loan.AgreedOn.AddDays(200), loan.AgreedOn.AddDays(500) }.Where(d => d <= _last))
            yield return Fact(
                FactKind.Repayment,
                loan.Id,
                day,
                new RepaymentTerms(loan.Cents / 10, $"REP-{random.Between(1, 99_999)}"),
                loan.PortfolioId
            );

        // How it placed itself.
        var questionnaire = Questionnaires.All[0];
        if (random.Chance(0.4) && start.AddDays(90) <= _last)
            yield return Fact(
                FactKind.Diagnosis,
                project.Id,
                start.AddDays(90),
                new AnswerSet(
                    questionnaire.Code,
                    questionnaire.Version,
                    [
                        .. questionnaire.Questions.Select(q => new Answer(
                            q.Question.Code,
                            random.OneOf(Enum.GetValues<Mastery>())
                        )),
                    ],
                    null
                ).Checked()
            );

        // One in ten goes along the programme.
        if (random.Chance(0.1) && asked.Place() is var (cohortId, cohort))
        {
            var chosen = On(5);
            var participation = Participation.Chosen(
                cohortId,
                cohort,
                new(project.OwnerOrganisationId, LoadWords.Place(0), ParticipantNature.Association, [Functions[0]]),
                chosen.Today(),
                chosen
            );
            yield return Versions(
                    DocumentKey.InPortfolio(
                        DocumentKind.Participation,
                        place.Portfolio.Id,
                        Guid.CreateVersion7(chosen)
                    ),
                    (
                        chosen,
                        participation with
                        {
                            CohortId = idOf(cohortId),
                            Who = participation.Who with
                            {
                                OrganisationId = idOf(project.OwnerOrganisationId),
                                ProjectId = idOf(project.Id),
                            },
                        }
                    )
                )
                .Single();
        }

        PlannedEvaluation Planned(Phase phase, EvaluationForm form, EvaluationMaturity maturity, DateOnly on) =>
            new(
                phase,
                form,
                maturity,
                on,
                random.OneOf(Enum.GetValues<EvaluatorKind>()),
                [Participant.Beneficiaries, Participant.Partners],
                Budget: Stated(500, 20_000),
                Questions: [LoadWords.Text(random, 1)],
                Framework: LoadWords.Text(random, 1)
            );

        EconomicPicture Picture(DateOnly day, int resources) =>
            new(
                day,
                SocioEconomicModel.Operator,
                [
                    .. random
                        .Some(Enum.GetValues<EconomicSource>(), resources)
                        .Select(source => new EconomicResource(source, Stated(2_000, 300_000), LoadWords.Place(0))),
                ],
                [new(WorkKind.Salaried, random.Between(1, 12)), new(WorkKind.Volunteers, random.Between(0, 30))],
                [idOf(_alliance)]
            );

        StatedMoney Stated(int least, int most) => new(random.Cents(least, most) / 100m, currency);

        IEnumerable<object> Report(ReportPeriod period)
        {
            var submitting = At(Soon(period.EndsOn.AddDays(random.Between(1, 25))));
            var content = new ReportContent(
                [.. ReportSections.Usual.Select(s => new ReportSection(s, LoadWords.Text(random, 2)))],
                [new(Lever.Funding, Stated(500, 30_000), LoadWords.Text(random, 1))],
                [],
                [
                    .. random
                        .Some(asked.Indicators.Indicators, 2)
                        .Select(i => new ReportedReading(i.Code, random.Between(0, 400), "Its own count")),
                ]
            ).Checked(ReportSections.Usual, currency, asked.Indicators);
            var written = At(period.EndsOn);
            yield return Versions(Key(DocumentKind.ProgressDraft), (written, new ReportDraft(period.EndsOn, content)))
                .Single();
            var submitted = new ProgressReport(period.EndsOn).Submit(content, 1, ReportSections.Usual, by, submitting);
            var deciding = submitting.Today().AddDays(random.Between(2, 30));
            var key = Key(DocumentKind.ProgressReport);
            if (deciding > _last || random.Chance(0.05))
            {
                yield return Versions(key, (submitting, submitted)).Single();
                yield break;
            }
            var now = At(deciding);
            var readings = (content.IndicatorReadings ?? [])
                .Select(r =>
                    Fact(
                        FactKind.IndicatorReading,
                        project.Id,
                        period.EndsOn,
                        new IndicatorReading(
                            r.Indicator,
                            asked.Indicators.Find(r.Indicator)!.Unit,
                            r.Value,
                            "Its own count",
                            period.StartsOn < start ? null : period.StartsOn
                        ).Checked(period.EndsOn, start),
                        now: now
                    )
                )
                .ToList();
            foreach (
                var version in Versions(
                    key,
                    (submitting, submitted),
                    (
                        now,
                        submitted.Decide(
                            ReportDecision.Accept,
                            null,
                            place.People.Manager,
                            now,
                            [.. readings.Select(r => idOf(r.Id))]
                        )
                    )
                )
            )
                yield return version;
            foreach (var reading in readings)
                yield return reading;

            DocumentKey Key(DocumentKind kind)
            {
                var id = ProgressReport.IdOf(kind, idOf(project.Id), period.EndsOn);
                kept(id);
                return new(kind, project.Id, null, id);
            }
        }
    }

    // In the evening: after what the project itself did on that day.
    private DateTimeOffset At(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(21, 0)).AddSeconds(_at++ % 9_000), TimeSpan.Zero);
}
