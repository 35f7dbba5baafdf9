using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>Money that comes each year.</summary>
/// <param name="YearlyAmount">More than zero, in the lead portfolio's currency.</param>
/// <param name="Label">From whom, or for what.</param>
public sealed record EconomicResource(
    EconomicSource Source,
    StatedMoney YearlyAmount,
    [property: StringLength(Limits.Name)] string? Label = null
);
