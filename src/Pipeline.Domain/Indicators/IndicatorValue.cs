using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>An exact value of an indicator.</summary>
public static class IndicatorValue
{
    /// <summary>Decimals at most.</summary>
    public const int Decimals = 9;

    /// <summary>The most that a value is, and the least with a minus: fifteen digits and nine decimals, so that sums over a portfolio stay exact.</summary>
    public const decimal Most = 999_999_999_999_999.999999999m;

    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>A value that is kept as it was given, without zeros behind.</summary>
    /// <exception cref="InvalidValueException"><c>too_many_decimals</c>, <c>out_of_range</c>.</exception>
    public static decimal Checked(decimal value, string field)
    {
        if (value is > Most or < -Most)
            throw IndicatorRefusals.ValueTooLarge.With(value).At(field);
        if (decimal.Round(value, Decimals, MidpointRounding.ToZero) != value)
            throw IndicatorRefusals.TooManyDecimals.With(value).At(field);
        // Dividing by one drops the zeros behind.
        return value / One;
    }

    /// <inheritdoc cref="Checked(decimal, string)" />
    public static decimal? Checked(decimal? value, string field) => value is { } given ? Checked(given, field) : null;
}
