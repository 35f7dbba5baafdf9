using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>What a grouped or distinct SELECT may show. SQLite picks some row's value where SQL Server refuses.</summary>
internal static class GroupingRules
{
    /// <summary>Checks a SELECT whose names are bound.</summary>
    public static void Check(QuerySpecification select, NameScope scope, QueryBinder binder)
    {
        var keys = (select.GroupByClause?.GroupingSpecifications ?? [])
            .OfType<ExpressionGroupingSpecification>()
            .Select(g => g.Expression)
            .ToList();
        foreach (var key in keys.Where(k => Parts.Of(k).HasSubquery || Aggregates.In(k).Count > 0))
            binder.Add($"GROUP BY holds a subquery or an aggregate (error 144): {QueryBinder.Shown(key)}");
        foreach (
            var key in keys.Where(k =>
                !Parts
                    .Of(k)
                    .All.OfType<ColumnReferenceExpression>()
                    .Any(c => binder.Owners.GetValueOrDefault(c) == scope)
            )
        )
            binder.Add(
                $"GROUP BY holds an expression without a column of its own (error 164): {QueryBinder.Shown(key)}"
            );
        var shown = select.SelectElements.OfType<SelectScalarExpression>().ToList();
        var folded =
            keys.Count > 0
            || shown.Any(s => Aggregates.In(s).Count > 0)
            || Aggregates.In(select.HavingClause).Count > 0;
        if (folded)
            CheckFolded(
                [.. shown, .. Optional(select.HavingClause), .. Optional(select.OrderByClause)],
                keys,
                scope,
                binder
            );
        if (select is { UniqueRowFilter: UniqueRowFilter.Distinct, OrderByClause: { } order })
            CheckDistinct(order, shown, binder);
    }

    private static void CheckFolded(
        IEnumerable<TSqlFragment> clauses,
        List<ScalarExpression> keys,
        NameScope scope,
        QueryBinder binder
    )
    {
        var texts = keys.Select(TSqlText.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in clauses)
        {
            var parts = Parts.Of(clause);
            // A subquery may refer to a column that is grouped by, but not to an expression that is: SQL Server does not know that again in there.
            var subqueries = parts.All.OfType<ScalarSubquery>().ToList();
            var covered = parts
                .All.Where(f =>
                    f is FunctionCall call && Aggregates.Is(call)
                    || f is ScalarExpression
                        && texts.Contains(TSqlText.Of(f))
                        && (f is ColumnReferenceExpression || !subqueries.Any(s => Holds(s, f)))
                )
                .ToList();
            foreach (var column in parts.All.OfType<ColumnReferenceExpression>())
                if (binder.Owners.GetValueOrDefault(column) == scope && !covered.Any(c => Holds(c, column)))
                    binder.Add(
                        $"'{TSqlText.Of(column)}' is neither grouped by nor aggregated (error 8120): {QueryBinder.Shown(clause)}"
                    );
        }
    }

    private static void CheckDistinct(OrderByClause order, List<SelectScalarExpression> shown, QueryBinder binder)
    {
        foreach (
            var element in order.OrderByElements.Where(o =>
                !shown.Any(s =>
                    TSqlText.Of(s.Expression) == TSqlText.Of(o.Expression)
                    || s.ColumnName?.Value is { } alias
                        && o.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [{ } only] }
                        && only.Value == alias
                )
            )
        )
            binder.Add($"ORDER BY of a DISTINCT by what is not selected (error 145): {QueryBinder.Shown(element)}");
    }

    private static bool Holds(TSqlFragment outer, TSqlFragment inner) =>
        outer.FirstTokenIndex <= inner.FirstTokenIndex && inner.LastTokenIndex <= outer.LastTokenIndex;

    private static IEnumerable<TSqlFragment> Optional(TSqlFragment? fragment) => fragment is null ? [] : [fragment];

    /// <summary>A fragment and all that it is made of.</summary>
    private sealed class Parts : TSqlFragmentVisitor
    {
        public List<TSqlFragment> All { get; } = [];

        public bool HasSubquery => All.Any(f => f is ScalarSubquery);

        public static Parts Of(TSqlFragment fragment)
        {
            var parts = new Parts();
            fragment.Accept(parts);
            return parts;
        }

        public override void Visit(TSqlFragment fragment) => All.Add(fragment);
    }
}
