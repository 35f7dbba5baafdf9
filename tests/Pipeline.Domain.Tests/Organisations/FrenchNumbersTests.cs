using Pipeline.Domain.Organisations;

namespace Pipeline.Domain.Tests.Organisations;

public sealed class FrenchNumbersTests
{
    [Theory]
    [InlineData("13000342900011", true)]
    [InlineData("13000342900012", false)]
    [InlineData("13000342000011", false)]
    [InlineData("35600000000048", true)]
    [InlineData("35600000049837", true)]
    [InlineData("35600000049838", false)]
    [InlineData("00000000000000", false)]
    [InlineData("1300034290001", false)]
    [InlineData("1300034290001X", false)]
    public void A_siret_agrees_with_its_check_digits_and_those_of_la_poste_with_their_sum(string digits, bool valid) =>
        FrenchNumbers.IsSiret(digits).Should().Be(valid);

    [Theory]
    [InlineData("130003429", true)]
    [InlineData("130003420", false)]
    [InlineData("13000342", false)]
    public void A_siren_agrees_with_its_check_digit(string digits, bool valid) =>
        FrenchNumbers.IsSiren(digits).Should().Be(valid);
}
