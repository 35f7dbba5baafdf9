using System.Net.Sockets;
using Npgsql;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>What PostgreSQL's errors tell, by their SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgreSqlErrors
{
    /// <summary>Whether the transaction was rolled back or lost by the server, and a new one may well succeed.</summary>
    public static bool IsTransient(NpgsqlException error) =>
        error.SqlState switch
        {
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => true,
            PostgresErrorCodes.AdminShutdown => true,
            { } state => IsConnection(state),
            null => BrokeOff(error),
        };

    /// <summary>The trouble that an error tells of; null for any other error.</summary>
    public static DatabaseTrouble? TroubleOf(NpgsqlException error) =>
        error.SqlState switch
        {
            PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.TooManyConnections => DatabaseTrouble.Busy,
            PostgresErrorCodes.DiskFull => DatabaseTrouble.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.ReadOnly,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseTrouble.Damaged,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.DatabaseDropped
            or PostgresErrorCodes.InvalidCatalogName // the database is not there
            or PostgresErrorCodes.IoError
            or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification => DatabaseTrouble.Away,
            { } state => IsConnection(state) ? DatabaseTrouble.Away : null,
            // The library's own: a command or the pool's wait that timed out, or a connection that broke.
            null => error.InnerException is TimeoutException ? DatabaseTrouble.Busy : DatabaseTrouble.Away,
        };

    // Class 08.
    private static bool IsConnection(string state) => state.StartsWith("08", StringComparison.Ordinal);

    // In the middle of a command; one that could not be made in the first place is a server that is away.
    private static bool BrokeOff(NpgsqlException error) =>
        error.InnerException is IOException
        || error.InnerException
            is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted };
}
