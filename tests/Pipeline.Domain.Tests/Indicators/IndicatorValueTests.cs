using System.Globalization;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;

namespace Pipeline.Domain.Tests.Indicators;

/// <summary>Values are exact.</summary>
public sealed class IndicatorValueTests
{
    [Theory]
    [InlineData("12.500", "12.5")]
    [InlineData("100", "100")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("-999999999999999.999999999", "-999999999999999.999999999")]
    [InlineData("0.000000000000", "0")]
    public void It_is_kept_without_zeros_behind(string given, string kept) =>
        IndicatorValue
            .Checked(decimal.Parse(given, CultureInfo.InvariantCulture), "value")
            .ToString(CultureInfo.InvariantCulture)
            .Should()
            .Be(kept);

    [Theory]
    [InlineData("0.0000000001", "too_many_decimals")]
    [InlineData("1000000000000000", "out_of_range")]
    [InlineData("-1000000000000000", "out_of_range")]
    public void What_cannot_be_kept_is_refused(string given, string code)
    {
        var check = () => IndicatorValue.Checked(decimal.Parse(given, CultureInfo.InvariantCulture), "value");
        check.Should().Throw<InvalidValueException>().Which.Faults.Single().Code.Should().Be(code);
    }

    [Theory]
    [InlineData("%", true)]
    [InlineData("% of those asked", true)]
    [InlineData("Percent", true)]
    [InlineData("pour cent", true)]
    [InlineData("people", false)]
    [InlineData("percentiles counted", false)]
    public void A_unit_can_be_a_share(string unit, bool share) =>
        new IndicatorDefinition("A", Text.Same("A"), unit, IndicatorDirection.Up, IndicatorTotal.None)
            .IsShare()
            .Should()
            .Be(share);
}
