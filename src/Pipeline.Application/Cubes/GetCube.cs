using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Cubes;

/// <summary>A portfolio by any two dimensions, as of a day and as known at an instant; everybody who sees the portfolio.</summary>
public sealed record GetCube(
    Guid PortfolioId,
    CubeDimension Rows,
    CubeDimension Columns,
    CubeMeasure Measure,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt
) : ISnapshotQuery<CubeReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [CubeRefusals.SameDimension, CommonRefusals.Required, CommonRefusals.DateInFuture];

    /// <summary>The ledger that is measured; null for projects.</summary>
    internal Basis? Basis =>
        Measure switch
        {
            CubeMeasure.Planned => Domain.Support.Basis.Planned,
            CubeMeasure.Committed => Domain.Support.Basis.Committed,
            CubeMeasure.Delivered => Domain.Support.Basis.Delivered,
            _ => null,
        };

    /// <summary>Two dimensions are two.</summary>
    /// <exception cref="InvalidValueException"><c>same_dimension</c>.</exception>
    internal void Check()
    {
        if (Rows == Columns)
            throw CubeRefusals.SameDimension.With(Labels.Of(Rows)).At("columns");
    }
}

internal sealed class GetCubeHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<GetCube, CubeReply>
{
    public async Task<CubeReply> Handle(GetCube request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        request.Check();
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var cube = await Cube.ReadAsync(view, request, cancellationToken);

        IReadOnlyList<CubeValue> Values(CubeDimension dimension, bool asRow) =>
            CubeValues.Of(dimension, cube.Has(CubeValues.None, asRow), caller.Language);
        object Value(long cents, int projects) => request.Basis is null ? projects : MoneyDto.OfCents(cents, currency);

        var (rows, columns) = (Values(request.Rows, asRow: true), Values(request.Columns, asRow: false));
        return new(
            request.Rows,
            request.Columns,
            request.Measure,
            view.AsOf,
            view.KnownAt,
            currency,
            rows,
            columns,
            [
                .. from row in rows
                from column in columns
                let projects = cube.Projects(row.Code, column.Code)
                select new CubeCell(
                    row.Code,
                    column.Code,
                    Value(cube.Cents(row.Code, column.Code), projects),
                    projects
                ),
            ],
            Value(cube.Total, cube.ByProject(null, null).Count)
        );
    }
}
