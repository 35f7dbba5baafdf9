using Pipeline.Domain.Common;

namespace Pipeline.Application.Observatory;

/// <summary>A value of a region in a domain, with the portfolio's money there, as the workbook has it.</summary>
/// <param name="Place">Lowest or highest of its measure; null in between.</param>
/// <param name="Committed">Cents.</param>
/// <param name="Delivered">Cents.</param>
public sealed record ObservatoryRow(
    Text Domain,
    Text Region,
    int Year,
    Text Viewpoint,
    decimal Value,
    string Unit,
    Text? Place,
    int? Rank,
    int? SampleSize,
    string Source,
    long Committed,
    long Delivered,
    int Projects
);
