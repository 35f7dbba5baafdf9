using System.ComponentModel.DataAnnotations;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Indicators;

/// <summary>All indicators of a portfolio.</summary>
public sealed record IndicatorListBody([property: MaxLength(Limits.List)] IReadOnlyList<PortfolioIndicator> Indicators)
{
    internal IndicatorList ToList() => new([.. Indicators.Select(i => i.ToDefinition())]);
}

/// <summary>A figure that a portfolio asks of the projects that it leads.</summary>
/// <param name="Code">What readings, targets and impacts name it by: letters, digits, and <c>_ - .</c> within.</param>
/// <param name="Unit">In what; fixed once there are readings.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Total">Whether values of several projects add up; those in per cent do not.</param>
/// <param name="Id">Stays with the indicator; left out of a new one.</param>
/// <param name="IrisMetric">Metric id of the IRIS+ catalogue.</param>
/// <param name="Sdg">1 to 17.</param>
/// <param name="Facet">Of whom or of what it speaks.</param>
public sealed record PortfolioIndicator(
    [property: StringLength(Limits.Code)] [property: RegularExpression(PortfolioIndicator.CodeForm)] string Code,
    BilingualBody Name,
    [property: StringLength(Limits.Short, MinimumLength = 1)] string Unit,
    IndicatorDirection Direction,
    IndicatorTotal Total,
    Guid? Id = null,
    [property: StringLength(Limits.Short)] string? IrisMetric = null,
    [property: Range(Sdgs.First, Sdgs.Last)] int? Sdg = null,
    ImpactFacet? Facet = null
)
{
    internal const string CodeForm = "^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$";

    internal static PortfolioIndicator Of(IndicatorDefinition i) =>
        new(i.Code, new(i.Name.En, i.Name.Fr), i.Unit, i.Direction, i.Total, i.Id, i.IrisMetric, i.Sdg, i.Facet);

    internal IndicatorDefinition ToDefinition() =>
        new(Code, new(Name.En, Name.Fr), Unit, Direction, Total, Id, IrisMetric, Sdg, Facet);
}
