using FsCheck;
using FsCheck.Fluent;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class HistoryProperties
{
    /// <summary>What becomes of a report that has to be reviewed.</summary>
    public enum Reply
    {
        Approve,
        ApproveOnOtherFacts,
        ReturnForChanges,
        Decline,
        Withdraw,
        LeaveForNow,
    }

    /// <summary>One attempt: somebody reports a trigger some days after the last transition, with some criteria unmet.</summary>
    public sealed record Attempt(
        Trigger Trigger,
        bool ByManager,
        bool Reviewed,
        int DaysLater,
        IReadOnlyList<string> Unmet,
        Reply Answer
    );

    // Advances are frequent and unmet criteria are not: else no project would get far.
    private static readonly Gen<IReadOnlyList<string>> SomeUnmet = Gen.Frequency(
        (3, Gen.Constant<IReadOnlyList<string>>([])),
        (1, Gen.SubListOf(Facts.Criteria.AsEnumerable()).Select(codes => (IReadOnlyList<string>)[.. codes]))
    );

    private static readonly Gen<Trigger> AnyTrigger = Gen.Frequency(
        (3, Gen.Constant(Trigger.Advance)),
        (1, Gen.Elements(Trigger.Resume, Trigger.Adopt, Trigger.Reopen)),
        (2, Gen.Elements(Enum.GetValues<Trigger>()))
    );

    private static readonly Gen<Attempt> AnyAttempt =
        from trigger in AnyTrigger
        from byManager in Gen.Elements(true, false)
        from reviewed in Gen.Elements(true, false)
        from daysLater in Gen.Choose(-2, 40)
        from unmet in SomeUnmet
        from answer in Gen.Elements(Enum.GetValues<Reply>())
        select new Attempt(trigger, byManager, reviewed, daysLater, unmet, answer);

    private static readonly Arbitrary<Attempt[]> Lives = Arb.From(
        from length in Gen.Choose(0, 40)
        from attempts in AnyAttempt.ArrayOf(length)
        select attempts,
        attempts => attempts.Select((_, i) => attempts.Where((_, j) => j != i).ToArray())
    );

    private static void ForEveryLife(Action<Attempt[]> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Lives, property));

    private static Project Lived(IEnumerable<Attempt> attempts)
    {
        var project = Given.NewProject();
        foreach (var attempt in attempts)
            Live(project, attempt);
        return project;
    }

    private static void Live(Project project, Attempt attempt)
    {
        Try(() => Report(project, attempt));
        Answer(project, attempt.Answer);
    }

    private static void Answer(Project project, Reply answer)
    {
        if (project.Pending is { } pending)
            Try(() => Answer(project, pending, answer));
    }

    // A refusal is part of life: the properties look at what is left of it, which has to be nothing.
    private static void Try(Action attempt)
    {
        try
        {
            attempt();
        }
        catch (DomainException) { }
    }

    private static Transition Report(Project project, Attempt attempt) =>
        project.Report(
            Given.Report(attempt.Trigger, project.EarliestNext.AddDays(attempt.DaysLater)),
            ActorOf(attempt),
            PolicyOf(attempt),
            FactsOf(project, attempt),
            Given.Now
        );

    private static void Answer(Project project, Transition transition, Reply answer)
    {
        void Decide(DecisionKind decision, GateFacts facts) =>
            project.Decide(
                transition.Id,
                decision,
                "A reason.",
                [],
                Given.OtherManager,
                Given.Review,
                facts,
                Given.Now
            );

        switch (answer)
        {
            case Reply.Approve:
                Decide(DecisionKind.Approve, Facts.Everything(project.Phase));
                break;
            case Reply.ApproveOnOtherFacts:
                Decide(DecisionKind.Approve, Facts.Nothing(project.Phase));
                break;
            case Reply.ReturnForChanges:
                Decide(DecisionKind.ReturnForChanges, Facts.Nothing(project.Phase));
                break;
            case Reply.Decline:
                Decide(DecisionKind.Decline, Facts.Nothing(project.Phase));
                break;
            case Reply.Withdraw:
                project.Withdraw(transition.Id, Given.Owner with { UserId = transition.ReportedBy }, Given.Now);
                break;
        }
    }

    private static Actor ActorOf(Attempt attempt) => attempt.ByManager ? Given.Manager : Given.Owner;

    private static LifecyclePolicy PolicyOf(Attempt attempt) => attempt.Reviewed ? Given.Review : Given.NoReview;

    private static GateFacts FactsOf(Project project, Attempt attempt) =>
        Facts.EverythingBut(project.Phase, [.. attempt.Unmet]);

    /// <summary>What a trigger means, said without the machine.</summary>
    private static (Phase Phase, Standing Standing, DateOnly Since) Replay(
        (Phase Phase, Standing Standing, DateOnly Since) at,
        EffectiveTransition effect
    ) =>
        effect.Trigger switch
        {
            Trigger.Advance => (at.Phase + 1, at.Standing, effect.EffectiveOn),
            Trigger.StepBack => (at.Phase - 1, at.Standing, effect.EffectiveOn),
            Trigger.Hold => at with { Standing = Standing.OnHold },
            Trigger.Stop => at with { Standing = Standing.Stopped },
            Trigger.Adopt => at with { Standing = Standing.Adopted },
            _ => at with { Standing = Standing.Active },
        };

    [Fact]
    public void The_history_replayed_from_the_start_gives_the_current_state() =>
        ForEveryLife(attempts =>
        {
            var project = Lived(attempts);
            project
                .History.Aggregate((Phase.Conception, Standing.Active, Given.Start), Replay)
                .Should()
                .Be((project.Phase, project.Standing, project.PhaseSince));
        });

    [Fact]
    public void Transitions_are_numbered_without_gaps_and_their_days_never_go_back() =>
        ForEveryLife(attempts =>
        {
            var chain = Lived(attempts).History.ToList();
            chain.Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, chain.Count));
            chain.Select(e => e.EffectiveOn).Prepend(Given.Start).Should().BeInAscendingOrder();
        });

    [Fact]
    public void Each_transition_begins_where_the_last_one_ended_and_moves_by_one_phase_at_most() =>
        ForEveryLife(attempts =>
        {
            var at = new State(Phase.Conception, Standing.Active);
            foreach (var transition in Lived(attempts).Transitions.Where(t => t.Effect is not null))
            {
                transition.From.Should().Be(at);
                Math.Abs(transition.To.Phase - transition.From.Phase).Should().BeLessThanOrEqualTo(1);
                at = transition.To;
            }
        });

    [Fact]
    public void One_report_at_most_is_pending_and_it_is_the_last() =>
        ForEveryLife(attempts => Lived(attempts).Transitions.SkipLast(1).Should().NotContain(t => t.IsPending));

    [Fact]
    public void Time_in_phase_is_never_negative_and_never_longer_than_the_calendar() =>
        ForEveryLife(attempts =>
        {
            var project = Lived(attempts);
            foreach (var effect in project.History.Where(e => e.StayDays is not null))
                effect.StayDays.Should().BeInRange(0, effect.EffectiveOn.DayNumber - Given.Start.DayNumber);
            project
                .Clock.DaysUntil(Given.Today)
                .Should()
                .BeInRange(0, Given.Today.DayNumber - project.PhaseSince.DayNumber);
        });

    [Fact]
    public void Permitted_reports_succeed_and_others_are_refused_with_what_was_in_their_way() =>
        ForEveryLife(attempts =>
        {
            var project = Given.NewProject();
            foreach (var attempt in attempts.Select(a => a with { DaysLater = Math.Max(a.DaysLater, 0) }))
            {
                var assessment = project.Assess(
                    attempt.Trigger,
                    ActorOf(attempt),
                    PolicyOf(attempt),
                    FactsOf(project, attempt)
                );
                if (assessment.Permitted)
                {
                    var transition = Report(project, attempt);
                    transition.To.Should().Be(assessment.Rule!.To);
                    transition.Gate.Should().Equal(assessment.Criteria);
                }
                else
                {
                    var (state, reports) = (project.State, project.Transitions.Count);
                    var refusal = FluentActions
                        .Invoking(() => Report(project, attempt))
                        .Should()
                        .Throw<DomainException>()
                        .Which;
                    assessment.Obstacles.Should().Contain(new Obstacle(refusal.Refusal));
                    if (refusal.Code == "gate_not_met")
                        refusal
                            .Faults.Select(f => f.Code)
                            .Should()
                            .Equal(assessment.Criteria.Where(c => c.Blocks).Select(c => c.Code));
                    (project.State, project.Transitions.Count).Should().Be((state, reports));
                }
                Answer(project, attempt.Answer);
            }
        });

    [Fact]
    public void Lives_are_varied_enough_to_say_something()
    {
        var chains = Gen.Sample(Lives.Generator, 300).Select(attempts => Lived(attempts).History.ToList()).ToList();
        chains.SelectMany(chain => chain).Select(e => e.Trigger).Should().Contain(Enum.GetValues<Trigger>());
        chains.SelectMany(chain => chain).Select(e => e.ToPhase).Should().Contain(Enum.GetValues<Phase>());
    }
}
