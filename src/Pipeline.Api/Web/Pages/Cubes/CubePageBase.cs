using Pipeline.Api.Binding;
using Pipeline.Api.Web.Pages.Portfolios;
using Pipeline.Application.Cubes;

namespace Pipeline.Api.Web.Pages.Cubes;

/// <summary>What the pages of the cube have in common: what they are asked for.</summary>
[Takes("rows", "columns", "measure", "asOf", "knownAt")]
public abstract class CubePageBase : SeenPortfolio
{
    /// <summary>What the address asks for; what it leaves open, the page chooses.</summary>
    protected GetCube Wanted
    {
        get
        {
            var rows = Asked<CubeDimension>("rows") ?? CubeDimension.Domain;
            return new(
                Id,
                rows,
                Asked<CubeDimension>("columns")
                    ?? (rows == CubeDimension.Region ? CubeDimension.Phase : CubeDimension.Region),
                Asked<CubeMeasure>("measure") ?? CubeMeasure.Committed,
                Asked<DateOnly>("asOf"),
                Asked<DateTimeOffset>("knownAt")
            );
        }
    }
}
