namespace Pipeline.Domain.Audit;

/// <summary>
/// That the chain was computed again, and what came of it; the newest one alone is kept. For those who look after the instance: whoever may write the whole database
/// may write this too.
/// </summary>
public sealed class AuditVerification
{
    /// <summary>The one note's key.</summary>
    public const int TheOne = 1;

    /// <summary>Always <see cref="TheOne"/>.</summary>
    public int Id { get; private init; } = TheOne;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How many entries held, from the first on.</summary>
    public long Entries { get; private set; }

    /// <summary>Whether all did.</summary>
    public bool Held { get; private set; }

    /// <summary>Notes a verification.</summary>
    public void Note(long entries, bool held, DateTimeOffset now) => (At, Entries, Held) = (now, entries, held);
}
