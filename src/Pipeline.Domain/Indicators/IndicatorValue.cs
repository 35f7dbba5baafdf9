using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>An exact value of an indicator.</summary>
public static class IndicatorValue
{
    /// <summary>Decimals at most.</summary>
    public const int Decimals = 9;

    /// <summary>Every value is below it, and above its opposite: sums over a portfolio stay exact.</summary>
    public const decimal Bound = 1_000_000_000_000_000;

    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>A value that is kept as it was given, without zeros behind.</summary>
    /// <exception cref="InvalidValueException"><c>too_many_decimals</c>, <c>out_of_range</c>.</exception>
    public static decimal Checked(decimal value, string field)
    {
        if (value is >= Bound or <= -Bound)
            throw IndicatorRefusals.ValueTooLarge.With(value).At(field);
        if (decimal.Round(value, Decimals, MidpointRounding.ToZero) != value)
            throw IndicatorRefusals.TooManyDecimals.With(value).At(field);
        // Dividing by one drops the zeros behind.
        return value / One;
    }

    /// <inheritdoc cref="Checked(decimal, string)" />
    public static decimal? Checked(decimal? value, string field) => value is { } given ? Checked(given, field) : null;
}
