using System.Data.Common;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Finds a database's own error behind a failure, however often it was wrapped.</summary>
public static class DatabaseErrors
{
    /// <summary>The trouble behind a failure; null for any other failure.</summary>
    public static DatabaseTrouble? TroubleOf(this IDatabaseProvider provider, Exception? failure) =>
        Causes(failure).Select(provider.TroubleOf).FirstOrDefault(trouble => trouble is not null);

    /// <summary>Whether the transaction is lost, and a new one may well succeed.</summary>
    public static bool IsTransient(this IDatabaseProvider provider, Exception? failure) =>
        Causes(failure).Any(provider.IsTransient);

    private static IEnumerable<DbException> Causes(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            if (e is DbException error)
                yield return error;
    }
}
