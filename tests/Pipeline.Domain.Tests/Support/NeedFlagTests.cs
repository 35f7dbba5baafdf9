using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

/// <summary>A need is shown beside a lever's share, and what strikes is flagged: nothing on a need of 3, more than half of the phase on a need of 0 or 1.</summary>
public sealed class NeedFlagTests
{
    [Theory]
    [InlineData(3, 0, 100, NeedFinding.Unmet)]
    [InlineData(3, 1, 100, null)]
    [InlineData(2, 0, 100, null)]
    [InlineData(3, 0, 0, null)]
    [InlineData(1, 50, 100, null)]
    [InlineData(1, 5001, 10_000, NeedFinding.Heavy)]
    [InlineData(0, 51, 100, NeedFinding.Heavy)]
    [InlineData(2, 100, 100, null)]
    public void It_is_flagged(int need, long part, long whole, NeedFinding? flag) =>
        NeedProfile.FlagOf(need, new Ratio(part, whole)).Should().Be(flag);
}
