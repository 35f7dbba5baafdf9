using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>
/// What SQL Server refuses of tables, keys and triggers though each statement alone is well formed: columns that are not there, cascades that
/// reach a table on two ways, triggers instead of a delete that a cascade would do, keys too long to be stored. SQLite takes all of it.
/// </summary>
public static class DefinitionRules
{
    // Bytes; SQL Server creates a longer key, with a warning, and then refuses the rows that fill it.
    private const int LongestClustered = 900,
        LongestOther = 1700;

    /// <summary>What is wrong with a script of migrations, a sentence each.</summary>
    public static IReadOnlyList<string> Check(string script)
    {
        var definitions = new Definitions();
        definitions.Read(script);
        return
        [
            .. Columns(TSqlSchema.Of(script), definitions),
            .. Cascades(definitions),
            .. Triggers(definitions),
            .. Keys(definitions),
        ];
    }

    private static IEnumerable<string> Columns(TSqlSchema schema, Definitions definitions) =>
        from named in definitions.Named
        from column in named.Columns
        where schema.ColumnsOf(named.Table)?.Contains(column) != true
        select $"{named.Of} names column '{column}', which table '{named.Table}' does not have (error 1911).";

    private static IEnumerable<string> Cascades(Definitions definitions)
    {
        foreach (var start in definitions.Cascades.Select(c => c.Parent).Distinct())
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { start };
            var waiting = new Queue<string>([start]);
            while (waiting.TryDequeue(out var table))
                foreach (var child in definitions.Cascades.Where(c => c.Parent == table).Select(c => c.Child))
                    if (reached.Add(child))
                        waiting.Enqueue(child);
                    else
                        yield return $"A delete in '{start}' would cascade to '{child}' on several ways or in a circle (error 1785).";
        }
    }

    private static IEnumerable<string> Triggers(Definitions definitions) =>
        from table in definitions.InsteadOf
        where definitions.Cascades.Any(c => c.Child == table)
        select $"'{table}' has a trigger instead of its deletes, and a foreign key that cascades to it (error 2113).";

    private static IEnumerable<string> Keys(Definitions definitions) =>
        from key in definitions.Named
        where key.Longest is { } longest && definitions.Bytes(key.Table, key.Columns) > longest
        select $"{key.Of} can hold {definitions.Bytes(key.Table, key.Columns)} bytes, and a key may hold {key.Longest} (error 1946).";

    /// <param name="Longest">Bytes, for what is stored as a key.</param>
    private sealed record NamedColumns(string Of, string Table, IReadOnlyList<string> Columns, int? Longest);

    private sealed class Definitions : TSqlFragmentVisitor
    {
        private readonly Dictionary<(string Table, string Column), DataTypeReference> _types = [];

        public List<NamedColumns> Named { get; } = [];

        public List<(string Parent, string Child)> Cascades { get; } = [];

        public List<string> InsteadOf { get; } = [];

        public void Read(string script) => TSqlText.Parse(script).Tree.Accept(this);

        public int Bytes(string table, IEnumerable<string> columns) =>
            columns.Sum(c => _types.TryGetValue((table, c), out var type) ? BytesOf(type) : 0);

        public override void Visit(CreateTableStatement node) =>
            Read(node.SchemaObjectName.BaseIdentifier.Value, node.Definition);

        public override void Visit(AlterTableAddTableElementStatement node) =>
            Read(node.SchemaObjectName.BaseIdentifier.Value, node.Definition);

        public override void Visit(CreateIndexStatement node) =>
            Add(
                $"Index '{node.Name.Value}'",
                node.OnName,
                node.Columns.Select(c => c.Column),
                node.Clustered == true ? LongestClustered : LongestOther
            );

        public override void Visit(TriggerStatementBody node)
        {
            if (node.TriggerType == TriggerType.InsteadOf)
                InsteadOf.Add(node.TriggerObject.Name.BaseIdentifier.Value);
        }

        public override void Visit(ExecuteStatement node)
        {
            if (TSqlText.InnerText(node) is { } inner)
                Read(inner);
        }

        private void Read(string table, TableDefinition definition)
        {
            foreach (var column in definition.ColumnDefinitions)
                _types[(table, column.ColumnIdentifier.Value)] = column.DataType;
            foreach (var constraint in definition.TableConstraints)
                switch (constraint)
                {
                    case UniqueConstraintDefinition unique:
                        var clustered = unique.Clustered ?? unique.IsPrimaryKey;
                        Add(
                            $"Key '{unique.ConstraintIdentifier?.Value}'",
                            table,
                            unique.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value),
                            clustered ? LongestClustered : LongestOther
                        );
                        break;
                    case ForeignKeyConstraintDefinition foreign:
                        var parent = foreign.ReferenceTableName.BaseIdentifier.Value;
                        Add(
                            $"Foreign key '{foreign.ConstraintIdentifier?.Value}'",
                            table,
                            foreign.Columns.Select(c => c.Value),
                            longest: null
                        );
                        Add(
                            $"Foreign key '{foreign.ConstraintIdentifier?.Value}'",
                            parent,
                            foreign.ReferencedTableColumns.Select(c => c.Value),
                            longest: null
                        );
                        if (Spreads(foreign.DeleteAction) || Spreads(foreign.UpdateAction))
                            Cascades.Add((parent, table));
                        break;
                }
        }

        private void Add(
            string of,
            SchemaObjectName table,
            IEnumerable<ColumnReferenceExpression> columns,
            int? longest
        ) =>
            Add(
                of,
                table.BaseIdentifier.Value,
                columns.Select(c => c.MultiPartIdentifier.Identifiers[^1].Value),
                longest
            );

        private void Add(string of, string table, IEnumerable<string> columns, int? longest) =>
            Named.Add(new(of, table, [.. columns], longest));

        private static bool Spreads(DeleteUpdateAction action) =>
            action is DeleteUpdateAction.Cascade or DeleteUpdateAction.SetNull or DeleteUpdateAction.SetDefault;

        private static int BytesOf(DataTypeReference type)
        {
            var name = type.Name.BaseIdentifier.Value;
            var length = (type as ParameterizedDataTypeReference)?.Parameters.FirstOrDefault();
            var count =
                length is MaxLiteral ? int.MaxValue / 4
                : int.TryParse(length?.Value, out var n) ? n
                : 0;
            return name switch
            {
                "nvarchar" or "nchar" => 2 * count,
                "varchar" or "char" or "varbinary" or "binary" => count,
                "uniqueidentifier" => 16,
                "int" => 4,
                "date" => 3,
                "bit" => 1,
                _ => 8,
            };
        }
    }
}
