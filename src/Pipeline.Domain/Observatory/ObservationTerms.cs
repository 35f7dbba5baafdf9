using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Domain.Observatory;

/// <summary>What an observation says.</summary>
/// <param name="Key">Of where, what, when, by whom, through whose eyes and in which unit.</param>
/// <param name="Value">At most nine decimals.</param>
/// <param name="Rank">Among the regions, as the source gives it.</param>
/// <param name="SampleSize">How many were asked.</param>
/// <param name="Citation">Where it is published.</param>
public sealed partial record ObservationTerms(
    ObservationKey Key,
    decimal Value,
    int? Rank,
    int? SampleSize,
    string Citation
)
{
    /// <summary>The first year that is taken.</summary>
    public const int FirstYear = 1900;

    /// <summary>Decimals of a value.</summary>
    public const int Decimals = 9;

    /// <summary>The largest value; spreadsheets lose digits beyond.</summary>
    public const decimal Most = 999_999_999_999_999m;

    /// <summary>
    /// Whether a unit says a share of a hundred, by itself or of somebody: “% of inhabitants”, and neither “for a hundred thousand” nor a change (“% d'évolution”,
    /// “percentage points”), which can be below nothing and above everything.
    /// </summary>
    public static bool IsPercent(string unit) =>
        Common.Folded.Of(unit.Normalize(NormalizationForm.FormKC)) is var folded
        && Percent().IsMatch(folded)
        && !Change().IsMatch(folded);

    [GeneratedRegex(
        "%|\\b(percents?|per cent|percentages?|pourcents?|pour cent|pourcentages?|pct|p\\. ?cent)\\b(?! (mille|thousand))"
    )]
    private static partial Regex Percent();

    [GeneratedRegex("\\b(evolutions?|variations?|croissance|hausse|baisse|change|growth|increase|decrease|points?)\\b")]
    private static partial Regex Change();
}
