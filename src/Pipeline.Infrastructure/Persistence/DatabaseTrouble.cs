using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Why a database does not do what it is asked, for reasons that lie in nothing that was asked.</summary>
public enum DatabaseTrouble
{
    /// <summary>It cannot be reached or opened: the server is away or starts, the file or its folder is gone, the disk fails.</summary>
    Away = 1,

    /// <summary>It is read and not written.</summary>
    ReadOnly,

    /// <summary>There is no room for another write.</summary>
    Full,

    /// <summary>Others hold what is needed for longer than anybody waits.</summary>
    Busy,

    /// <summary>The file is no database, or is damaged.</summary>
    Damaged,
}

/// <summary>Tells such trouble by the numbers of the databases' own errors (sqlite.org/rescode.html; SQL Server's sys.messages).</summary>
public static class DatabaseTroubles
{
    // Severities from 20 on end the connection.
    private const int EndsConnection = 20;

    /// <summary>The trouble behind a failure, however often it was wrapped; null for any other failure.</summary>
    public static DatabaseTrouble? Of(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            switch (e)
            {
                case SqliteException sqlite:
                    return Of(sqlite.SqliteErrorCode);
                case SqlException server:
                    return Of(server);
            }
        return null;
    }

    /// <summary>
    /// Whether SQL Server rolled the transaction back by itself, or lost it with its connection, and a new one may well succeed. A server that is away
    /// is not meant: each attempt to reach it waits long enough by itself.
    /// </summary>
    public static bool IsTransient(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            if (e is SqlException server)
                return server
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
        return false;
    }

    private static DatabaseTrouble? Of(int sqlite) =>
        sqlite switch
        {
            3 or 10 or 14 or 15 or 22 => DatabaseTrouble.Away, // PERM, IOERR, CANTOPEN, PROTOCOL, NOLFS
            5 or 6 => DatabaseTrouble.Busy, // BUSY, LOCKED
            8 => DatabaseTrouble.ReadOnly,
            13 => DatabaseTrouble.Full,
            11 or 26 => DatabaseTrouble.Damaged, // CORRUPT, NOTADB
            _ => null,
        };

    private static DatabaseTrouble? Of(SqlException server)
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
