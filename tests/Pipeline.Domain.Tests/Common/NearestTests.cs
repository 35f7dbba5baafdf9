using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public sealed class NearestTests
{
    [Theory]
    [InlineData("amuont", "amount")]
    [InlineData("AMOUNT", "amount")]
    [InlineData("titre", "title")]
    public void The_name_with_the_fewest_changes_is_meant(string written, string meant) =>
        Nearest.Of(written, ["title", "amount", "awardDate"]).Should().Be(meant);

    [Fact]
    public void Where_nothing_is_known_nothing_is_near() => Nearest.Of("a", []).Should().BeNull();
}
