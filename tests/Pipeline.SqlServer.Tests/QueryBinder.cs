using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>Gives every name of a query its meaning, as a server does before it runs one, and notes what has none.</summary>
/// <param name="errors">Takes what is found.</param>
internal sealed class QueryBinder(TSqlSchema schema, List<string> errors)
{
    /// <summary>Which SELECT each column belongs to.</summary>
    public Dictionary<ColumnReferenceExpression, NameScope> Owners { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What <c>deleted</c> and <c>inserted</c> are made of inside of a trigger; null elsewhere.</summary>
    public Source? Triggered { get; set; }

    public void Add(string error) => errors.Add(error);

    /// <summary>Binds a SELECT or a set of them, and returns what it offers to whoever selects from it.</summary>
    /// <param name="outer">What it may refer to around it.</param>
    public Source Bind(QueryExpression query, NameScope? outer)
    {
        switch (query)
        {
            case QuerySpecification select:
                return BindSelect(select, outer);
            case QueryParenthesisExpression parenthesis:
                return Bind(parenthesis.QueryExpression, outer);
            case BinaryQueryExpression set:
                var (first, second) = (Bind(set.FirstQueryExpression, outer), Bind(set.SecondQueryExpression, outer));
                if (first.Columns is { } a && second.Columns is { } b && a.Count != b.Count)
                    Add(
                        $"{set.BinaryQueryExpressionType} of {a.Count} columns with {b.Count} (error 205): {Shown(set)}"
                    );
                return first;
            default:
                Add($"A query of the kind {query.GetType().Name} is not known here: {Shown(query)}");
                return Source.Unknown;
        }
    }

    /// <summary>Makes the tables of a FROM, or of an UPDATE's or DELETE's target, known to a scope.</summary>
    /// <param name="scope">Takes the aliases.</param>
    /// <param name="visible">What a derived table may refer to: siblings only behind an APPLY.</param>
    public void BindTable(TableReference table, NameScope scope, NameScope? visible)
    {
        switch (table)
        {
            case NamedTableReference named:
                AddSource(
                    scope,
                    named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value,
                    SourceOf(named.SchemaObject, scope)
                );
                break;
            case QueryDerivedTable derived:
                AddSource(
                    scope,
                    derived.Alias.Value,
                    Derived(derived.Alias.Value, derived.Columns, Bind(derived.QueryExpression, visible))
                );
                break;
            case InlineDerivedTable values:
                AddSource(scope, values.Alias.Value, new Source([.. values.Columns.Select(c => c.Value)]));
                break;
            case QualifiedJoin join:
                BindTable(join.FirstTableReference, scope, visible);
                BindTable(join.SecondTableReference, scope, visible);
                BindExpression(join.SearchCondition, scope);
                break;
            case UnqualifiedJoin join:
                BindTable(join.FirstTableReference, scope, visible);
                BindTable(
                    join.SecondTableReference,
                    scope,
                    join.UnqualifiedJoinType is UnqualifiedJoinType.CrossApply or UnqualifiedJoinType.OuterApply
                        ? scope
                        : visible
                );
                break;
            case JoinParenthesisTableReference parenthesis:
                BindTable(parenthesis.Join, scope, visible);
                break;
            case TableReferenceWithAlias { Alias: { } alias }:
                // Functions, OPENJSON and the like: what columns they have is not to be seen from here.
                AddSource(scope, alias.Value, Source.Unknown);
                break;
        }
    }

    /// <summary>Binds the columns and subqueries of an expression, a condition or a clause.</summary>
    public void BindExpression(TSqlFragment? fragment, NameScope scope, IReadOnlyCollection<string>? aliases = null) =>
        fragment?.Accept(new ExpressionBinder(this, scope, aliases ?? []));

    /// <summary>Common table expressions in front of a statement.</summary>
    public void BindCommon(WithCtesAndXmlNamespaces? with, NameScope scope)
    {
        foreach (var common in with?.CommonTableExpressions ?? [])
        {
            var name = common.ExpressionName.Value;
            // One that refers to itself sees its own columns, which are not known before it was read.
            scope.AddCommon(name, Source.Unknown);
            scope.AddCommon(name, Derived(name, common.Columns, Bind(common.QueryExpression, scope)));
        }
    }

    /// <summary>A table's columns; unknown, with an error, when there is no such table.</summary>
    public Source SourceOf(SchemaObjectName name, NameScope scope)
    {
        var table = name.BaseIdentifier.Value;
        if (name.SchemaIdentifier?.Value is "sys" or "INFORMATION_SCHEMA" || table.StartsWith('#'))
            return Source.Unknown;
        if (name.SchemaIdentifier is null && scope.Common(table) is { } common)
            return common;
        if (Triggered is not null && table is "deleted" or "inserted")
            return Triggered!;
        if (schema.ColumnsOf(table) is { } columns)
            return new Source(columns);
        Add($"There is no table '{table}' (error 208).");
        return Source.Unknown;
    }

    /// <summary>A fragment's words, cut where nobody reads on.</summary>
    public static string Shown(TSqlFragment fragment) =>
        TSqlText.Of(fragment) is { Length: > 200 } text ? text[..200] + "…" : TSqlText.Of(fragment);

    private Source BindSelect(QuerySpecification select, NameScope? outer)
    {
        var scope = new NameScope(outer);
        foreach (var table in select.FromClause?.TableReferences ?? [])
            BindTable(table, scope, outer);
        BindExpression(select.TopRowFilter, scope);
        foreach (var element in select.SelectElements.Where(e => e is not SelectStarExpression))
            BindExpression(element, scope);
        BindExpression(select.WhereClause, scope);
        BindExpression(select.GroupByClause, scope);
        BindExpression(select.HavingClause, scope);
        var output = OutputOf(select, scope);
        BindExpression(select.OrderByClause, scope, [.. (output.Columns ?? []).OfType<string>()]);
        GroupingRules.Check(select, scope, this);
        return output;
    }

    private Source OutputOf(QuerySpecification select, NameScope scope)
    {
        var columns = new List<string?>();
        foreach (var element in select.SelectElements)
            switch (element)
            {
                case SelectScalarExpression scalar:
                    columns.Add(
                        scalar.ColumnName?.Value
                            ?? (scalar.Expression as ColumnReferenceExpression)
                                ?.MultiPartIdentifier
                                ?.Identifiers[^1]
                                .Value
                    );
                    break;
                case SelectStarExpression { Qualifier: { } qualifier }:
                    if (scope.Find(qualifier.Identifiers[^1].Value) is not { } found)
                        Add($"'{TSqlText.Of(qualifier)}.*': there is no such table here (error 107).");
                    if (scope.Find(qualifier.Identifiers[^1].Value)?.Source.Columns is not { } ofOne)
                        return Source.Unknown;
                    columns.AddRange(ofOne);
                    break;
                case SelectStarExpression:
                    if (scope.Sources.Values.Any(s => s.Columns is null))
                        return Source.Unknown;
                    columns.AddRange(scope.Sources.Values.SelectMany(s => s.Columns!));
                    break;
            }
        return new Source(columns);
    }

    // A derived table's columns have to have names, and different ones.
    private Source Derived(string name, IList<Identifier> named, Source source)
    {
        if (named.Count > 0)
            return new Source([.. named.Select(c => c.Value)]);
        foreach (var _ in (source.Columns ?? []).Where(c => c is null))
            Add($"A column of '{name}' has no name (error 8155).");
        foreach (
            var twice in (source.Columns ?? [])
                .OfType<string>()
                .GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
        )
            Add($"'{name}' has the column '{twice.Key}' more than once (error 8156).");
        return source;
    }

    private void AddSource(NameScope scope, string alias, Source source)
    {
        if (!scope.Add(alias, source))
            Add($"'{alias}' names two tables of one FROM (error 1011).");
    }
}
