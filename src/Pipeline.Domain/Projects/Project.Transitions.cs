using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects.Events;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>How a project moves: assess, report, decide, withdraw.</summary>
public sealed partial class Project
{
    private readonly List<Transition> _transitions = [];

    /// <summary>Every report, in the order they were made.</summary>
    public IReadOnlyCollection<Transition> Transitions => _transitions;

    /// <summary>The moves that happened, in order; replaying them from conception gives the current state.</summary>
    public IEnumerable<EffectiveTransition> History =>
        _transitions.Select(t => t.Effect).OfType<EffectiveTransition>().OrderBy(e => e.Sequence);

    /// <summary>The report that waits for a decision; at most one.</summary>
    public Transition? Pending => _transitions.Find(t => t.IsPending);

    /// <summary>The clock of the current stay.</summary>
    public PhaseClock Clock => History.LastOrDefault()?.Clock ?? PhaseClock.Start(StartedOn);

    /// <summary>The earliest day on which the next move can have happened.</summary>
    public DateOnly EarliestNext => History.LastOrDefault()?.EffectiveOn ?? StartedOn;

    /// <summary>May this person fire this trigger on these facts, and if not, why not: everything, not the first thing.</summary>
    public Assessment Assess(Trigger trigger, Actor actor, PortfolioPolicy policy, GateFacts facts) =>
        Assess(State, Pending is not null, trigger, actor, policy, facts);

    /// <summary>The same for whoever knows where a project is without having loaded it whole: what is listed and what is fired cannot differ.</summary>
    /// <param name="pending">Whether a report waits for a decision.</param>
    public static Assessment Assess(
        State state,
        bool pending,
        Trigger trigger,
        Actor actor,
        PortfolioPolicy policy,
        GateFacts facts
    )
    {
        var move = Lifecycle.Find(state, trigger);
        var criteria = move?.Gate?.Judge(facts, policy) ?? [];
        var obstacles = new List<Obstacle>();
        if (move is null)
            obstacles.Add(new("transition_not_permitted", NotPermitted(state, trigger)));
        if (!actor.Reports)
            obstacles.Add(new("not_a_reporter", Actor.NotAReporter));
        else if (move is { ManagersOnly: true } && !actor.Manages)
            obstacles.Add(
                new(
                    "managers_only",
                    new(
                        "Only managers of the lead portfolio do this.",
                        "Seuls les gestionnaires du portefeuille chef de file peuvent le faire."
                    )
                )
            );
        if (pending)
            obstacles.Add(
                new(
                    "report_pending",
                    new(
                        "A report is pending: it has to be decided or withdrawn first.",
                        "Une déclaration est en attente : elle doit d'abord être tranchée ou retirée."
                    )
                )
            );
        if (Unmet(criteria) is { Count: > 0 } unmet)
            obstacles.Add(new("gate_not_met", GateNotMet(unmet)));
        return new(trigger, move, criteria, obstacles);
    }

    /// <summary>
    /// Reports a move. It takes effect at once where no review is needed, and waits for a manager else.
    /// </summary>
    /// <exception cref="RefusedException"><c>transition_not_permitted</c>, <c>report_pending</c>, <c>gate_not_met</c> with every unmet blocking criterion.</exception>
    /// <exception cref="ForbiddenException"><c>not_a_reporter</c>, <c>managers_only</c>, <c>waiver_needs_manager</c>.</exception>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>date_before_last</c>, <c>required</c>, <c>invalid_link</c>, <c>waiver_unknown</c>, <c>waiver_not_needed</c>, <c>waiver_not_waivable</c>, <c>waiver_duplicate</c>.</exception>
    public Transition Report(
        TransitionReport report,
        Actor actor,
        PortfolioPolicy policy,
        GateFacts facts,
        DateTimeOffset now
    )
    {
        var assessment = Assess(report.Trigger, actor, policy, facts);
        RefuseUnless(assessment, except: "gate_not_met");
        var move = assessment.Rule!;
        report = Checked(report, move, now);
        CheckWaivers(report.Waivers, assessment.Criteria, "waivers");
        RequireGate(assessment.Criteria, report.Waivers);

        var reviewed = policy.ReviewRequired && !move.NeedsNoReview;
        if (!reviewed && report.Waivers.Count > 0 && !actor.Manages)
            throw new ForbiddenException(
                "waiver_needs_manager",
                new(
                    "Without review only a manager's own report can carry a waiver.",
                    "Sans revue, seule la déclaration d'un gestionnaire peut porter une dérogation."
                )
            );

        var transition = new Transition(
            Guid.CreateVersion7(now),
            Id,
            move,
            report,
            assessment.Criteria,
            actor.UserId,
            now
        );
        _transitions.Add(transition);
        RaiseHere(new TransitionReported(now, transition.Id, transition.Trigger));
        if (!reviewed)
            Fire(transition, report.Waivers, now);
        Touch();
        return transition;
    }

