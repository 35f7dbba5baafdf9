using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Tests.Impacts;

/// <summary>Where an impact stands on a day, by its own clock.</summary>
public sealed class ImpactTests
{
    private static readonly DateOnly Since = new(2000, 1, 31);

    private static Impact Of(ImpactKind kind, DateOnly? since = null) =>
        new(
            kind,
            ImpactClock.Facets(kind)[0],
            Foreseen.Expected,
            ImpactDimension.Social,
            ImpactLevel.Individual,
            "People move",
            since ?? Since
        );

    [Theory]
    [InlineData(ImpactKind.Performance, 18)]
    [InlineData(ImpactKind.Innovation, 84)]
    [InlineData(ImpactKind.Trust, 84)]
    public void It_is_too_early_until_the_horizon_and_due_from_its_day_on(ImpactKind kind, int months)
    {
        var horizon = Since.AddMonths(months);
        Of(kind).On(horizon.AddDays(-1), []).Should().Be(new ImpactStanding(ImpactState.TooEarly, horizon, null));
        Of(kind).On(horizon, []).Should().Be(new ImpactStanding(ImpactState.Due, horizon, null));
        Of(kind)
            .On(horizon, [(horizon.AddDays(-1), ImpactOutcome.Confirmed)])
            .State.Should()
            .Be(ImpactState.Due, "what was seen before is a sign");
    }

    [Fact]
    public void The_last_reading_after_the_horizon_says_what_came_of_it_and_one_of_a_later_day_is_not_seen()
    {
        var horizon = Since.AddMonths(18);
        (DateOnly, ImpactOutcome)[] readings =
        [
            (horizon, ImpactOutcome.Partly),
            (horizon.AddDays(9), ImpactOutcome.Confirmed),
        ];
        Of(ImpactKind.Performance)
            .On(horizon.AddDays(8), readings)
            .Should()
            .Be(new ImpactStanding(ImpactState.Read, null, ImpactOutcome.Partly));
        Of(ImpactKind.Performance).On(horizon.AddDays(9), readings).Outcome.Should().Be(ImpactOutcome.Confirmed);
    }

    [Fact]
    public void Trust_has_four_seasons_each_due_by_itself()
    {
        var trust = Of(ImpactKind.Trust);
        var seasons = new[] { 84, 168, 252, 336 }.Select(m => Since.AddMonths(m)).ToList();
        foreach (var (season, next) in seasons.Zip(seasons.Skip(1).Select(s => (DateOnly?)s).Append(null)))
        {
            trust.On(season, [(season.AddDays(-1), ImpactOutcome.Confirmed)]).State.Should().Be(ImpactState.Due);
            trust
                .On(season, [(season, ImpactOutcome.Confirmed)])
                .Should()
                .Be(new ImpactStanding(ImpactState.Read, next, ImpactOutcome.Confirmed));
        }
    }

    [Fact]
    public void One_that_begins_on_the_last_days_of_the_calendar_is_too_early_for_ever() =>
        Of(ImpactKind.Trust, DateOnly.MaxValue).On(new(9999, 1, 1), []).State.Should().Be(ImpactState.TooEarly);

    [Fact]
    public void A_facet_belongs_to_its_kind()
    {
        foreach (var kind in Enum.GetValues<ImpactKind>())
        foreach (var facet in Enum.GetValues<ImpactFacet>())
        {
            var check = () => (Of(kind) with { Facet = facet }).Checked();
            if (ImpactClock.Facets(kind).Contains(facet))
                check.Should().NotThrow();
            else
                check.Should().Throw<InvalidValueException>().Which.Faults[0].Field.Should().Be("facet");
        }
    }
}
