using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>What SQL Server does not aggregate, though SQLite does.</summary>
internal static class Aggregates
{
    private static readonly string[] Names =
    [
        "APPROX_COUNT_DISTINCT",
        "AVG",
        "COUNT",
        "COUNT_BIG",
        "MAX",
        "MIN",
        "STDEV",
        "STDEVP",
        "STRING_AGG",
        "SUM",
        "VAR",
        "VARP",
    ];

    /// <summary>Whether a function folds rows; with OVER it only looks at them.</summary>
    public static bool Is(FunctionCall call) =>
        call.OverClause is null && Names.Contains(call.FunctionName.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Aggregates that belong to this fragment itself, not to a subquery in it.</summary>
    public static IReadOnlyList<FunctionCall> In(TSqlFragment? fragment)
    {
        var finder = new Finder();
        fragment?.Accept(finder);
        return finder.Aggregates;
    }

    /// <summary>Holds a bound aggregate's arguments against the server's rules.</summary>
    public static void Check(FunctionCall aggregate, NameScope scope, QueryBinder binder)
    {
        var finder = new Finder();
        foreach (var argument in aggregate.Parameters)
            argument.Accept(finder);
        if (finder.Subqueries > 0)
            binder.Add($"An aggregate over a subquery (error 130): {QueryBinder.Shown(aggregate)}");
        if (finder.Aggregates.Count > 0)
            binder.Add($"An aggregate over an aggregate (error 130): {QueryBinder.Shown(aggregate)}");
        var foreign = finder.Columns.Count(c => binder.Owners.TryGetValue(c, out var owner) && owner != scope);
        if (foreign > 0 && finder.Columns.Select(TSqlText.Of).Distinct().Count() > 1)
            binder.Add(
                $"An aggregate over a column of the query outside and another one (error 8124): {QueryBinder.Shown(aggregate)}"
            );
    }

    private sealed class Finder : TSqlFragmentVisitor
    {
        public List<FunctionCall> Aggregates { get; } = [];

        public List<ColumnReferenceExpression> Columns { get; } = [];

        public int Subqueries { get; private set; }

        public override void ExplicitVisit(ScalarSubquery node) => Subqueries++;

        public override void Visit(ColumnReferenceExpression node) => Columns.Add(node);

        public override void Visit(FunctionCall node)
        {
            if (Is(node))
                Aggregates.Add(node);
        }
    }
}