    /// <summary>
    /// Answers a pending report. An approval judges the gate again, on today's facts: what was asked to be waived is granted as far as it is still
    /// unmet, and <paramref name="waivers"/> add to it.
    /// </summary>
    /// <exception cref="NotFoundException">No such report.</exception>
    /// <exception cref="RefusedException"><c>already_decided</c>, <c>gate_not_met</c>.</exception>
    /// <exception cref="ForbiddenException"><c>own_report</c>, <c>managers_only</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c> without a reason to return or decline; the waiver codes of <see cref="Report"/>.</exception>
    public Transition Decide(
        Guid transitionId,
        DecisionKind decision,
        string? reason,
        IReadOnlyList<Waiver> waivers,
        Actor actor,
        PortfolioPolicy policy,
        GateFacts facts,
        DateTimeOffset now
    )
    {
        actor.RequireDecider();
        var transition = PendingOne(transitionId);
        if (transition.ReportedBy == actor.UserId)
            throw new ForbiddenException(
                "own_report",
                new("Nobody decides on a report of their own.", "Nul ne décide de sa propre déclaration.")
            );

        if (decision == DecisionKind.Approve)
        {
            reason = Guard.Optional(reason, "reason", Limits.Paragraph);
            var criteria = Lifecycle.Find(State, transition.Trigger)?.Gate?.Judge(facts, policy) ?? [];
            waivers = CheckedWaivers(waivers);
            CheckWaivers(waivers, criteria, "waivers");
            var blocking = Unmet(criteria).Select(c => c.Code).ToHashSet();
            IReadOnlyList<Waiver> granted =
            [
                .. waivers
                    .Concat(transition.RequestedWaivers)
                    .Where(w => blocking.Contains(w.Criterion))
                    .DistinctBy(w => w.Criterion),
            ];
            RequireGate(criteria, granted);
            transition.Decision = new(transitionId, TransitionStatus.Effective, reason, criteria, actor.UserId, now);
            RaiseHere(new TransitionDecided(now, transitionId, TransitionStatus.Effective));
            Fire(transition, granted, now);
        }
        else
        {
            if (waivers.Count > 0)
                throw InvalidValueException.Of(
                    "waivers",
                    "waiver_not_needed",
                    new("Waivers come with an approval only.", "Une dérogation n'accompagne qu'une approbation.")
                );
            var outcome = decision == DecisionKind.Decline ? TransitionStatus.Declined : TransitionStatus.Returned;
            transition.Decision = new(
                transitionId,
                outcome,
                Guard.Required(reason, "reason", Limits.Paragraph),
                [],
                actor.UserId,
                now
            );
            RaiseHere(new TransitionDecided(now, transitionId, outcome));
        }
        Touch();
        return transition;
    }

    /// <summary>Takes a pending report back: its reporter or an owner.</summary>
    /// <exception cref="NotFoundException">No such report.</exception>
    /// <exception cref="RefusedException"><c>already_decided</c>.</exception>
    /// <exception cref="ForbiddenException"><c>not_the_reporter</c>.</exception>
    public Transition Withdraw(Guid transitionId, Actor actor, DateTimeOffset now)
    {
        RequireWithdrawer(transitionId, actor);
        var transition = PendingOne(transitionId);
        transition.Decision = new(transitionId, TransitionStatus.Withdrawn, null, [], actor.UserId, now);
        RaiseHere(new TransitionWithdrawn(now, transitionId));
        Touch();
        return transition;
    }

