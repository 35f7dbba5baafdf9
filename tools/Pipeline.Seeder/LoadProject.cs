using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Seeder;

/// <summary>Where a generated project lives.</summary>
/// <param name="Portfolio">The one that leads it.</param>
/// <param name="CoFunder">Another one that takes part, or null.</param>
internal sealed record LoadPlace(
    Portfolio Portfolio,
    Guid? CoFunder,
    IReadOnlyList<Guid> Associations,
    IReadOnlyList<Guid> Funders,
    LoadPeople People
);

/// <summary>
/// One generated project with everything of its own, lived through day by day with the domain's own verbs: each is called with the instant at which it
/// would have been recorded, and judges gates on what was recorded by then. Whatever the domain refuses would end the run.
/// </summary>
internal sealed class LoadProject
{
    /// <summary>How far back lives go.</summary>
    public const int Years = 5;

    private readonly LoadRandom _random;
    private readonly LoadPlace _place;
    private readonly LoadModules? _modules;
    private readonly DateOnly _last;
    private readonly List<PlanVersion> _plans = [];
    private readonly List<Commitment> _commitments = [];
    private readonly List<Evaluation> _evaluations = [];

    /// <param name="until">Everything was recorded before this day.</param>
    /// <param name="modules">What modules say of its commitments, evaluations and moves; null for nothing.</param>
    public LoadProject(LoadRandom random, LoadPlace place, string code, DateOnly until, LoadModules? modules = null)
    {
        (_random, _place, _modules, _last) = (random, place, modules, until.AddDays(-1));
        var start = until.AddDays(-random.Between(30, Years * 365));
        var now = At(start);
        Project = new(
            code,
            LoadWords.Name(random),
            LoadWords.Text(random, random.Between(1, 4)),
            random.OneOf(place.Associations),
            place.Portfolio.Id,
            start,
            now
        );
        modules?.Begin(now);
        Describe(now);
        if (place.CoFunder is { } other)
            Project.HoldIn(other, HoldingKind.CoFunder, now);
        Live(start);
    }

    public Project Project { get; }

    /// <summary>Everything that is stored, in the order in which rows need each other.</summary>
    public IEnumerable<object> All => [Project, .. _plans, .. _commitments, .. _evaluations];

    /// <summary>What was agreed on.</summary>
    public IReadOnlyList<Commitment> Commitments => _commitments;

    private LifecyclePolicy Policy => _place.Portfolio.Policy;

    private void Describe(DateTimeOffset now)
    {
        var modelled = _random.Chance(0.8);
        var model = new Model(
            "What people get",
            "Who does what",
            "Who pays for what",
            modelled ? "Beside what exists" : null,
            modelled ? "Who plays which part" : null,
            modelled ? "Who decides" : null,
            modelled ? "An association" : null
        );
        Project.Describe(
            new(
                Project.Name,
                Project.Summary,
                new(LoadWords.Text(_random, 2), "Those who live there"),
                [LoadWords.Text(_random, 1)],
                model,
                _random.Chance(0.9) ? SocioEconomicModel.Operator : SocioEconomicModel.ResearchAndDevelopment,
                _random.Some([.. Enumerable.Range(1, 17)], _random.Between(0, 3)),
                [.. _random.Some(Domains.All, _random.Between(0, 3)).Select(d => d.Code)],
                new(
                    _random.Chance(0.5) ? TakeOverKind.PublicPolicy : TakeOverKind.Market,
                    null,
                    "Those who could carry it further"
                )
            ),
            now
        );
        var places = _random.Some([.. Enumerable.Range(0, LoadWords.Places)], _random.Between(1, 5));
        Project.SetTerritories(
            [
                .. places.Select(p => new TerritoryDescription(
                    LoadWords.Place(p),
                    TerritorialLevel.Local,
                    Regions.All[p % Regions.All.Count].Code,
                    null,
                    Project.StartedOn
                )),
            ],
            now
        );
        Project.SetStakeholders(
            [
                .. _random
                    .Some(Enum.GetValues<StakeholderKind>(), _random.Between(1, 4))
                    .Select(kind => new StakeholderDescription(kind, null, null, _random.Between(1, 3))),
            ],
            now
        );
        Project.AddOwner(_place.People.Owner, now);
        Plan(Phase.Conception, now);
    }

