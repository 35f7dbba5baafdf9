using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Cubes;

/// <summary>The projects behind a cell, a row or a column of a cube, each with its part of it; everybody who sees the portfolio.</summary>
/// <param name="Cube">Which cube, as of which day.</param>
/// <param name="Row">Of this value of the rows; null for all of them.</param>
/// <param name="Column">Of this value of the columns; null for all of them.</param>
public sealed record GetCubeProjects(GetCube Cube, string? Row, string? Column)
    : ISnapshotQuery<CubeProjectsReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [.. GetCube.Refusals, CommonRefusals.UnknownCode];
}

/// <summary>The projects behind a part of a cube: what they have in it adds up to what the cube says of it.</summary>
/// <param name="Row">Null for every row.</param>
/// <param name="Column">Null for every column.</param>
/// <param name="Items">By code.</param>
/// <param name="Total">An amount, or a number for <c>projects</c>.</param>
public sealed record CubeProjectsReply(
    CubeDimension Rows,
    CubeDimension Columns,
    CubeMeasure Measure,
    CubeValue? Row,
    CubeValue? Column,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    string Currency,
    IReadOnlyList<CubeProject> Items,
    object Total
);

/// <summary>A project in a part of a cube.</summary>
/// <param name="Value">Its part: an amount, or 1 for <c>projects</c>.</param>
/// <param name="InScope">Whether the caller sees the project itself: one that has left the portfolio stays in its books.</param>
public sealed record CubeProject(Guid ProjectId, string ProjectCode, string ProjectName, object Value, bool InScope);

internal sealed class GetCubeProjectsHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<GetCubeProjects, CubeProjectsReply>
{
    public async Task<CubeProjectsReply> Handle(GetCubeProjects request, CancellationToken cancellationToken)
    {
        var asked = request.Cube;
        await scope.InPortfolioAsync(asked.PortfolioId, cancellationToken);
        asked.Check();
        var row = Find(asked.Rows, request.Row, "row");
        var column = Find(asked.Columns, request.Column, "column");
        var view = await AsOfView.OpenAsync(db, asked.AsOf, asked.KnownAt, time.GetUtcNow(), cancellationToken);
        var currency = await db.CurrencyOfAsync(asked.PortfolioId, cancellationToken);
        var cube = await Cube.ReadAsync(view, asked, cancellationToken);
        var parts = cube.ByProject(request.Row, request.Column);
        var ids = parts.Keys.Order().ToList();
        var projects = await db
            .Projects.Of(ids, p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.Name,
                InScope = scope.Projects.Any(seen => seen.Id == p.Id),
            })
            .ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(ids, cancellationToken);

        object Value(long cents, int count) => asked.Basis is null ? count : MoneyDto.OfCents(cents, currency);

        return new(
            asked.Rows,
            asked.Columns,
            asked.Measure,
            row,
            column,
            view.AsOf,
            view.KnownAt,
            currency,
            [
                .. projects
                    .OrderBy(p => p.Code, StringComparer.Ordinal)
                    .Select(p => new CubeProject(
                        p.Id,
                        p.Code,
                        then.Of(p.Id, "name", p.Name),
                        Value(parts[p.Id], 1),
                        p.InScope
                    )),
            ],
            Value(parts.Values.Sum(), parts.Count)
        );
    }

    private CubeValue? Find(CubeDimension dimension, string? code, string field)
    {
        if (code is null)
            return null;
        var values = CubeValues.Of(dimension, withNone: true, caller.Language);
        Guard.KnownCode(code, field, values.Select(v => v.Code));
        return values.First(v => v.Code == code);
    }
}