    /// <summary>Somebody who may take this report back, pending or not.</summary>
    /// <exception cref="NotFoundException">No such report.</exception>
    /// <exception cref="ForbiddenException"><c>not_the_reporter</c>.</exception>
    public void RequireWithdrawer(Guid transitionId, Actor actor)
    {
        if (One(transitionId).ReportedBy != actor.UserId && !_owners.Exists(o => o.UserId == actor.UserId))
            throw new ForbiddenException(
                "not_the_reporter",
                new(
                    "Only its reporter or an owner withdraws a report.",
                    "Seuls son auteur ou un porteur retirent une déclaration."
                )
            );
    }

    private void Fire(Transition transition, IReadOnlyList<Waiver> waivers, DateTimeOffset now)
    {
        var before = Clock;
        var after = before.After(transition.Trigger, transition.EffectiveOn);
        transition.Effect = new(transition, History.Count() + 1, waivers, before, after, now);
        (Phase, Standing, PhaseSince) = (transition.ToPhase, transition.ToStanding, after.PhaseSince);
        if (transition.Trigger == Trigger.Adopt)
            TakeOver = transition.TakeOver;
        RaiseHere(new TransitionEffective(now, transition.Id, transition.Trigger, Phase, Standing));
    }

    private Transition One(Guid transitionId) =>
        _transitions.Find(t => t.Id == transitionId) ?? throw NotFoundException.Of("transition", "passage");

    private Transition PendingOne(Guid transitionId)
    {
        var transition = One(transitionId);
        return transition.IsPending
            ? transition
            : throw new RefusedException(
                "already_decided",
                new(
                    $"This report is {Codes.Of(transition.Status)}; only a pending one can be decided or withdrawn.",
                    $"Cette déclaration est « {Labels.Of(transition.Status).Fr} » ; seule une déclaration en attente peut être tranchée ou retirée."
                )
            );
    }

    private TransitionReport Checked(TransitionReport report, TransitionRule move, DateTimeOffset now)
    {
        Guard.NotInFuture(report.EffectiveOn, now, "effectiveOn");
        Guard.NotBefore(
            report.EffectiveOn,
            EarliestNext,
            "effectiveOn",
            "date_before_last",
            new("the last transition or the start", "le dernier passage ou le début")
        );
        return report with
        {
            Narrative = Guard.Optional(report.Narrative, "narrative", Limits.Pages),
            Reason =
                move.Asks == RequiredInput.Reason
                    ? Guard.Required(report.Reason, "reason", Limits.Paragraph)
                    : Guard.Optional(report.Reason, "reason", Limits.Paragraph),
            Evidence = Link.Checked(report.Evidence, "evidence"),
            Waivers = CheckedWaivers(report.Waivers),
            TakeOver = TakeOverOf(report, move),
        };
    }

    private TakeOver? TakeOverOf(TransitionReport report, TransitionRule move)
    {
        if (move.Asks != RequiredInput.TakeOver)
            return report.TakeOver is null
                ? null
                : throw InvalidValueException.Of(
                    "takeOver",
                    "not_expected",
                    new(
                        "Only adopt takes a take-over; PUT the project to name one beforehand.",
                        "Seul adopt attend un relais ; modifiez le projet pour en nommer un auparavant."
                    )
                );
        return report.TakeOver?.Checked()
            ?? TakeOver
            ?? throw InvalidValueException.Of(
                "takeOver",
                "required",
                new(
                    "adopt asks who takes over: takeOver with kind publicPolicy, market or commons, and organisationId or name.",
                    "adopt demande qui prend le relais : takeOver avec kind publicPolicy, market ou commons, et organisationId ou name."
                )
            );
    }

