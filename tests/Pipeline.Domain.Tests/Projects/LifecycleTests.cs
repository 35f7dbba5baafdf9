using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using static Pipeline.Domain.Phases.Phase;
using static Pipeline.Domain.Phases.Standing;
using static Pipeline.Domain.Projects.Trigger;

namespace Pipeline.Domain.Tests.Projects;

public class LifecycleTests
{
    // The domain's table, row by row: whatever is not here is refused.
    private static readonly (Trigger Trigger, Phase From, Standing Before, Phase To, Standing After)[] Table =
    [
        (Advance, Conception, Active, Experimentation, Active),
        (Advance, Experimentation, Active, Modelling, Active),
        (Advance, Modelling, Active, ScalingOut, Active),
        (Advance, ScalingOut, Active, Industrialisation, Active),
        (StepBack, Experimentation, Active, Conception, Active),
        (StepBack, Modelling, Active, Experimentation, Active),
        (StepBack, ScalingOut, Active, Modelling, Active),
        (Hold, Conception, Active, Conception, OnHold),
        (Hold, Experimentation, Active, Experimentation, OnHold),
        (Hold, Modelling, Active, Modelling, OnHold),
        (Hold, ScalingOut, Active, ScalingOut, OnHold),
        (Hold, Industrialisation, Active, Industrialisation, OnHold),
        (Resume, Conception, OnHold, Conception, Active),
        (Resume, Experimentation, OnHold, Experimentation, Active),
        (Resume, Modelling, OnHold, Modelling, Active),
        (Resume, ScalingOut, OnHold, ScalingOut, Active),
        (Resume, Industrialisation, OnHold, Industrialisation, Active),
        (Stop, Conception, Active, Conception, Stopped),
        (Stop, Experimentation, Active, Experimentation, Stopped),
        (Stop, Modelling, Active, Modelling, Stopped),
        (Stop, ScalingOut, Active, ScalingOut, Stopped),
        (Stop, Industrialisation, Active, Industrialisation, Stopped),
        (Stop, Conception, OnHold, Conception, Stopped),
        (Stop, Experimentation, OnHold, Experimentation, Stopped),
        (Stop, Modelling, OnHold, Modelling, Stopped),
        (Stop, ScalingOut, OnHold, ScalingOut, Stopped),
        (Stop, Industrialisation, OnHold, Industrialisation, Stopped),
        (Adopt, Industrialisation, Active, Industrialisation, Adopted),
        (Reopen, Conception, Stopped, Conception, Active),
        (Reopen, Experimentation, Stopped, Experimentation, Active),
        (Reopen, Modelling, Stopped, Modelling, Active),
        (Reopen, ScalingOut, Stopped, ScalingOut, Active),
        (Reopen, Industrialisation, Stopped, Industrialisation, Active),
        (Reopen, Industrialisation, Adopted, Industrialisation, Active),
    ];

    private static readonly Dictionary<(State, Trigger), State> Expected = Table.ToDictionary(
        row => (new State(row.From, row.Before), row.Trigger),
        row => new State(row.To, row.After)
    );

    public static TheoryData<Phase, Standing, Trigger> Triples => Cross(_ => true);

    public static TheoryData<Phase, Standing, Trigger> Permitted => Cross(Expected.ContainsKey);

    // Adopted is an end of industrialisation alone: no project gets there from elsewhere.
    public static TheoryData<Phase, Standing, Trigger> Refused =>
        Cross(t => !Expected.ContainsKey(t) && (t.State.Standing != Adopted || t.State.Phase == Industrialisation));

    private static TheoryData<Phase, Standing, Trigger> Cross(Func<(State State, Trigger Trigger), bool> wanted)
    {
        var triples = new TheoryData<Phase, Standing, Trigger>();
        foreach (var phase in Enum.GetValues<Phase>())
        foreach (var standing in Enum.GetValues<Standing>())
        foreach (var trigger in Enum.GetValues<Trigger>())
            if (wanted((new(phase, standing), trigger)))
                triples.Add(phase, standing, trigger);
        return triples;
    }

    [Fact]
    public void Every_triple_is_under_test()
    {
        Triples.Should().HaveCount(5 * 4 * 7);
        Permitted.Should().HaveCount(34);
        Refused.Should().HaveCount(5 * 4 * 7 - 34 - 4 * 7);
    }

    [Theory, MemberData(nameof(Triples))]
    public void The_machine_has_the_domain_s_moves_and_no_other(Phase phase, Standing standing, Trigger trigger)
    {
        State from = new(phase, standing);
        State? to = Expected.TryGetValue((from, trigger), out var expected) ? expected : null;
        Lifecycle.Find(from, trigger)?.To.Should().Be(to);
        (Lifecycle.Find(from, trigger) is null).Should().Be(to is null);
        Lifecycle.PermittedFrom(from).Contains(trigger).Should().Be(to is not null);
    }

    [Theory, MemberData(nameof(Permitted))]
    public void A_permitted_move_lands_where_the_table_says(Phase phase, Standing standing, Trigger trigger)
    {
        var project = Given.ProjectIn(phase, standing);
        var transition = project.Fire(trigger);
        project.State.Should().Be(Expected[(new(phase, standing), trigger)]);
        (transition.From, transition.To, transition.Status)
            .Should()
            .Be((new State(phase, standing), project.State, TransitionStatus.Effective));
    }

    [Theory, MemberData(nameof(Refused))]
    public void Every_other_move_is_refused_by_name_with_those_that_are_permitted(
        Phase phase,
        Standing standing,
        Trigger trigger
    )
    {
        var project = Given.ProjectIn(phase, standing);
        var reports = project.Transitions.Count;

        var refusal = Refusal.Of<RefusedException>(() => project.Fire(trigger));

        refusal.Code.Should().Be("transition_not_permitted");
        var permitted = Expected.Keys.Where(k => k.Item1 == project.State).Select(k => Labels.Of(k.Item2).En);
        refusal.Sentence.En.Should().StartWith($"“{Labels.Of(trigger).En}”").And.ContainAll(permitted);
        project.State.Should().Be(new State(phase, standing));
        project.Transitions.Should().HaveCount(reports);
    }

    [Theory, MemberData(nameof(Permitted))]
    public void A_move_asks_for_what_the_table_says(Phase phase, Standing standing, Trigger trigger)
    {
        var move = Lifecycle.Find(new(phase, standing), trigger)!;
        move.Asks.Should()
            .Be(
                trigger switch
                {
                    StepBack or Hold or Stop or Reopen => RequiredInput.Reason,
                    Adopt => RequiredInput.TakeOver,
                    _ => RequiredInput.Nothing,
                }
            );
        move.Gate.Should().BeSameAs(trigger == Advance ? Gates.After(phase) : null);
        move.ManagersOnly.Should().Be(trigger == Reopen);
        move.NeedsNoReview.Should().Be(trigger is Hold or Resume);
    }
}
