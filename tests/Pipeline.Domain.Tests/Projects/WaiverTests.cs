using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class WaiverTests
{
    private static readonly Waiver Waiver = new("funding.committed", "The foundation decides next week.");

    private static readonly GateFacts AllButFunding = Facts.EverythingBut(Phase.Conception, "funding.committed");

    private static TransitionReport Advance(params Waiver[] waivers) =>
        Given.Report(Trigger.Advance) with
        {
            Waivers = waivers,
        };

    private static InvalidValueException Refused(GateFacts facts, params Waiver[] waivers) =>
        Refusal.Of<InvalidValueException>(() =>
            Given.NewProject().Report(Advance(waivers), Given.Manager, Given.Review, facts, Given.Now)
        );

    [Fact]
    public void A_criterion_of_no_gate_or_of_another_gate_is_not_waived()
    {
        Refused(AllButFunding, new Waiver("funding.imagined", "Why not.")).Code.Should().Be("waiver_unknown");
        Refused(AllButFunding, new Waiver("model.operator", "Why not.")).Code.Should().Be("waiver_unknown");
    }

    [Fact]
    public void A_criterion_that_is_met_is_not_waived() =>
        Refused(AllButFunding, Waiver, new("need.described", "Why not.")).Code.Should().Be("waiver_not_needed");

    [Fact]
    public void A_criterion_that_only_warns_is_not_waived()
    {
        var project = Given.ProjectIn(Phase.Experimentation);
        var facts = Facts.EverythingBut(Phase.Experimentation, "support.delivered");
        Refusal
            .Of<InvalidValueException>(() =>
                project.Report(
                    Advance(new Waiver("support.delivered", "Soon.")),
                    Given.Manager,
                    Given.Review,
                    facts,
                    Given.Now
                )
            )
            .Code.Should()
            .Be("waiver_not_waivable");
    }

    [Fact]
    public void A_criterion_is_waived_once() =>
        Refused(AllButFunding, Waiver, Waiver).Code.Should().Be("waiver_duplicate");

    [Theory]
    [InlineData("funding.committed", " ", "waivers[0].reason")]
    [InlineData("", "Because.", "waivers[0].criterion")]
    public void A_waiver_names_its_criterion_and_its_reason(string criterion, string reason, string field)
    {
        var refusal = Refused(AllButFunding, new Waiver(criterion, reason));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("required", field));
    }

    [Fact]
    public void All_that_is_wrong_with_waivers_is_said_at_once()
    {
        var refusal = Refused(AllButFunding, new("need.described", "a"), Waiver, new("other", "b"), Waiver);
        refusal.Code.Should().Be("invalid_values");
        refusal
            .Faults.Select(f => (f.Field, f.Code))
            .Should()
            .Equal(
                ("waivers[0].criterion", "waiver_not_needed"),
                ("waivers[2].criterion", "waiver_unknown"),
                ("waivers[3].criterion", "waiver_duplicate")
            );
    }

    [Fact]
    public void What_is_not_waived_still_blocks()
    {
        var refusal = Refusal.Of<RefusedException>(() =>
            Given
                .NewProject()
                .Report(
                    Advance(Waiver),
                    Given.Manager,
                    Given.Review,
                    Facts.EverythingBut(Phase.Conception, "funding.committed", "territory.named"),
                    Given.Now
                )
        );
        refusal.Code.Should().Be("gate_not_met");
        refusal.Faults.Select(f => f.Code).Should().Equal("territory.named");
    }

    [Fact]
    public void Without_review_a_manager_s_own_waiver_is_granted_and_kept()
    {
        var project = Given.NewProject();
        var transition = project.Report(Advance(Waiver), Given.Manager, Given.NoReview, AllButFunding, Given.Now);
        project.Phase.Should().Be(Phase.Experimentation);
        transition.RequestedWaivers.Should().Equal(Waiver);
        transition.Effect!.Waivers.Should().Equal(Waiver);
        transition.Gate.Single(c => c.Blocks).Code.Should().Be(Waiver.Criterion);
    }

    [Fact]
    public void Without_review_nobody_else_s_report_carries_a_waiver()
    {
        var project = Given.NewProject();
        Refusal
            .Of<ForbiddenException>(() =>
                project.Report(Advance(Waiver), Given.Owner, Given.NoReview, AllButFunding, Given.Now)
            )
            .Code.Should()
            .Be("waiver_needs_manager");
        project.Transitions.Should().BeEmpty();
    }

    [Fact]
    public void An_owner_s_waiver_is_granted_by_a_manager_s_approval()
    {
        var project = Given.NewProject();
        var transition = project.Report(Advance(Waiver), Given.Owner, Given.Review, AllButFunding, Given.Now);
        (project.Phase, transition.Effect).Should().Be((Phase.Conception, (EffectiveTransition?)null));

        project.Decide(
            transition.Id,
            DecisionKind.Approve,
            null,
            [],
            Given.Manager,
            Given.Review,
            AllButFunding,
            Given.Now
        );

        project.Phase.Should().Be(Phase.Experimentation);
        transition.Effect!.Waivers.Should().Equal(Waiver);
    }

    [Fact]
    public void A_waiver_that_is_no_longer_needed_is_not_granted()
    {
        var project = Given.NewProject();
        var transition = project.Report(Advance(Waiver), Given.Owner, Given.Review, AllButFunding, Given.Now);
        project.Decide(
            transition.Id,
            DecisionKind.Approve,
            null,
            [],
            Given.Manager,
            Given.Review,
            Facts.Everything(Phase.Conception),
            Given.Now
        );
        transition.RequestedWaivers.Should().Equal(Waiver);
        transition.Effect!.Waivers.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_approves_can_add_waivers_and_theirs_go_first()
    {
        var project = Given.NewProject();
        var transition = project.Report(Advance(Waiver), Given.Owner, Given.Review, AllButFunding, Given.Now);
        Waiver[] added =
        [
            new(Waiver.Criterion, "I know the foundation."),
            new("territory.named", "Three are in talks."),
        ];

        project.Decide(
            transition.Id,
            DecisionKind.Approve,
            null,
            added,
            Given.Manager,
            Given.Review,
            Facts.EverythingBut(Phase.Conception, "funding.committed", "territory.named"),
            Given.Now
        );

        transition.Effect!.Waivers.Should().Equal(added);
    }

    [Fact]
    public void The_waivers_of_an_approval_keep_the_same_rules()
    {
        var project = Given.NewProject();
        var transition = project.Report(
            Advance(),
            Given.Owner,
            Given.Review,
            Facts.Everything(Phase.Conception),
            Given.Now
        );
        Refusal
            .Of<InvalidValueException>(() =>
                project.Decide(
                    transition.Id,
                    DecisionKind.Approve,
                    null,
                    [Waiver],
                    Given.Manager,
                    Given.Review,
                    Facts.Everything(Phase.Conception),
                    Given.Now
                )
            )
            .Code.Should()
            .Be("waiver_not_needed");
        transition.IsPending.Should().BeTrue();
    }

    [Theory]
    [InlineData(DecisionKind.Decline)]
    [InlineData(DecisionKind.ReturnForChanges)]
    public void Waivers_come_with_an_approval_only(DecisionKind decision)
    {
        var project = Given.NewProject();
        var transition = project.Report(
            Advance(),
            Given.Owner,
            Given.Review,
            Facts.Everything(Phase.Conception),
            Given.Now
        );
        Refusal
            .Of<InvalidValueException>(() =>
                project.Decide(
                    transition.Id,
                    decision,
                    "No.",
                    [Waiver],
                    Given.Manager,
                    Given.Review,
                    AllButFunding,
                    Given.Now
                )
            )
            .Code.Should()
            .Be("waiver_not_needed");
    }
}
