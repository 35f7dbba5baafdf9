using Pipeline.Application.Cubes;

namespace Pipeline.Api.Binding;

/// <summary>Which cube of which portfolio.</summary>
internal readonly record struct CubeQuery(
    Guid Id,
    Query<CubeDimension> Rows,
    Query<CubeDimension> Columns,
    Query<CubeMeasure> Measure,
    Query<DateOnly> AsOf,
    Query<DateTimeOffset> KnownAt
)
{
    /// <summary>The request.</summary>
    public GetCube Value =>
        new(
            Id,
            Rows.Required("rows"),
            Columns.Required("columns"),
            Measure.Required("measure"),
            AsOf.Value,
            KnownAt.Value
        );
}
