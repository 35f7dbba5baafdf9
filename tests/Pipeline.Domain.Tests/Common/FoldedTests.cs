using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public sealed class FoldedTests
{
    [Theory]
    [InlineData("Économie Sociale", "economie sociale")]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("ŒUVRE Cœur", "oeuvre coeur")]
    [InlineData("Ærø, Straße", "aerø, strasse")]
    [InlineData("각국", "각국")]
    public void Case_and_accents_do_not_count(string text, string folded) => Folded.Of(text).Should().Be(folded);

    [Fact]
    public void What_is_no_character_is_a_lost_one() =>
        new[] { "a\uFFFEb", "a\ud800b" }.Select(Folded.Of).Should().AllBe("a\uFFFDb");

    /// <summary>Columns of folded texts are twice as wide as those of the texts: no character of Unicode may need more.</summary>
    [Fact]
    public void Folded_text_is_never_longer_than_twice_the_text()
    {
        var longer = Enumerable
            .Range(0, 0x110000)
            .Where(code => Rune.IsValid(code))
            .Select(code => new Rune(code).ToString())
            .Where(text => Folded.Of(text).Length > 2 * text.Length);
        longer.Should().BeEmpty();
    }
}
