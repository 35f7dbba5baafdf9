using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pipeline.Infrastructure.Persistence.Loading;

/// <summary>
/// Writes rows whose number the database gives and nobody waits for, events and who is told of them, within the transaction of their cause: some by one command, where EF reads each one's number back.
/// </summary>
internal static class RowWriter
{
    // SQL Server takes at most 2,100 parameters, and SQLite's library looks each one up among all that are there.
    private const int RowsAtOnce = 20;

    public static async Task WriteAsync<T>(
        PipelineDbContext db,
        IReadOnlyList<T> all,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (columns, into) = Shapes<T>.Of.GetValue(db.Model, _ => Shape.Of(db, typeof(T)));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var rows in all.Chunk(RowsAtOnce))
        {
            var parameters = new List<DbParameter>();
            var values = rows.Select(row =>
                $"({string.Join(", ", columns.Select(column => Add(parameters, command, column, row)))})"
            );
            var text = into + string.Join(", ", values);
            if (rows.Length < RowsAtOnce)
            {
                await db.Database.ExecuteSqlRawAsync(text, parameters, cancellationToken);
                continue;
            }
            // An import has thousands, whose text is the same: past EF, which looks for each parameter among those before it, and by a command that stays prepared.
            command.Parameters.Clear();
            command.Parameters.AddRange(parameters.ToArray());
            command.CommandText = text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Add(List<DbParameter> parameters, DbCommand command, IProperty column, object row)
    {
        var name = $"@p{parameters.Count}";
        parameters.Add(
            column
                .GetRelationalTypeMapping()
                .CreateParameter(command, name, column.GetGetter().GetClrValue(row), nullable: true)
        );
        return name;
    }

    // What each model says of a table, said once: asking for the columns' names costs as much as writing a row.
    private static class Shapes<T>
    {
        public static readonly ConditionalWeakTable<IModel, Shape> Of = new();
    }

    private sealed record Shape(IReadOnlyList<IProperty> Columns, string Into)
    {
        public static Shape Of(PipelineDbContext db, Type rows)
        {
            var type = db.Model.FindEntityType(rows)!;
            var columns = type.GetProperties().Where(p => !p.IsPrimaryKey()).ToList();
            var sql = db.GetService<ISqlGenerationHelper>();
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var names = columns.Select(c => sql.DelimitIdentifier(c.GetColumnName(table)!));
            return new(
                columns,
                $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", names)}) VALUES "
            );
        }
    }
}
