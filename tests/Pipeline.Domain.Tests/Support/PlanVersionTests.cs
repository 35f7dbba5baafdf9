using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

public class PlanVersionTests
{
    private static PlanVersion Plan(params PlannedAmount[] lines) => From(Given.Today, lines);

    private static PlanVersion From(DateOnly effectiveOn, params PlannedAmount[] lines) =>
        new(Given.Id(), 3, Given.Start, effectiveOn, lines, Given.Manager.UserId, Given.Now);

    [Fact]
    public void A_plan_counts_from_a_day_between_the_projects_beginning_and_today()
    {
        From(Given.Start).EffectiveOn.Should().Be(Given.Start);
        foreach (
            var (day, code) in new[]
            {
                (Given.Start.AddDays(-1), "before_start"),
                (Given.Today.AddDays(1), "date_in_future"),
            }
        )
        {
            var refusal = Refusal.Of<InvalidValueException>(() => From(day));
            (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, "effectiveOn"));
        }
    }

    [Fact]
    public void A_plan_has_one_amount_for_each_phase_and_lever()
    {
        PlannedAmount[] lines =
        [
            .. from phase in PhaseOrder.All
            from lever in Levers.All
            select new PlannedAmount(phase, lever, (int)phase * 100 + (int)lever),
        ];
        Plan(lines).Lines.Select(l => new PlannedAmount(l.Phase, l.Lever, l.Cents)).Should().Equal(lines);
    }

    [Fact]
    public void A_line_twice_is_refused_where_it_comes_again()
    {
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Plan(
                new(Phase.Modelling, Lever.Funding, 1),
                new(Phase.Modelling, Lever.Evaluation, 1),
                new(Phase.ScalingOut, Lever.Funding, 1),
                new(Phase.Modelling, Lever.Funding, 2)
            )
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("duplicate_line", "lines[3]"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_line_is_more_than_zero(long cents)
    {
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Plan(new(Phase.Modelling, Lever.Evaluation, 1), new(Phase.Modelling, Lever.Funding, cents))
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("amount_not_positive", "lines[1].amount"));
    }

    [Fact]
    public void A_plan_may_be_empty() => Plan().Lines.Should().BeEmpty();

    [Fact]
    public void A_plan_counts_from_the_day_it_was_written() =>
        Plan()
            .Should()
            .BeEquivalentTo(
                new
                {
                    Number = 3,
                    EffectiveOn = Given.Today,
                    RecordedAt = Given.Now,
                    RecordedBy = Given.Manager.UserId,
                }
            );
}
