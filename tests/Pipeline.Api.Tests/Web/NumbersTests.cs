using Pipeline.Api.Web;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Web;

/// <summary>Numbers as people type them: read as their language writes them, and never as a hundred times themselves.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData("1234.5", "en", 1234.5)]
    [InlineData("1,234.50", "en", 1234.5)]
    [InlineData("1 234.50", "en", 1234.5)]
    [InlineData("-3", "en", -3.0)]
    [InlineData("1,234", "en", 1234.0)]
    [InlineData("1234,5", "fr", 1234.5)]
    [InlineData("1 234,50", "fr", 1234.5)]
    [InlineData("1\u202f234\u202f567,5", "fr", 1234567.5)]
    [InlineData("1234.5", "fr", 1234.5)]
    [InlineData("1 234,50", "en", null)]
    [InlineData("2,5", "en", null)]
    [InlineData("12,34,567", "en", null)]
    [InlineData("1.234,50", "fr", null)]
    [InlineData("1 2 3", "fr", null)]
    [InlineData("23 %", "en", null)]
    [InlineData("5 €", "fr", null)]
    [InlineData("1e3", "en", null)]
    [InlineData("٣", "en", null)]
    [InlineData("99999999999999999999999999999999", "en", null)]
    public void A_number_is_read_in_its_language_or_not_at_all(string typed, string language, double? number) =>
        Numbers.Parse(typed, Of(language)).Should().Be((decimal?)number);

    [Theory]
    [InlineData("€2,796,500", "en", 2796500.0)]
    [InlineData("£12.50", "en", 12.5)]
    [InlineData("2 796 500 €", "fr", 2796500.0)]
    [InlineData("23 %", "fr", null)]
    public void An_amount_may_have_its_sign(string typed, string language, double? number) =>
        Numbers.ParseAmount(typed, Of(language)).Should().Be((decimal?)number);

    [Theory]
    [InlineData("23.3%", "en", 23.3)]
    [InlineData("23,3 %", "fr", 23.3)]
    [InlineData("€23", "en", null)]
    public void A_share_may_have_its_sign(string typed, string language, double? number) =>
        Numbers.ParsePercent(typed, Of(language)).Should().Be((decimal?)number);

    private static Language Of(string code) => code == "fr" ? Language.Fr : Language.En;
}
