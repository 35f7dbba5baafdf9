using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pipeline.Infrastructure.Persistence.Loading;

/// <summary>
/// Writes new entities as the model maps them, one prepared command a table: what a save would write, without tracking and without the audit, which
/// whoever writes so has to tell: the load generator in one entry (docs/adr/0011), <see cref="PipelineDbContext.InsertAsync"/> of each thing.
/// </summary>
public sealed class BulkInsert(PipelineDbContext db) : IDisposable
{
    private readonly Dictionary<IEntityType, Table> _tables = [];
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    /// <summary>What an id is written as: the generator gives ids that do not differ from run to run.</summary>
    public Func<Guid, Guid> IdOf { get; set; } = id => id;

    /// <summary>Rows written, by table.</summary>
    public IReadOnlyDictionary<string, long> Rows => _rows;

    /// <summary>Writes an entity and then everything of its own that hangs on it, in the order of the model.</summary>
    /// <param name="entity">New, whole, and never tracked.</param>
    public void Add(object entity) => Add(entity, db.Model.FindEntityType(entity.GetType())!, null);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var table in _tables.Values)
            table.Command.Dispose();
    }

    /// <summary>What the values of an entity's columns are sent as.</summary>
    internal IEnumerable<DbParameter> ParametersOf(Type entity) =>
        TableOf(db.Model.FindEntityType(entity)!).Command.Parameters.Cast<DbParameter>();

    private Table TableOf(IEntityType type)
    {
        if (!_tables.TryGetValue(type, out var table))
            _tables[type] = table = new(db, type);
        return table;
    }

    private void Add(object entity, IEntityType type, object? owner)
    {
        var table = TableOf(type);
        table.Write(entity, owner, IdOf);
        _rows[table.Name] = _rows.GetValueOrDefault(table.Name) + 1;
        foreach (var navigation in table.Parts)
        {
            var value = navigation.GetGetter().GetClrValue(entity);
            if (!navigation.IsCollection)
            {
                if (value is not null)
                    Add(value, navigation.TargetEntityType, entity);
                continue;
            }
            foreach (var part in (System.Collections.IEnumerable)value!)
                Add(part, navigation.TargetEntityType, entity);
        }
    }

    private sealed class Table
    {
        private const int AnySize = -1;

        private readonly List<(
            DbParameter Parameter,
            Func<object, object?, object?> Value,
            Func<object?, object?> Store
        )> _columns = [];

        public Table(PipelineDbContext db, IEntityType type)
        {
            Name = type.GetTableName()!;
            Command = db.Database.GetDbConnection().CreateCommand();
            Parts = [.. type.GetNavigations().Where(n => !n.IsOnDependent && !n.TargetEntityType.IsOwned())];
            var table = StoreObjectIdentifier.Table(Name, type.GetSchema());
            foreach (var property in type.GetProperties())
                Take(property, table, Value(property, type));
            // Parts that share the owner's row are columns of it.
            foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
            foreach (var property in navigation.TargetEntityType.GetProperties().Where(p => !p.IsPrimaryKey()))
                Take(
                    property,
                    table,
                    (entity, _) => property.GetGetter().GetClrValue(navigation.GetGetter().GetClrValue(entity)!)
                );

            var helper = db.GetService<ISqlGenerationHelper>();
            var names = _columns.Select(c => c.Parameter.SourceColumn).ToList();
            Command.CommandText =
                $"INSERT INTO {helper.DelimitIdentifier(Name)} ({string.Join(", ", names.Select(helper.DelimitIdentifier))}) VALUES ({string.Join(", ", names.Select((_, i) => $"@p{i}"))})";
            Command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        }

        public string Name { get; }

        public DbCommand Command { get; }

        public IReadOnlyList<INavigation> Parts { get; }

        public void Write(object entity, object? owner, Func<Guid, Guid> idOf)
        {
            foreach (var (parameter, value, store) in _columns)
            {
                var given = value(entity, owner);
                parameter.Value = store(given is Guid id ? idOf(id) : given) ?? DBNull.Value;
            }
            Command.ExecuteNonQuery();
        }

        private void Take(IProperty property, StoreObjectIdentifier table, Func<object, object?, object?> value)
        {
            var mapping = property.GetRelationalTypeMapping();
            var parameter = mapping.CreateParameter(Command, $"@p{_columns.Count}", null, nullable: true);
            // Made while there is no value, a text without a limit would be taken for one of 4,000 characters, and cut without a word.
            if (
                mapping.Size is null
                && mapping.ClrType is { } stored
                && (stored == typeof(string) || stored == typeof(byte[]))
            )
                parameter.Size = AnySize;
            parameter.SourceColumn = property.GetColumnName(table)!;
            Command.Parameters.Add(parameter);
            var convert = mapping.Converter?.ConvertToProvider;
            _columns.Add(
                (parameter, value, convert is null ? given => given : given => given is null ? null : convert(given))
            );
        }

        // What an entity does not know itself is its owner's key.
        private static Func<object, object?, object?> Value(IProperty property, IEntityType type)
        {
            if (!property.IsShadowProperty())
                return (entity, _) => property.GetGetter().GetClrValue(entity);
            var key = type.GetForeignKeys()
                .Single(f => f.Properties.Contains(property))
                .PrincipalKey.Properties.Single();
            return (_, owner) => key.GetGetter().GetClrValue(owner!);
        }
    }
}
