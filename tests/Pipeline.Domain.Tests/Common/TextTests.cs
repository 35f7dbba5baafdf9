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
}
