using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>
/// Says of SQL what SQL Server would say before it runs any of it, as far as text and schema tell: whether it parses, whether every table and
/// column is there, whether aggregates, groups and subqueries hold what they may. Types are not looked at.
/// </summary>
public sealed class TSqlChecker(TSqlSchema schema)
{
    /// <summary>What is wrong, a sentence each, with the server's own error number; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(string sql)
    {
        var (tree, errors) = TSqlText.Parse(sql);
        if (errors.Count > 0)
            return [.. errors.Select(e => $"Does not parse. {e}")];
        var found = new List<string>();
        tree.Accept(new Statements(this, new QueryBinder(schema, found)));
        return [.. found.Distinct()];
    }

    private sealed class Statements(TSqlChecker checker, QueryBinder binder) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(SelectStatement node)
        {
            var scope = Prepared(node);
            binder.Bind(node.QueryExpression, scope);
        }

        // Outside of a statement's own clauses, for example IF EXISTS (…).
        public override void ExplicitVisit(ScalarSubquery node) => binder.Bind(node.QueryExpression, outer: null);

        public override void ExplicitVisit(InsertStatement node)
        {
            var scope = Prepared(node);
            var insert = node.InsertSpecification;
            var target = new NameScope(scope);
            binder.BindTable(insert.Target, target, visible: null);
            foreach (var column in insert.Columns)
                binder.BindExpression(column, target);
            if (insert.InsertSource is SelectInsertSource { Select: { } query })
                binder.Bind(query, scope);
            else
                binder.BindExpression(insert.InsertSource, scope);
        }

        public override void ExplicitVisit(UpdateStatement node)
        {
            var update = node.UpdateSpecification;
            var scope = Changed(Prepared(node), update.Target, update.FromClause);
            foreach (var set in update.SetClauses)
                binder.BindExpression(set, scope);
            binder.BindExpression(update.WhereClause, scope);
        }

        public override void ExplicitVisit(DeleteStatement node)
        {
            var delete = node.DeleteSpecification;
            var scope = Changed(Prepared(node), delete.Target, delete.FromClause);
            binder.BindExpression(delete.WhereClause, scope);
        }

        public override void ExplicitVisit(MergeStatement node) =>
            binder.Add($"MERGE is not read here: {QueryBinder.Shown(node)}");

        public override void ExplicitVisit(CreateTriggerStatement node)
        {
            binder.Triggered = binder.SourceOf(node.TriggerObject.Name, new NameScope(null));
            node.StatementList.Accept(this);
            binder.Triggered = null;
        }

        public override void ExplicitVisit(ExecuteStatement node)
        {
            if (TSqlText.InnerText(node) is not { } inner)
                return;
            foreach (var error in checker.Check(inner))
                binder.Add(error);
        }

        private NameScope Prepared(StatementWithCtesAndXmlNamespaces statement)
        {
            var scope = new NameScope(null);
            binder.BindCommon(statement.WithCtesAndXmlNamespaces, scope);
            return scope;
        }

        // UPDATE [p] SET … FROM [Projects] AS [p]: with a FROM the target is one of its aliases.
        private NameScope Changed(NameScope prepared, TableReference target, FromClause? from)
        {
            var scope = new NameScope(prepared);
            foreach (var table in from?.TableReferences ?? [])
                binder.BindTable(table, scope, prepared);
            if (
                from is null
                || target is NamedTableReference named && scope.Find(named.SchemaObject.BaseIdentifier.Value) is null
            )
                binder.BindTable(target, scope, prepared);
            return scope;
        }
    }
}
