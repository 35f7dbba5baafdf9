using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>Writes events within the transaction of their cause: one command for all that a save has raised, as SQLite's provider would take one for each.</summary>
internal static class OutboxWriter
{
    // SQL Server takes at most 2,100 parameters, and SQLite's library looks each one up among all that are there.
    private const int RowsAtOnce = 20;

    public static async Task WriteAsync(
        PipelineDbContext db,
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var type = db.Model.FindEntityType(typeof(OutboxMessage))!;
        var columns = type.GetProperties().Where(p => !p.IsPrimaryKey()).ToList();
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var into =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.GetColumnName(table)!)))}) VALUES ";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var rows in messages.Chunk(RowsAtOnce))
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

    private static string Add(List<DbParameter> parameters, DbCommand command, IProperty column, OutboxMessage row)
    {
        var name = $"@p{parameters.Count}";
        parameters.Add(
            column
                .GetRelationalTypeMapping()
                .CreateParameter(command, name, column.GetGetter().GetClrValue(row), nullable: true)
        );
        return name;
    }
}
