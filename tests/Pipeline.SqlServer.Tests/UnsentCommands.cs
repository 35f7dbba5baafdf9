using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pipeline.SqlServer.Tests;

/// <summary>Keeps commands from being sent: notes their SQL and answers with a row of zeros.</summary>
internal sealed class UnsentCommands : DbCommandInterceptor
{
    public List<string> Sql { get; } = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Sql.Add(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new RowOfZeros());
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Sql.Add(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(NonQueryExecuting(command, eventData, result));
}

/// <summary>Keeps connections from being opened.</summary>
internal sealed class UnopenedConnections : DbConnectionInterceptor
{
    public static readonly UnopenedConnections Instance = new();

    public override InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => new(InterceptionResult.Suppress());
}