    private void Live(DateOnly day)
    {
        while (true)
        {
            var phase = Project.Phase;
            var left = day.AddDays(_random.Between(100, phase == Phase.Conception ? 400 : 700));
            Support(phase, day, left);
            Evaluate(phase, day, left);
            if (_random.Chance(0.08) && !Pause(day, ref left))
                return;
            if (left > _last)
                return;

            var trigger =
                phase == Phase.Industrialisation ? (_random.Chance(0.5) ? Trigger.Adopt : Trigger.Stop)
                : _random.Chance(0.07) ? Trigger.Stop
                : phase != Phase.Conception && _random.Chance(0.05) ? Trigger.StepBack
                : Trigger.Advance;
            if (Move(trigger, left) is not { } moved)
                return;
            day = moved;
            if (Project.Standing is Standing.Stopped or Standing.Adopted)
            {
                // Few come back.
                if (
                    !_random.Chance(0.1)
                    || Move(Trigger.Reopen, day.AddDays(_random.Between(30, 300))) is not { } reopened
                )
                    return;
                day = reopened;
            }
            if (_random.Chance(0.2) && day <= _last)
                Plan(Project.Phase, At(day));
        }
    }

    // What is foreseen from a phase on: money for all that is to come, the rest as it is needed.
    private void Plan(Phase from, DateTimeOffset now)
    {
        var lines = new List<PlannedAmount>();
        foreach (var phase in PhaseOrder.All.Where(p => p >= from && p <= from + 1))
        foreach (var lever in Enum.GetValues<Lever>().Where(lever => lever == Lever.Funding || _random.Chance(0.3)))
            lines.Add(
                new(phase, lever, lever == Lever.Funding ? _random.Cents(5_000, 200_000) : _random.Cents(2_000, 50_000))
            );
        _plans.Add(
            new(Project.Id, _plans.Count + 1, Project.StartedOn, now.Today(), lines, _place.People.Manager, now)
        );
        Project.FactsChanged();
    }

    private void Support(Phase phase, DateOnly from, DateOnly to)
    {
        // The experiment is paid for before it begins: the first gate asks for that.
        if (phase == Phase.Conception && _random.Chance(0.9))
            Commit(Lever.Funding, Phase.Experimentation, from, to);
        if (_random.Chance(phase == Phase.Experimentation ? 0.2 : 0.7))
            Commit(Lever.Funding, phase, from, to);
        foreach (var lever in new[] { Lever.ExpertiseAndNetworks, Lever.StrategyAndGovernance, Lever.Evaluation })
            if (_random.Chance(0.15))
                Commit(lever, phase, from, to);
    }

    private void Commit(Lever lever, Phase phase, DateOnly from, DateOnly to)
    {
        var agreed = from.AddDays(_random.Between(0, 40));
        if (agreed > to || agreed > _last)
            return;
        var nature = lever == Lever.Funding ? Nature.Cash : _random.OneOf(Enum.GetValues<Nature>());
        var cents = lever == Lever.Funding ? _random.Cents(4_000, 200_000) : _random.Cents(1_000, 60_000);
        var portfolio = _place.CoFunder is { } other && _random.Chance(0.4) ? other : _place.Portfolio.Id;
        var now = At(Later(agreed, 6));
        var terms = new CommitmentTerms(
            portfolio,
            _random.OneOf(_place.Funders),
            lever,
            phase,
            nature,
            cents,
            agreed,
            agreed,
            agreed.AddDays(_random.Between(180, 900)),
            nature == Nature.Skills ? decimal.Round(cents / 8_000m, 2) : null,
            $"AGR-{agreed.Year}-{_random.Between(1, 99_999)}"
        );
        var commitment = new Commitment(
            Project.Id,
            Project.StartedOn,
            _modules?.Of(terms) ?? terms,
            _place.People.Finance,
            now
        );
        _commitments.Add(commitment);
        Project.FactsChanged();
        Deliver(commitment, agreed);
    }

