using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

/// <summary>What the lifecycle answers as a machine: guards by the code of their criterion, firing, and many callers at once.</summary>
public class LifecycleMachineTests
{
    private static readonly State[] States =
    [
        .. from phase in PhaseOrder.All from standing in Enum.GetValues<Standing>() select new State(phase, standing),
    ];

    /// <summary>Every state with every trigger.</summary>
    private static readonly (State From, Trigger Trigger)[] Questions =
    [
        .. from state in States from trigger in Enum.GetValues<Trigger>() select (state, trigger),
    ];

    public static TheoryData<Phase> Gated => [.. PhaseOrder.All.Where(phase => Gates.After(phase) is not null)];

    [Theory, MemberData(nameof(Gated))]
    public void Every_criterion_that_blocks_is_named_and_no_other(Phase phase)
    {
        var codes = Gates.After(phase)!.Criteria.Select(c => c.Code).ToList();

        foreach (var blocking in Subsets(codes))
            Lifecycle
                .Unmet(Active(phase), Trigger.Advance, Question(phase, blocking))
                .Should()
                .BeEquivalentTo(blocking, o => o.WithStrictOrdering());
    }

    [Theory, MemberData(nameof(Gated))]
    public void A_waiver_opens_its_own_guard_alone(Phase phase)
    {
        var codes = Gates.After(phase)!.Criteria.Select(c => c.Code).ToList();

        foreach (var waived in codes)
            Lifecycle
                .Unmet(
                    Active(phase),
                    Trigger.Advance,
                    Question(phase, codes) with
                    {
                        Waivers = [new(waived, "A reason.")],
                    }
                )
                .Should()
                .Equal(codes.Where(code => code != waived));
    }

    [Theory, MemberData(nameof(Gated))]
    public void What_was_not_judged_is_closed(Phase phase)
    {
        Lifecycle
            .Unmet(Active(phase), Trigger.Advance, GateQuestion.Unjudged)
            .Should()
            .Equal(Gates.After(phase)!.Criteria.Select(c => c.Code));
        FluentActions
            .Invoking(() => Lifecycle.Fire(Active(phase), Trigger.Advance, GateQuestion.Unjudged))
            .Should()
            .Throw<InvalidOperationException>();
    }

    [Fact]
    public void Firing_leads_where_the_rule_says_and_all_else_throws()
    {
        foreach (var (from, trigger) in Questions)
            if (Lifecycle.Find(from, trigger) is { } rule)
                Lifecycle.Fire(from, trigger, Question(from.Phase, [])).Should().Be(rule.To);
            else
                FluentActions
                    .Invoking(() => Lifecycle.Fire(from, trigger, Question(from.Phase, [])))
                    .Should()
                    .Throw<InvalidOperationException>($"{trigger} in {from} is not in the table");
    }

    [Fact]
    public void A_fire_that_was_refused_leaves_nothing_behind()
    {
        var before = Lifecycle.PermittedFrom(Active(Phase.Conception));
        FluentActions
            .Invoking(() => Lifecycle.Fire(Active(Phase.Conception), Trigger.Adopt, GateQuestion.Unjudged))
            .Should()
            .Throw<InvalidOperationException>();

        Lifecycle.PermittedFrom(Active(Phase.Conception)).Should().Equal(before);
        Lifecycle
            .Fire(Active(Phase.Modelling), Trigger.Hold, GateQuestion.Unjudged)
            .Should()
            .Be(new State(Phase.Modelling, Standing.OnHold));
    }

    [Fact]
    public async Task Callers_at_the_same_time_get_their_own_answers()
    {
        var alone = Questions.Select(Answer).ToList();
        using var start = new Barrier(8);

        var together = await Task.WhenAll(
            Enumerable
                .Range(0, start.ParticipantCount)
                .Select(caller =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            // Each begins elsewhere, so that at any moment they ask about different states.
                            var turn = caller * Questions.Length / start.ParticipantCount;
                            for (var round = 0; round < 20; round++)
                            for (var i = 0; i < Questions.Length; i++)
                            {
                                var at = (turn + i) % Questions.Length;
                                if (Answer(Questions[at]) != alone[at])
                                    return $"{Questions[at]}: {Answer(Questions[at])} instead of {alone[at]}";
                            }
                            return null;
                        },
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        together.Should().AllSatisfy(fault => fault.Should().BeNull());
    }

    [Fact]
    public void A_state_is_named_in_plain_words() =>
        new State(Phase.ScalingOut, Standing.OnHold).ToString().Should().Be("ScalingOut, OnHold");

    private static string Answer((State From, Trigger Trigger) question)
    {
        var (from, trigger) = question;
        var unmet = string.Join(' ', Lifecycle.Unmet(from, trigger, GateQuestion.Unjudged));
        var permitted = Lifecycle.PermittedFrom(from);
        var to = permitted.Contains(trigger) ? Lifecycle.Fire(from, trigger, Question(from.Phase, [])) : from;
        return $"{to} [{unmet}] ({string.Join(' ', permitted)})";
    }

    private static State Active(Phase phase) => new(phase, Standing.Active);

    private static GateQuestion Question(Phase phase, IReadOnlyCollection<string> blocking) =>
        new(
            [
                .. (Gates.After(phase)?.Criteria ?? []).Select(c => new JudgedCriterion(
                    c.Code,
                    c.Sentence,
                    Severity.Block,
                    !blocking.Contains(c.Code),
                    c.Sentence
                )),
            ],
            []
        );

    private static IEnumerable<IReadOnlyCollection<string>> Subsets(List<string> codes) =>
        Enumerable.Range(0, 1 << codes.Count).Select(bits => codes.Where((_, i) => (bits & (1 << i)) != 0).ToList());
}
