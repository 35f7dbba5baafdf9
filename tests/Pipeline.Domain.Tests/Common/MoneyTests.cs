using System.Globalization;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests.Common;

public class MoneyTests
{
    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("0.29", 29)]
    [InlineData("1234.5", 123_450)]
    [InlineData("1234.500000", 123_450)]
    [InlineData("99999999999.99", 9_999_999_999_999)]
    [InlineData("100000000000.00", Money.MaxCents)]
    public void An_amount_is_exact_to_the_cent(string amount, long cents)
    {
        var money = Money.Of(Parsed(amount), "EUR");
        (money.Cents, money.Currency, money.Amount).Should().Be((cents, "EUR", Parsed(amount)));
        Money.CentsOf(Parsed(amount)).Should().Be(cents);
    }

    [Theory]
    [InlineData("0", "amount_not_positive")]
    [InlineData("-0.01", "amount_not_positive")]
    [InlineData("-100", "amount_not_positive")]
    [InlineData("0.001", "too_many_decimals")]
    [InlineData("10.005", "too_many_decimals")]
    [InlineData("0.0000000000000000000000000001", "too_many_decimals")]
    [InlineData("100000000000.01", "amount_too_large")]
    [InlineData("79228162514264337593543950335", "amount_too_large")]
    public void What_is_no_amount_is_refused_where_it_was_written(string amount, string code)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Money.Of(Parsed(amount), "EUR", "lines[2].amount"));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, "lines[2].amount"));
    }

    [Theory]
    [InlineData("0", "amount_not_positive")]
    [InlineData("-1", "amount_not_positive")]
    [InlineData("10000000000001", "amount_too_large")]
    public void What_is_no_amount_in_cents_is_refused_too(string cents, string code) =>
        Refusal.Of<InvalidValueException>(() => Money.CheckedCents((long)Parsed(cents))).Code.Should().Be(code);

    [Theory]
    [InlineData(1)]
    [InlineData(Money.MaxCents)]
    public void Cents_within_the_limits_are_an_amount(long cents) => Money.CheckedCents(cents).Should().Be(cents);

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("E R")]
    [InlineData("ÉUR")]
    [InlineData("978")]
    [InlineData(null)]
    public void A_currency_is_three_capital_letters(string? currency)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Money.Of(1m, currency!));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("invalid_currency", "currency"));
        Money.CurrencyOf("CHF", "currency").Should().Be("CHF");
    }

    [Fact]
    public void The_same_cents_of_another_currency_are_another_amount()
    {
        Money.Of(10m, "EUR").Should().Be(Money.Of(10.00m, "EUR"));
        Money.Of(10m, "EUR").Should().NotBe(Money.Of(10m, "GBP"));
    }

    [Fact]
    public void A_refusal_writes_the_figure_alike_whatever_the_machine_s_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Refusal.Of<InvalidValueException>(() => Money.Of(10.005m, "EUR")).Sentence.En.Should().Contain("10.005");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static decimal Parsed(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);
}