    private void Deliver(Commitment commitment, DateOnly day)
    {
        var (parts, reversed) = (_random.Between(0, 2), _random.Chance(0.02));
        for (var part = 1; part <= parts; part++)
        {
            day = day.AddDays(_random.Between(15, 150));
            if (day > _last)
                return;
            var cents =
                part == parts && _random.Chance(0.5)
                    ? commitment.Cents - commitment.DeliveredCents
                    : commitment.Cents / 5;
            var recorded = Later(day, 5);
            var delivery = commitment.Deliver(
                cents,
                LoadCommand.Currency,
                day,
                commitment.Hours is { } hours ? decimal.Round(hours * cents / commitment.Cents, 2) : null,
                null,
                _place.People.Finance,
                At(recorded)
            );
            Project.FactsChanged();
            day = recorded;
            if (!reversed)
                continue;
            commitment.Reverse(delivery.Id, "Paid to the wrong account", day, _place.People.Finance, At(day));
            reversed = false;
            Project.FactsChanged();
        }
        day = day.AddDays(30);
        if (day > _last || !_random.Chance(0.03))
            return;
        commitment.Cancel("The funder has left the field", day, _place.People.Finance, At(day));
        Project.FactsChanged();
    }

    private void Evaluate(Phase phase, DateOnly from, DateOnly to)
    {
        if (phase == Phase.Conception || _random.Chance(0.1))
            return;
        var on = from.AddDays(_random.Between(20, 80));
        if (on > to || on > _last)
            return;
        var (form, maturity) = phase switch
        {
            Phase.Experimentation => (EvaluationForm.Relevance, EvaluationMaturity.Narrated),
            Phase.Modelling => (EvaluationForm.Performance, EvaluationMaturity.Benchmarked),
            _ => (_random.OneOf(Enum.GetValues<EvaluationForm>()), EvaluationMaturity.Measured),
        };
        var report = new EvaluationReport(
            phase,
            form,
            maturity,
            on,
            "Those who were asked",
            _random.Some(Enum.GetValues<Participant>(), _random.Between(1, 3)),
            LoadWords.Text(_random, 2),
            _random.OneOf(Enum.GetValues<Verdict>()),
            [],
            _random.Chance(0.4) ? [new("People reached", "people", 0, 100, _random.Between(20, 400), null, null)] : []
        );
        var now = At(Later(on, 8));
        _evaluations.Add(
            new(
                Project.Id,
                Project.LeadPortfolioId,
                Project.StartedOn,
                phase,
                _modules?.Of(report, now) ?? report,
                _place.People.Owner,
                now
            )
        );
        Project.FactsChanged();
    }

    private bool Pause(DateOnly from, ref DateOnly to)
    {
        var held = from.AddDays(_random.Between(30, 80));
        if (
            Move(Trigger.Hold, held) is not { } begun
            || Move(Trigger.Resume, begun.AddDays(_random.Between(20, 120))) is not { } ended
        )
            return false;
        if (to < ended)
            to = ended;
        return true;
    }

    // Reports a move until it takes effect, if it ever does: managers answer days later, some of them with a no.
    private DateOnly? Move(Trigger trigger, DateOnly on)
    {
        while (true)
        {
            var recorded = on.AddDays(_random.Between(0, 8));
            if (recorded > _last)
                return null;
            var transition = Report(trigger, on, At(recorded));
            if (transition.Effect is not null)
                return recorded;

            var answered = recorded.AddDays(_random.Between(1, 25));
            if (answered > _last)
                return null;
            var manager = new Actor(_place.People.Manager, Reports: true, Manages: true);
            var now = At(answered);
            switch (_random.Between(1, 40))
            {
                case 1 or 2:
                    Project.Decide(
                        transition.Id,
                        DecisionKind.Decline,
                        "Too early: the partners have not agreed yet",
                        [],
                        manager,
                        Policy,
                        Facts(now),
                        now
                    );
                    break;
                case 3 or 4:
                    Project.Decide(
                        transition.Id,
                        DecisionKind.ReturnForChanges,
                        "Say more of what was learnt",
                        [],
                        manager,
                        Policy,
                        Facts(now),
                        now
                    );
                    break;
                case 5:
                    Project.Withdraw(transition.Id, new(transition.ReportedBy, Reports: true, Manages: false), now);
                    break;
                case 6:
                    // Left waiting for good.
                    return null;
                default:
                    // What was met when it was reported may be unmet by now: a commitment is cancelled meanwhile.
                    var facts = Facts(now);
                    Project.Decide(
                        transition.Id,
                        DecisionKind.Approve,
                        null,
                        Waivers(trigger, facts),
                        manager,
                        Policy,
                        facts,
                        now
                    );
                    return answered;
            }
            on = answered.AddDays(_random.Between(10, 60));
        }
    }

