using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class ReviewTests
{
    private readonly Project _project = Given.NewProject();

    private Transition Reported(Actor? by = null, Trigger trigger = Trigger.Advance) =>
        _project.Report(
            Given.Report(trigger),
            by ?? Given.Owner,
            Given.Review,
            Facts.Everything(_project.Phase),
            Given.Now
        );

    private Transition Decide(
        Transition transition,
        DecisionKind decision,
        Actor? by = null,
        string? reason = "A reason.",
        GateFacts? facts = null
    ) =>
        _project.Decide(
            transition.Id,
            decision,
            reason,
            [],
            by ?? Given.Manager,
            Given.Review,
            facts ?? Facts.Everything(_project.Phase),
            Given.Now.AddHours(1)
        );

    [Fact]
    public void A_report_waits_for_a_manager_and_moves_nothing_before()
    {
        var transition = Reported();
        (transition.Status, transition.Decision, transition.Effect)
            .Should()
            .Be((TransitionStatus.Pending, (TransitionDecision?)null, (EffectiveTransition?)null));
        _project.Pending.Should().BeSameAs(transition);
        _project.State.Should().Be(new State(Phase.Conception, Standing.Active));
    }

    [Fact]
    public void Without_review_a_report_takes_effect_at_once()
    {
        var transition = _project.Report(
            Given.Report(Trigger.Advance),
            Given.Owner,
            Given.NoReview,
            Facts.Everything(Phase.Conception),
            Given.Now
        );
        (transition.Status, transition.Decision).Should().Be((TransitionStatus.Effective, (TransitionDecision?)null));
        _project.Phase.Should().Be(Phase.Experimentation);
    }

    [Fact]
    public void A_pause_needs_no_review()
    {
        Reported(trigger: Trigger.Hold).Status.Should().Be(TransitionStatus.Effective);
        _project.Standing.Should().Be(Standing.OnHold);
        Reported(trigger: Trigger.Resume).Status.Should().Be(TransitionStatus.Effective);
        _project.Standing.Should().Be(Standing.Active);
    }

    [Fact]
    public void An_end_is_reviewed_as_an_advance_is()
    {
        var transition = Reported(trigger: Trigger.Stop);
        _project.Standing.Should().Be(Standing.Active);
        Decide(transition, DecisionKind.Approve);
        _project.Standing.Should().Be(Standing.Stopped);
    }

    [Fact]
    public void Approval_moves_the_project_on_the_day_that_was_reported()
    {
        var on = Given.Start.AddDays(100);
        var transition = _project.Report(
            Given.Report(Trigger.Advance, on),
            Given.Owner,
            Given.Review,
            Facts.Everything(Phase.Conception),
            Given.Now
        );

        Decide(transition, DecisionKind.Approve, reason: null);

        (_project.Phase, _project.PhaseSince, _project.Pending)
            .Should()
            .Be((Phase.Experimentation, on, (Transition?)null));
        transition.Status.Should().Be(TransitionStatus.Effective);
        transition
            .Decision.Should()
            .BeEquivalentTo(
                new
                {
                    DecidedBy = Given.Manager.UserId,
                    RecordedAt = Given.Now.AddHours(1),
                    Outcome = TransitionStatus.Effective,
                }
            );
        transition
            .Effect.Should()
            .BeEquivalentTo(
                new
                {
                    EffectiveOn = on,
                    RecordedAt = Given.Now.AddHours(1),
                    StayDays = 100,
                }
            );
    }

    [Theory]
    [InlineData(DecisionKind.Decline, TransitionStatus.Declined)]
    [InlineData(DecisionKind.ReturnForChanges, TransitionStatus.Returned)]
    public void What_is_not_approved_moves_nothing_and_says_why(DecisionKind decision, TransitionStatus status)
    {
        var transition = Decide(Reported(), decision, reason: " Not yet. ");
        transition.Status.Should().Be(status);
        transition.Effect.Should().BeNull();
        transition.Decision!.Reason.Should().Be("Not yet.");
        _project.State.Should().Be(new State(Phase.Conception, Standing.Active));
        Reported().IsPending.Should().BeTrue("it can be reported anew");
    }

    [Theory]
    [InlineData(DecisionKind.Decline)]
    [InlineData(DecisionKind.ReturnForChanges)]
    public void What_is_not_approved_needs_a_reason(DecisionKind decision)
    {
        var transition = Reported();
        Refusal.Of<InvalidValueException>(() => Decide(transition, decision, reason: " ")).Code.Should().Be("required");
        transition.IsPending.Should().BeTrue();
    }

    [Theory]
    [InlineData(DecisionKind.Approve)]
    [InlineData(DecisionKind.Decline)]
    [InlineData(DecisionKind.ReturnForChanges)]
    public void Nobody_decides_on_a_report_of_their_own(DecisionKind decision)
    {
        var transition = Reported(by: Given.Manager);
        Refusal
            .Of<ForbiddenException>(() => Decide(transition, decision, by: Given.Manager))
            .Code.Should()
            .Be("own_report");
        transition.IsPending.Should().BeTrue();
        Decide(transition, decision, by: Given.OtherManager).IsPending.Should().BeFalse();
    }

    [Fact]
    public void Only_managers_decide()
    {
        var transition = Reported(by: Given.Manager);
        Refusal
            .Of<ForbiddenException>(() => Decide(transition, DecisionKind.Approve, by: Given.Owner))
            .Code.Should()
            .Be("managers_only");
        _project.Phase.Should().Be(Phase.Conception);
    }

    [Theory]
    [InlineData(Trigger.Advance)]
    [InlineData(Trigger.Hold)]
    [InlineData(Trigger.Stop)]
    public void One_report_is_pending_at_a_time(Trigger second)
    {
        var first = Reported();
        Refusal.Of<RefusedException>(() => Reported(trigger: second)).Code.Should().Be("report_pending");
        _project.Transitions.Should().Equal(first);
    }

    [Fact]
    public void A_report_is_decided_once()
    {
        var transition = Decide(Reported(), DecisionKind.Approve);
        Refusal
            .Of<RefusedException>(() => Decide(transition, DecisionKind.Decline))
            .Code.Should()
            .Be("already_decided");
        Refusal
            .Of<RefusedException>(() => _project.Withdraw(transition.Id, Given.Owner, Given.Now))
            .Code.Should()
            .Be("already_decided");
        transition.Status.Should().Be(TransitionStatus.Effective);
    }

    [Fact]
    public void A_report_that_does_not_exist_is_not_found()
    {
        Refusal
            .Of<NotFoundException>(() =>
                _project.Decide(
                    Given.Id(),
                    DecisionKind.Approve,
                    null,
                    [],
                    Given.Manager,
                    Given.Review,
                    Facts.Everything(Phase.Conception),
                    Given.Now
                )
            )
            .Code.Should()
            .Be("not_found");
        Refusal
            .Of<NotFoundException>(() => _project.Withdraw(Given.Id(), Given.Owner, Given.Now))
            .Code.Should()
            .Be("not_found");
    }

    [Fact]
    public void Its_reporter_withdraws_a_report()
    {
        var transition = _project.Withdraw(Reported().Id, Given.Owner, Given.Now);
        transition.Status.Should().Be(TransitionStatus.Withdrawn);
        transition.Decision!.DecidedBy.Should().Be(Given.Owner.UserId);
        (_project.Phase, _project.Pending).Should().Be((Phase.Conception, (Transition?)null));
        Reported().IsPending.Should().BeTrue("it can be reported anew");
    }

    [Fact]
    public void An_owner_withdraws_a_report_and_nobody_else_does()
    {
        var transition = Reported(by: Given.Manager);
        Refusal
            .Of<ForbiddenException>(() => _project.Withdraw(transition.Id, Given.Owner, Given.Now))
            .Code.Should()
            .Be("not_the_reporter");
        Refusal
            .Of<ForbiddenException>(() => _project.Withdraw(transition.Id, Given.OtherManager, Given.Now))
            .Code.Should()
            .Be("not_the_reporter");
        _project.AddOwner(Given.Owner.UserId, Given.Now);
        _project.Withdraw(transition.Id, Given.Owner, Given.Now).Status.Should().Be(TransitionStatus.Withdrawn);
    }

    [Fact]
    public void The_gate_is_judged_again_on_the_day_of_approval()
    {
        var transition = Reported();
        var refusal = Refusal.Of<RefusedException>(() =>
            Decide(
                transition,
                DecisionKind.Approve,
                facts: Facts.EverythingBut(Phase.Conception, "territory.named", "funding.committed")
            )
        );
        refusal.Code.Should().Be("gate_not_met");
        refusal.Faults.Select(f => f.Code).Should().Equal("territory.named", "funding.committed");
        (transition.IsPending, _project.Phase).Should().Be((true, Phase.Conception));
    }

    [Fact]
    public void The_policy_that_counts_is_that_of_the_day_of_approval()
    {
        _project.Fire(Trigger.Advance);
        var withoutSupport = Facts.EverythingBut(Phase.Experimentation, "support.delivered");
        var stricter = Given.Review with
        {
            Severities = new Dictionary<string, Severity> { ["support.delivered"] = Severity.Block },
        };
        var transition = _project.Report(
            Given.Report(Trigger.Advance),
            Given.Owner,
            Given.Review,
            withoutSupport,
            Given.Now
        );

        void Approve(LifecyclePolicy policy) =>
            _project.Decide(
                transition.Id,
                DecisionKind.Approve,
                null,
                [],
                Given.Manager,
                policy,
                withoutSupport,
                Given.Now
            );

        Refusal
            .Of<RefusedException>(() => Approve(stricter))
            .Faults.Should()
            .ContainSingle()
            .Which.Code.Should()
            .Be("support.delivered");
        Approve(Given.Review);
        _project.Phase.Should().Be(Phase.Modelling);
    }

    [Fact]
    public void Both_judgements_are_kept_each_with_the_facts_of_its_day()
    {
        var transition = Reported();
        Decide(transition, DecisionKind.Approve, facts: Facts.Everything(Phase.Conception) with { Territories = 7 });
        transition.Gate.Single(c => c.Code == "territory.named").Detail.En.Should().Contain(": 1,");
        transition.Decision!.Gate.Single(c => c.Code == "territory.named").Detail.En.Should().Contain(": 7,");
    }

    [Fact]
    public void Nothing_is_judged_where_nothing_is_approved() =>
        Decide(Reported(), DecisionKind.Decline).Decision!.Gate.Should().BeEmpty();

    [Fact]
    public void Every_answer_raises_the_version()
    {
        var versions = new List<long> { _project.Version };
        var first = Reported();
        versions.Add(_project.Version);
        Decide(first, DecisionKind.Decline);
        versions.Add(_project.Version);
        _project.Withdraw(Reported().Id, Given.Owner, Given.Now);
        versions.Add(_project.Version);
        versions.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }
}
