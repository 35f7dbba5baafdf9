using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects.Events;

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

    /// <summary>The furthest phase that it had reached by a day, whether or not it has stepped back since.</summary>
    public Phase FurthestPhase(DateOnly on) =>
        History.Where(e => e.EffectiveOn <= on).Select(e => e.ToPhase).Append(Phase.Conception).Max();

    /// <summary>May this person fire this trigger on these facts, and if not, why not: everything, not the first thing.</summary>
    public Assessment Assess(Trigger trigger, Actor actor, LifecyclePolicy policy, GateFacts facts) =>
        Assess(State, Pending is not null, trigger, actor, policy, facts);

    /// <summary>The same for whoever knows where a project is without having loaded it whole: what is listed and what is fired cannot differ.</summary>
    /// <param name="pending">Whether a report waits for a decision.</param>
    public static Assessment Assess(
        State state,
        bool pending,
        Trigger trigger,
        Actor actor,
        LifecyclePolicy policy,
        GateFacts facts
    )
    {
        var move = Lifecycle.Find(state, trigger);
        var criteria = move?.Gate?.Judge(facts, policy) ?? [];
        var obstacles = new List<Obstacle>();
        if (move is null)
            obstacles.Add(new(NotPermitted(state, trigger)));
        if (!actor.Reports)
            obstacles.Add(new(TransitionRefusals.NotAReporter));
        else if (move is { ManagersOnly: true } && !actor.Manages)
            obstacles.Add(new(TransitionRefusals.ManagersOnly));
        if (pending)
            obstacles.Add(new(TransitionRefusals.ReportPending));
        if (Unmet(state, trigger, new(criteria, [])) is { Count: > 0 } unmet)
            obstacles.Add(new(GateNotMet(unmet)));
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
        LifecyclePolicy policy,
        GateFacts facts,
        DateTimeOffset now
    )
    {
        var assessment = Assess(report.Trigger, actor, policy, facts);
        RefuseUnlessGate(assessment);
        var move = assessment.Rule!;
        report = Checked(report, move, now);
        CheckWaivers(report.Waivers, assessment.Criteria, "waivers");
        var question = new GateQuestion(assessment.Criteria, report.Waivers);
        RequireGate(report.Trigger, question);

        var reviewed = policy.ReviewRequired && !move.NeedsNoReview;
        if (!reviewed && report.Waivers.Count > 0 && !actor.Manages)
            throw TransitionRefusals.WaiverNeedsManager.Exception();

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
            Fire(transition, question, now);
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
        LifecyclePolicy policy,
        GateFacts facts,
        DateTimeOffset now
    )
    {
        actor.RequireDecider();
        var transition = PendingOne(transitionId);
        if (transition.ReportedBy == actor.UserId)
            throw TransitionRefusals.OwnReport.Exception();

        if (decision == DecisionKind.Approve)
        {
            reason = Guard.Optional(reason, "reason", Limits.Paragraph);
            var criteria = Lifecycle.Find(State, transition.Trigger)?.Gate?.Judge(facts, policy) ?? [];
            waivers = CheckedWaivers(waivers);
            CheckWaivers(waivers, criteria, "waivers");
            var blocking = Lifecycle.Unmet(State, transition.Trigger, new(criteria, []));
            IReadOnlyList<Waiver> granted =
            [
                .. waivers
                    .Concat(transition.RequestedWaivers)
                    .Where(w => blocking.Contains(w.Criterion))
                    .DistinctBy(w => w.Criterion),
            ];
            var question = new GateQuestion(criteria, granted);
            RequireGate(transition.Trigger, question);
            transition.Decision = new(transitionId, TransitionStatus.Effective, reason, criteria, actor.UserId, now);
            RaiseHere(new TransitionDecided(now, transitionId, TransitionStatus.Effective));
            Fire(transition, question, now);
        }
        else
        {
            if (waivers.Count > 0)
                throw TransitionRefusals.WaiversWithApprovalOnly.At("waivers");
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
            throw TransitionRefusals.NotTheReporter.Exception();
    }

    private void Fire(Transition transition, GateQuestion question, DateTimeOffset now)
    {
        var before = Clock;
        var after = before.After(transition.Trigger, transition.EffectiveOn);
        (Phase, Standing) = Lifecycle.Fire(State, transition.Trigger, question);
        PhaseSince = after.PhaseSince;
        transition.Effect = new(transition, History.Count() + 1, question.Waivers, before, after, now);
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
            : throw TransitionRefusals.AlreadyDecided.With(Labels.Of(transition.Status)).Exception();
    }

    private TransitionReport Checked(TransitionReport report, TransitionRule move, DateTimeOffset now)
    {
        Guard.NotInFuture(report.EffectiveOn, now, "effectiveOn");
        Guard.NotBefore(report.EffectiveOn, EarliestNext, "effectiveOn", TransitionRefusals.DateBeforeLast);
        return report with
        {
            Narrative = Guard.Optional(report.Narrative, "narrative", Limits.Pages),
            Lessons = Guard.Optional(report.Lessons, "lessons", Limits.Pages),
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
            return report.TakeOver is null ? null : throw TransitionRefusals.TakeOverNotExpected.At("takeOver");
        return report.TakeOver?.Checked() ?? TakeOver ?? throw TransitionRefusals.TakeOverRequired.At("takeOver");
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
            var criterion = criteria.FirstOrDefault(c => c.Code == code);
            var refusal = criterion switch
            {
                null => TransitionRefusals.WaiverUnknown,
                { Met: true } => TransitionRefusals.WaiverNotNeeded,
                { Blocks: false } => TransitionRefusals.WaiverNotWaivable,
                _ when waivers.Take(i).Any(w => w.Criterion == code) => TransitionRefusals.WaiverDuplicate,
                _ => null,
            };
            if (refusal is not null)
                faults.Add(refusal.With(criterion?.Sentence ?? new Text(code, code)).On($"{field}[{i}].criterion"));
        }
        if (faults.Count > 0)
            throw InvalidValueException.Of(faults);
    }

    // The gate is judged once more where waivers are known.
    private static void RefuseUnlessGate(Assessment assessment)
    {
        foreach (var refusal in assessment.Obstacles.Select(o => o.Refusal))
            if (refusal.Code != TransitionRefusals.GateNotMet.Code)
                throw refusal.Exception();
    }

    private void RequireGate(Trigger trigger, GateQuestion question)
    {
        var open = Unmet(State, trigger, question);
        if (open.Count > 0)
            throw GateNotMet(open).Exception([.. open.Select(c => new Fault("trigger", c.Code, Line(c)))]);
    }

    // The machine says which criteria bar the way; their sentences and figures are beside it.
    private static List<JudgedCriterion> Unmet(State state, Trigger trigger, GateQuestion question)
    {
        var codes = Lifecycle.Unmet(state, trigger, question);
        return [.. question.Criteria.Where(c => codes.Contains(c.Code))];
    }

    private static Text Line(JudgedCriterion c) =>
        new($"{c.Sentence.En} ({c.Detail.En})", $"{c.Sentence.Fr} ({c.Detail.Fr})");

    private static Refusal GateNotMet(List<JudgedCriterion> unmet) =>
        TransitionRefusals.GateNotMet.With(
            new Text(
                string.Join("; ", unmet.Select(c => c.Sentence.En.TrimEnd('.'))),
                string.Join(" ; ", unmet.Select(c => c.Sentence.Fr.TrimEnd('.')))
            )
        );

    private static Refusal NotPermitted(State state, Trigger trigger)
    {
        var permitted = Lifecycle.PermittedFrom(state).Select(t => Labels.Of(t)).ToList();
        return TransitionRefusals.TransitionNotPermitted.With(
            Labels.Of(trigger),
            Labels.Of(state.Phase),
            Labels.Of(state.Standing),
            new Text(
                permitted.Count == 0 ? "nothing" : string.Join(", ", permitted.Select(t => t.En)),
                permitted.Count == 0 ? "rien" : string.Join(", ", permitted.Select(t => t.Fr))
            )
        );
    }
}
