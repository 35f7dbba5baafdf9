namespace Pipeline.Domain.Common;

/// <summary>A part of a whole, exact as a fraction of cents; undefined over a zero total, never 0 (RC 5-2).</summary>
/// <param name="Part">Cents of the part.</param>
/// <param name="Whole">Cents of the whole; zero makes the ratio undefined.</param>
public readonly record struct Ratio(long Part, long Whole)
{
    /// <summary>Whether there is a total to be a share of.</summary>
    public bool IsDefined => Whole != 0;

    /// <summary>The share 0 to 1 as it is shown: four decimals, halves away from zero; null over a zero total.</summary>
    public decimal? Value => IsDefined ? decimal.Round(Exact, 4, MidpointRounding.AwayFromZero) : null;

    /// <summary>
    /// The share as it is shown beside what it is held against: four decimals, and as many more as it takes to stand on its side of every bound, so that what
    /// is shown never contradicts the status; null over a zero total.
    /// </summary>
    public decimal? ShownBeside(params IReadOnlyList<decimal> bounds) => IsDefined ? Beside(Exact, 4, bounds) : null;

    /// <summary>Rounds, halves away from zero, to the fewest decimals that leave the figure on its side of every bound.</summary>
    /// <param name="exact">As it was judged.</param>
    /// <param name="decimals">At least so many.</param>
    /// <param name="bounds">What it is held against.</param>
    public static decimal Beside(decimal exact, int decimals, params IReadOnlyList<decimal> bounds)
    {
        while (bounds.Any(bound => Rounded().CompareTo(bound) != exact.CompareTo(bound)))
            decimals++;
        return Rounded();

        decimal Rounded() => decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The unrounded share. A status is decided on this, so rounding never turns a miss into a hit.</summary>
    /// <exception cref="DivideByZeroException">The ratio is undefined.</exception>
    public decimal Exact => (decimal)Part / Whole;
}
