using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

public class SupportRatioTests
{
    [Theory]
    [InlineData(2201, RatioStatus.Met)]
    [InlineData(2200, RatioStatus.Met)]
    [InlineData(2199, RatioStatus.Near)]
    [InlineData(1980, RatioStatus.Near)]
    [InlineData(1979, RatioStatus.Missed)]
    [InlineData(0, RatioStatus.Missed)]
    public void Capacity_building_reaches_its_target_or_is_within_a_tenth_of_it(long part, RatioStatus status) =>
        RatioPolicy.StatusOf(RatioKind.CapacityBuilding, new(part, 10_000), 0.22m).Should().Be(status);

    [Theory]
    [InlineData(0, RatioStatus.Met)]
    [InlineData(1000, RatioStatus.Met)]
    [InlineData(1001, RatioStatus.Near)]
    [InlineData(1100, RatioStatus.Near)]
    [InlineData(1101, RatioStatus.Missed)]
    public void Evaluation_stays_under_its_ceiling_or_is_within_a_tenth_of_it(long part, RatioStatus status) =>
        RatioPolicy.StatusOf(RatioKind.Evaluation, new(part, 10_000), 0.10m).Should().Be(status);

    [Fact]
    public void A_share_that_only_rounds_to_the_target_has_not_reached_it()
    {
        var justUnder = new Ratio(219_999, 1_000_000);
        justUnder.Value.Should().Be(0.2200m);
        RatioPolicy.StatusOf(RatioKind.CapacityBuilding, justUnder, 0.22m).Should().Be(RatioStatus.Near);
    }

    [Theory]
    [InlineData(RatioKind.CapacityBuilding)]
    [InlineData(RatioKind.Evaluation)]
    public void Over_nothing_there_is_no_status(RatioKind kind) =>
        RatioPolicy.StatusOf(kind, LeverTotals.Of([]).Of(kind), 0.22m).Should().BeNull();

    [Fact]
    public void Levers_add_up_to_what_they_count_as()
    {
        var totals = LeverTotals.Of([
            (Lever.Funding, 600),
            (Lever.ExpertiseAndNetworks, 100),
            (Lever.StrategyAndGovernance, 120),
            (Lever.Evaluation, 80),
            (Lever.Funding, 100),
        ]);
        totals.Should().Be(new LeverTotals(CapacityBuilding: 220, Evaluation: 80, Total: 1000));
        totals.Of(RatioKind.CapacityBuilding).Value.Should().Be(0.22m);
        totals.Of(RatioKind.Evaluation).Value.Should().Be(0.08m);
    }

    [Fact]
    public void Reversals_are_deducted() =>
        LeverTotals.Of([(Lever.Evaluation, 80), (Lever.Evaluation, -80)]).Should().Be(default(LeverTotals));

    [Fact]
    public void A_sum_that_no_longer_fits_is_no_silent_error() =>
        FluentActions
            .Invoking(() => LeverTotals.Of([(Lever.Funding, long.MaxValue), (Lever.Funding, 1)]))
            .Should()
            .Throw<OverflowException>();
}
