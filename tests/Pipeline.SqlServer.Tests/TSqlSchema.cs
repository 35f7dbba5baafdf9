using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>
/// Tables and columns as a script of migrations leaves them. Names are compared letter by letter: a server may be set to tell them apart by
/// case, and then SQL with another case is refused.
/// </summary>
public sealed class TSqlSchema
{
    private readonly Dictionary<string, List<string>> _tables = new(StringComparer.Ordinal);

    private TSqlSchema() { }

    /// <summary>The tables, by name.</summary>
    public IReadOnlyCollection<string> Tables => _tables.Keys;

    /// <summary>Reads a script; what it executes as text is read as well.</summary>
    /// <exception cref="InvalidOperationException">The script does not parse, or changes a table that is not there.</exception>
    public static TSqlSchema Of(string script)
    {
        var schema = new TSqlSchema();
        schema.Apply(script);
        return schema;
    }

    /// <summary>The columns of a table in their order; null when there is no such table.</summary>
    public IReadOnlyList<string>? ColumnsOf(string table) => _tables.GetValueOrDefault(table);

    private void Apply(string script)
    {
        var (tree, errors) = TSqlText.Parse(script);
        if (errors.Count > 0)
            throw new InvalidOperationException($"The script does not parse: {string.Join("; ", errors)}");
        tree.Accept(new Reader(this));
    }

    private List<string> Existing(string table) =>
        _tables.GetValueOrDefault(table)
        ?? throw new InvalidOperationException($"The script changes table '{table}', which is not there.");

    private void Rename(string path, string name, string? kind)
    {
        var parts = path.Split('.').Select(p => p.Trim('[', ']')).ToArray();
        if (string.Equals(kind, "COLUMN", StringComparison.OrdinalIgnoreCase))
        {
            var columns = Existing(parts[^2]);
            columns[Found(columns, parts[^1], parts[^2])] = name;
        }
        else if (kind is null && _tables.Remove(parts[^1], out var columns))
            _tables[name] = columns;
    }

    private static int Found(List<string> columns, string column, string table) =>
        columns.IndexOf(column) is var i and >= 0
            ? i
            : throw new InvalidOperationException(
                $"The script changes column '{column}', which table '{table}' does not have."
            );

    private sealed class Reader(TSqlSchema schema) : TSqlFragmentVisitor
    {
        public override void Visit(CreateTableStatement node) =>
            schema._tables[node.SchemaObjectName.BaseIdentifier.Value] = [
                .. node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value),
            ];

        public override void Visit(AlterTableAddTableElementStatement node) =>
            schema
                .Existing(node.SchemaObjectName.BaseIdentifier.Value)
                .AddRange(node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value));

        public override void Visit(AlterTableAlterColumnStatement node) =>
            Found(
                schema.Existing(node.SchemaObjectName.BaseIdentifier.Value),
                node.ColumnIdentifier.Value,
                node.SchemaObjectName.BaseIdentifier.Value
            );

        public override void Visit(AlterTableDropTableElementStatement node)
        {
            var table = node.SchemaObjectName.BaseIdentifier.Value;
            foreach (
                var element in node.AlterTableDropTableElements.Where(e =>
                    e.TableElementType == TableElementType.Column
                )
            )
                schema.Existing(table).RemoveAt(Found(schema.Existing(table), element.Name.Value, table));
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects.Select(o => o.BaseIdentifier.Value))
                if (!schema._tables.Remove(table) && !node.IsIfExists)
                    schema.Existing(table);
        }

        public override void Visit(ExecuteStatement node)
        {
            if (TSqlText.InnerText(node) is { } inner)
                schema.Apply(inner);
            if (
                node.ExecuteSpecification.ExecutableEntity
                    is ExecutableProcedureReference { Parameters: var parameters } procedure
                && procedure.ProcedureReference?.ProcedureReference?.Name.BaseIdentifier.Value == "sp_rename"
            )
            {
                var values = parameters.Select(p => (p.ParameterValue as StringLiteral)?.Value).ToList();
                schema.Rename(values[0]!, values[1]!, values.ElementAtOrDefault(2));
            }
        }
    }
}
