using System.Data.Common;
using System.Globalization;
using System.Text;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>
/// An unexpected failure as the log may have it: kinds, numbers and places. The messages of exceptions are left out but for those about files,
/// since many quote what somebody sent: a parser its input, a database the key that is taken.
/// </summary>
public static class Failure
{
    /// <summary>The failure and its causes, then where it happened.</summary>
    public static string Describe(Exception failure)
    {
        var text = new StringBuilder();
        for (var e = failure; e is not null; e = e.InnerException)
        {
            text.Append(e == failure ? "" : " <- ").Append(e.GetType().FullName);
            if (e is DbException database)
                text.Append(CultureInfo.InvariantCulture, $" (number {DatabaseProviders.CodeOf(database)})");
            if (e is IOException)
                text.Append(": ").Append(e.Message);
        }
        return text.AppendLine().Append(failure.StackTrace).ToString();
    }
}
