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

    [Theory]
    [InlineData("amuont", "amount")]
    [InlineData("award", "awardDate")]
    [InlineData("frobnicate", null)]
    [InlineData("date", null)]
    public void What_is_far_from_everything_was_no_slip(string written, string? meant) =>
        Nearest.Meant(written, ["title", "amount", "awardDate"]).Should().Be(meant);

    [Fact]
    public void Where_nothing_is_known_nothing_is_near() => Nearest.Of("a", []).Should().BeNull();
}
