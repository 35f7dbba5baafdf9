using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>How large it is, or is to be.</summary>
/// <param name="Territories">Where it acts.</param>
/// <param name="Beneficiaries">Whom it reaches in a year.</param>
/// <param name="YearlyCost">More than zero, in the lead portfolio's currency.</param>
public sealed record EconomicSizing(
    [property: Range(1, EconomicSizing.Most)] int Territories,
    [property: Range(1, EconomicSizing.Most)] int Beneficiaries,
    StatedMoney YearlyCost
)
{
    /// <summary>The most territories or beneficiaries.</summary>
    public const int Most = 1_000_000_000;
}
