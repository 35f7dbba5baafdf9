using Pipeline.Domain.Indicators;

namespace Pipeline.Domain.Tests.Indicators;

/// <summary>What a project aims at.</summary>
public sealed class IndicatorTargetsTests
{
    [Fact]
    public void A_target_whose_unit_nobody_kept_may_say_it_once_nobody_asks_for_its_indicator()
    {
        var id = Given.Id();
        var before = new IndicatorTargets([new("JOBS", id, Target: 40)]);
        var list = new IndicatorList([]);
        before.Checked(before, list, Given.Now).Targets.Single().Unit.Should().BeNull();
        new IndicatorTargets([new("JOBS", id, Target: 40, Unit: "people")])
            .Checked(before, list, Given.Now)
            .Targets.Single()
            .Unit.Should()
            .Be("people");
    }
}