    private Transition Report(Trigger trigger, DateOnly on, DateTimeOffset now)
    {
        var facts = Facts(now);
        var waivers = Waivers(trigger, facts);
        // Reopening is the managers'; so is a waiver that nobody reviews.
        var manages = trigger == Trigger.Reopen || (waivers.Count > 0 && !Policy.ReviewRequired);
        var reporter =
            trigger == Trigger.Reopen && Policy.ReviewRequired ? Application.Common.Operator.Id
            : manages ? _place.People.Manager
            : _place.People.Owner;
        var reason =
            Lifecycle.Find(Project.State, trigger)?.Asks == RequiredInput.Reason
                ? "What was learnt speaks for it"
                : null;
        return Project.Report(
            new(trigger, on, LoadWords.Text(_random, 2), reason, [], waivers, null, _modules?.Lessons()),
            new(reporter, Reports: true, manages),
            Policy,
            facts,
            now
        );
    }

    private IReadOnlyList<Waiver> Waivers(Trigger trigger, GateFacts facts) =>
        [
            .. (Lifecycle.Find(Project.State, trigger)?.Gate?.Judge(facts, Policy) ?? [])
                .Where(c => c.Blocks)
                .Select(c => new Waiver(c.Code, "It is under way and was seen")),
        ];

    // As GateFactsReader reads them, as far as they were recorded by then.
    private GateFacts Facts(DateTimeOffset now)
    {
        var plan = LeverTotals.Of(
            _plans.Where(p => p.RecordedAt <= now).MaxBy(p => p.Number)?.Lines.Select(l => (l.Lever, l.Cents)) ?? []
        );
        var known = _commitments.Where(c => c.RecordedAt <= now).ToList();
        return new(
            Project.Phase,
            now.Today(),
            Project.Need,
            Project.SolutionHypotheses.Count,
            Project.Territories.Count(t => t.Described().IsNamedForExperiment(now.Today())),
            Project.Territories.Count(t => t.Described().IsDeployed(now.Today())),
            Project.Model,
            Project.SocioEconomicModel,
            Project.TakeOver,
            LoadCommand.Currency,
            known
                .Where(c =>
                    c.Lever == Lever.Funding && c.Phase == Phase.Experimentation && !(c.Cancellation?.RecordedAt <= now)
                )
                .Sum(c => c.Cents),
            known
                .Where(c => c.Phase == Project.Phase)
                .SelectMany(c => c.Deliveries)
                .Where(d => d.RecordedAt <= now)
                .Sum(d => d.Cents),
            plan.Of(RatioKind.CapacityBuilding),
            plan.Of(RatioKind.Evaluation),
            [
                .. _evaluations
                    .Where(e => e.RecordedAt <= now)
                    .Select(e => new EvaluationFact(
                        e.Phase,
                        e.Form,
                        e.Maturity,
                        e.Participants.Contains(Participant.Beneficiaries)
                    )),
            ]
        );
    }

    private DateOnly Later(DateOnly day, int most) =>
        day.AddDays(_random.Between(0, most)) is var later && later < _last ? later : _last;

    // In the afternoon, so that what follows on one day is found in the order in which it was made.
    private DateTimeOffset At(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(12, 0)).AddSeconds(_at++ % 30_000), TimeSpan.Zero);

    private int _at;
}
