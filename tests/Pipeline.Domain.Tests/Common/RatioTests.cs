using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public class RatioTests
{
    [Theory]
    [InlineData(22, 100, 0.22)]
    [InlineData(1, 3, 0.3333)]
    [InlineData(2, 3, 0.6667)]
    [InlineData(22_005, 1_000_00, 0.2201)]
    [InlineData(22_015, 1_000_00, 0.2202)]
    [InlineData(0, 5, 0)]
    [InlineData(5, 5, 1)]
    public void It_is_shown_with_four_decimals_halves_away_from_zero(long part, long whole, decimal shown) =>
        new Ratio(part, whole).Value.Should().Be(shown);

    [Fact]
    public void Its_exact_value_is_not_rounded() =>
        new Ratio(219_999_999_999, 1_000_000_000_000).Exact.Should().Be(0.219999999999m);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Over_a_zero_total_it_is_undefined_and_never_zero(long part)
    {
        var ratio = new Ratio(part, 0);
        (ratio.IsDefined, ratio.Value).Should().Be((false, (decimal?)null));
        FluentActions.Invoking(() => ratio.Exact).Should().Throw<DivideByZeroException>();
    }

    [Fact]
    public void Sums_of_many_large_amounts_stay_exact() =>
        new Ratio(2_200 * Money.MaxCents, 10_000 * Money.MaxCents).Exact.Should().Be(0.22m);

    [Theory]
    [InlineData(22, 100, 0.22, 0.22)]
    [InlineData(219_999, 1_000_000, 0.22, 0.219999)]
    [InlineData(2_199_949, 10_000_000, 0.22, 0.21999)]
    [InlineData(100_001, 1_000_000, 0.10, 0.100001)]
    [InlineData(1, 3, 0.22, 0.3333)]
    public void Beside_a_threshold_it_is_shown_on_its_own_side(long part, long whole, double threshold, double shown) =>
        new Ratio(part, whole).ShownBeside((decimal)threshold).Should().Be((decimal)shown);
}
