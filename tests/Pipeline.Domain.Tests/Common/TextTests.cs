using System.Buffers;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public sealed class TextTests
{
    [Theory]
    [InlineData("1234.5", "At most 1,234.5.", "Au plus 1\u202f234,5.")]
    [InlineData("-0.000000001", "At most -0.000000001.", "Au plus -0,000000001.")]
    [InlineData("30000.00", "At most 30,000.", "Au plus 30\u202f000.")]
    public void A_decimal_number_is_written_as_the_sentence_s_language_writes_it(
        string number,
        string english,
        string french
    ) =>
        new Text("At most {0}.", "Au plus {0}.")
            .With(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            .Should()
            .Be(new Text(english, french));

    [Fact]
    public void Placeholders_are_filled_in_the_sentence_s_language_and_braces_that_are_written_twice_are_braces()
    {
        var said = new Text("{1:X4}, {0} and {0}: {{{2}}}{3}", "{0} puis {1:X4} : {{{2}}}{3}").With(
            Text.Joined([new("one", "un"), new Text("day {0}", "jour {0}").With(new DateOnly(2026, 3, 1))], " / "),
            255,
            true,
            null
        );
        said.En.Should().Be("00FF, one / day 1 March 2026 and one / day 1 March 2026: {True}");
        said.Fr.Should().Be("un / jour 1er mars 2026 puis 00FF : {True}");
    }

    [Fact]
    public void A_sentence_is_written_behind_what_is_there()
    {
        var words = new ArrayBufferWriter<char>();
        words.Write("A: ");
        Text.Lines([new("b", "c"), Text.Made(l => l == Language.Fr ? "e" : "d")]).WriteTo(words, Language.Fr);
        words.WrittenSpan.ToString().Should().Be("A: c\ne");
    }
}