    private static IReadOnlyList<Waiver> CheckedWaivers(IReadOnlyList<Waiver> waivers) =>
        [
            .. Guard
                .List(waivers, "waivers")
                .Select(
                    (w, i) =>
                        new Waiver(
                            Guard.Required(w.Criterion, $"waivers[{i}].criterion", Limits.Code),
                            Guard.Required(w.Reason, $"waivers[{i}].reason", Limits.Paragraph)
                        )
                ),
        ];

    private static void CheckWaivers(
        IReadOnlyList<Waiver> waivers,
        IReadOnlyList<JudgedCriterion> criteria,
        string field
    )
    {
        var faults = new List<Fault>();
        for (var i = 0; i < waivers.Count; i++)
        {
            var code = waivers[i].Criterion;
            var (fault, message) = criteria.FirstOrDefault(c => c.Code == code) switch
            {
                null => (
                    "waiver_unknown",
                    new Text(
                        $"'{code}' is no criterion of this gate.",
                        $"« {code} » n'est pas un critère de ce passage."
                    )
                ),
                { Met: true } => (
                    "waiver_not_needed",
                    new Text(
                        $"'{code}' is met: there is nothing to waive.",
                        $"« {code} » est rempli : il n'y a pas lieu de déroger."
                    )
                ),
                { Blocks: false } => (
                    "waiver_not_waivable",
                    new Text(
                        $"'{code}' does not block: there is nothing to waive.",
                        $"« {code} » ne bloque pas : il n'y a pas lieu de déroger."
                    )
                ),
                _ when waivers.Take(i).Any(w => w.Criterion == code) => (
                    "waiver_duplicate",
                    new Text($"'{code}' is waived twice.", $"« {code} » est visé deux fois.")
                ),
                _ => (null, null),
            };
            if (fault is not null)
                faults.Add(new($"{field}[{i}].criterion", fault, message!));
        }
        if (faults.Count > 0)
            throw InvalidValueException.Of(faults);
    }

    private static void RefuseUnless(Assessment assessment, string except)
    {
        foreach (var (code, message) in assessment.Obstacles)
            if (code is "not_a_reporter" or "managers_only")
                throw new ForbiddenException(code, message);
            else if (code != except)
                throw new RefusedException(code, message);
    }

    private static void RequireGate(IReadOnlyList<JudgedCriterion> criteria, IReadOnlyList<Waiver> waivers)
    {
        var open = Unmet(criteria).Where(c => waivers.All(w => w.Criterion != c.Code)).ToList();
        if (open.Count > 0)
            throw new RefusedException(
                "gate_not_met",
                GateNotMet(open),
                [.. open.Select(c => new Fault("trigger", c.Code, Line(c)))]
            );
    }

    private static List<JudgedCriterion> Unmet(IReadOnlyList<JudgedCriterion> criteria) =>
        [.. criteria.Where(c => c.Blocks)];

    private static Text Line(JudgedCriterion c) =>
        new($"{c.Sentence.En} ({c.Detail.En})", $"{c.Sentence.Fr} ({c.Detail.Fr})");

    private static Text GateNotMet(List<JudgedCriterion> unmet)
    {
        var codes = string.Join(", ", unmet.Select(c => c.Code));
        return new(
            $"The gate is not met: {codes}. Mend them, or ask for a waiver of each with its reason.",
            $"Les conditions du passage ne sont pas remplies : {codes}. Remédiez-y, ou demandez pour chacune une dérogation motivée."
        );
    }

    private static Text NotPermitted(State state, Trigger trigger)
    {
        var permitted = string.Join(", ", Lifecycle.PermittedFrom(state).Select(t => Codes.Of(t)));
        return new(
            $"{Codes.Of(trigger)} is not permitted in {Codes.Of(state.Phase)}, {Codes.Of(state.Standing)}; permitted: {permitted}.",
            $"{Codes.Of(trigger)} n'est pas permis en {Labels.Of(state.Phase).Fr}, {Labels.Of(state.Standing).Fr} ; permis : {permitted}."
        );
    }
}
