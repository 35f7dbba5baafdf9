using Pipeline.Api.Binding;
using Pipeline.Application.Cubes;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Web;

/// <summary>
/// Where the figures of a dashboard lead: to what lists just what they count, as of the same day and as known at the same instant. What lists the present alone is led to
/// from the present alone.
/// </summary>
/// <param name="portfolioId">Whose dashboard it is.</param>
/// <param name="view">Its address, whose day and instant are kept.</param>
/// <param name="day">The day that it shows.</param>
/// <param name="now">Whether it shows the present.</param>
public sealed class Behind(Guid portfolioId, Address view, DateOnly day, bool now)
{
    // What says nothing of a dimension: the cube has it, and no list filters by it.
    private const string None = "none";

    /// <summary>The projects of one value of a dimension, or all: the list of projects, or what the cube says of another day.</summary>
    public string Projects(CubeDimension dimension = CubeDimension.Phase, string? code = null) =>
        now && code != None
            ? Listed(code is null ? null : Codes.Of(dimension), code)!
            : Part(dimension, CubeMeasure.Projects, code, null);

    /// <summary>The projects that one condition of the list of projects is true of, now.</summary>
    public string? Listed(string? filter, string? code)
    {
        var all = Address.Of("/projects").With("portfolioId", portfolioId.ToString());
        return !now ? null : (filter is null ? all : all.With(filter, code)).ToString();
    }

    /// <summary>The projects that money of a ledger is for, each with its part.</summary>
    /// <param name="row">Of one value of the dimension; null for all.</param>
    /// <param name="lever">On one lever; null for all.</param>
    public string Money(
        Basis basis,
        CubeDimension dimension = CubeDimension.Phase,
        string? row = null,
        Lever? lever = null
    ) => Part(dimension, Measure(basis), row, lever);

    /// <summary>Phases by levers on a ledger.</summary>
    public string Mix(Basis basis) =>
        View($"/portfolios/{portfolioId}/cube")
            .With("rows", Codes.Of(CubeDimension.Phase))
            .With("columns", Codes.Of(CubeDimension.Lever))
            .With("measure", Codes.Of(Measure(basis)))
            .ToString();

    /// <summary>The moves of a month, of one kind where it is given.</summary>
    public string Moves(string month, string? trigger = null) =>
        View($"/portfolios/{portfolioId}/transitions").With("month", month).With("trigger", trigger).ToString();

    /// <summary>The moves that ended a stay in a phase.</summary>
    public string Stays(Phase phase) =>
        View($"/portfolios/{portfolioId}/transitions").With("leftPhase", Codes.Of(phase)).ToString();

    /// <summary>A part of the portfolio that lists the present alone; null of another day.</summary>
    public string? Now(string part) => now ? $"/portfolios/{portfolioId}/{part}" : null;

    /// <summary>The alliances under way that conditions of their list are true of.</summary>
    public string Alliances(params (string Filter, string Code)[] asked) =>
        Records("alliances", [("underWay", "true"), .. asked]);

    /// <summary>The impacts that conditions of their list are true of.</summary>
    public string Impacts(params (string Filter, string Code)[] asked) => Records("impacts", asked);

    /// <summary>The open risks, of one passage where it is given.</summary>
    public string Risks(string? passage = null) => Records("risks", passage is null ? [] : [("passage", passage)]);

    // What is recorded of projects that had begun: without a day such a list has those that are still to begin too.
    private string Records(string part, (string Filter, string Code)[] asked) =>
        asked
            .Aggregate(
                View($"/portfolios/{portfolioId}/{part}").With("asOf", day.Iso()),
                (all, a) => all.With(a.Filter, a.Code)
            )
            .ToString();

    private string Part(CubeDimension dimension, CubeMeasure measure, string? row, Lever? lever) =>
        View($"/portfolios/{portfolioId}/cube/projects")
            .With("rows", Codes.Of(dimension))
            .With("columns", Codes.Of(Beside(dimension)))
            .With("measure", Codes.Of(measure))
            .With("row", row)
            .With("column", lever is { } of ? Codes.Of(of) : null)
            .ToString();

    private Address View(string path) => Address.Of(path).With("asOf", view["asOf"]).With("knownAt", view["knownAt"]);

    // Whatever stands beside it, a row is what the dashboard says of it; phases stand beside levers, by which they are asked for too.
    private static CubeDimension Beside(CubeDimension dimension) =>
        dimension == CubeDimension.Phase ? CubeDimension.Lever : CubeDimension.Phase;

    private static CubeMeasure Measure(Basis basis) =>
        basis switch
        {
            Basis.Planned => CubeMeasure.Planned,
            Basis.Committed => CubeMeasure.Committed,
            _ => CubeMeasure.Delivered,
        };
}
