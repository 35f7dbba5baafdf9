using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;

namespace Pipeline.Domain.Indicators;

/// <summary>A figure that a portfolio asks of the projects that it leads.</summary>
/// <param name="Code">What readings, targets and impacts name it by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">In what; fixed once there are readings.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Total">Whether values of several projects add up.</param>
/// <param name="Id">Stays with the indicator; left out of a new one.</param>
/// <param name="IrisMetric">Metric id of the IRIS+ catalogue.</param>
/// <param name="Sdg">Sustainable Development Goal, 1 to 17.</param>
/// <param name="Facet">Of whom or of what it speaks.</param>
public sealed record IndicatorDefinition(
    string Code,
    Text Name,
    string Unit,
    IndicatorDirection Direction,
    IndicatorTotal Total,
    Guid? Id = null,
    string? IrisMetric = null,
    int? Sdg = null,
    ImpactFacet? Facet = null
)
{
    private static readonly string[] Shares =
    [
        "percent",
        "per cent",
        "percentage",
        "pourcent",
        "pour cent",
        "pourcentage",
    ];

    /// <summary>Whether its unit is a share: shares of different wholes do not add up.</summary>
    public bool IsShare() =>
        Unit.Contains('%', StringComparison.Ordinal)
        || Unit.Contains('‰', StringComparison.Ordinal)
        || Shares.Contains(Unit, StringComparer.OrdinalIgnoreCase);
}
