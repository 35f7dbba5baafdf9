using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>Walks an expression: columns are looked up, subqueries bound within it, aggregates held against what SQL Server lets them aggregate.</summary>
/// <param name="aliases">Names beside the columns: an ORDER BY may use what the SELECT calls its columns.</param>
internal sealed class ExpressionBinder(QueryBinder binder, NameScope scope, IReadOnlyCollection<string> aliases)
    : TSqlFragmentVisitor
{
    // Their first argument looks like a column to the parser: DATEPART(year, [p].[StartedOn]).
    private static readonly string[] WithDatePart =
    [
        "DATEADD",
        "DATEDIFF",
        "DATEDIFF_BIG",
        "DATENAME",
        "DATEPART",
        "DATETRUNC",
    ];

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType != ColumnType.Regular)
            return;
        var names = node.MultiPartIdentifier.Identifiers;
        var column = names[^1].Value;
        if (names.Count == 1)
            BindAlone(node, column);
        else
            BindQualified(node, names[^2].Value, column);
    }

    public override void ExplicitVisit(ScalarSubquery node) => binder.Bind(node.QueryExpression, scope);

    public override void ExplicitVisit(FunctionCall node)
    {
        var skipped = WithDatePart.Contains(node.FunctionName.Value, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        foreach (var parameter in node.Parameters.Skip(skipped))
            parameter.Accept(this);
        node.OverClause?.Accept(this);
        node.WithinGroupClause?.Accept(this);
        if (Aggregates.Is(node))
            Aggregates.Check(node, scope, binder);
    }

    private void BindAlone(ColumnReferenceExpression node, string column)
    {
        if (aliases.Contains(column))
            return;
        if (scope.FindColumn(column) is not { } found)
        {
            binder.Add($"There is no column '{column}' here (error 207).");
            return;
        }
        binder.Owners[node] = found.Scope;
        if (found.Sources > 1 && found.Scope.Sources.Values.All(s => s.Columns is not null))
            binder.Add($"Column '{column}' could be of {found.Sources} tables (error 209).");
    }

    private void BindQualified(ColumnReferenceExpression node, string alias, string column)
    {
        if (scope.Find(alias) is not { } found)
        {
            binder.Add($"'{alias}.{column}' cannot be bound: there is no '{alias}' here (error 4104).");
            return;
        }
        binder.Owners[node] = found.Scope;
        if (!found.Source.Has(column))
            binder.Add($"There is no column '{column}' in '{alias}' (error 207).");
    }
}
