using Microsoft.Data.SqlClient;

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>What SQL Server's errors tell, by their numbers (sys.messages).</summary>
internal static class SqlServerErrors
{
    // Severities from 20 on end the connection.
    private const int EndsConnection = 20;

    /// <summary>Whether the transaction was rolled back or lost by the server, and a new one may well succeed.</summary>
    public static bool IsTransient(SqlException server) =>
        BrokeOff(server)
        || server
            .Errors.Cast<SqlError>()
            .Any(error =>
                error.Number
                    is 1205 // chosen as a deadlock's victim
                        or 20
                        or 64
                        or 121
                        or 233
                        or 10053
                        or 10054 // the connection broke
                        or 10928
                        or 10929
                        or 40197
                        or 40501
                        or 40613
                        or 49918
                        or 49919
                        or 49920
            ); // a hosted server is moved, or asks for a pause

    // Where the library speaks the protocol by itself (not on Windows) a connection that broke in the middle of a command has no number; one that could not be
    // made in the first place has none either, but no id yet.
    private static bool BrokeOff(SqlException server) =>
        server is { Number: 0, Class: >= EndsConnection, InnerException: IOException }
        && server.ClientConnectionId != Guid.Empty;

    /// <summary>The trouble that an error tells of; null for any other error.</summary>
    public static DatabaseTrouble? TroubleOf(SqlException server)
    {
        foreach (SqlError error in server.Errors)
            switch (error.Number)
            {
                case 3906 or 3908: // database is read-only; is in emergency mode
                    return DatabaseTrouble.ReadOnly;
                case 1101 or 1105 or 9002: // no room in the database, in a filegroup, in the log
                    return DatabaseTrouble.Full;
                case 1205 or 1222 or -2 or 10928 or 10929 or 40501 or 49918 or 49919 or 49920: // deadlock, locked, timed out, throttled
                    return DatabaseTrouble.Busy;
                case 823 or 824 or 825: // pages that cannot be read, or are not what was written
                    return DatabaseTrouble.Damaged;
                case 911
                or 921
                or 922
                or 923
                or 924
                or 927
                or 942
                or 945
                or 976
                or 978
                or 983
                or 4060
                or 4064 // the database is not there, not open yet, or offline
                or 6005
                or 17142
                or 18401
                or 18456
                or 40197
                or 40613 // the server ends, pauses or starts; the login is refused
                or 20
                or 40
                or 53
                or 64
                or 121
                or 233
                or 258
                or 10053
                or 10054
                or 10060
                or 10061
                or 11001: // the network
                    return DatabaseTrouble.Away;
            }
        return server.Class >= EndsConnection ? DatabaseTrouble.Away : null;
    }
}
