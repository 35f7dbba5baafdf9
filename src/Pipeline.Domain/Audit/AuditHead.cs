namespace Pipeline.Domain.Audit;

/// <summary>
/// The end of the chain, kept beside it: the place where the next entry is put, and the memory of how many there have been, so that a last entry
/// which is deleted is missed. There is one, and whoever appends holds it until they commit.
/// </summary>
public sealed class AuditHead
{
    /// <summary>The one head's key.</summary>
    public const int TheOne = 1;

    private AuditHead() { }

    /// <summary>Always <see cref="TheOne"/>.</summary>
    public int Id { get; private init; }

    /// <summary>How many entries were written; the last one's sequence.</summary>
    public long Entries { get; private set; }

    /// <summary>The last one's hash.</summary>
    public string LastHash { get; private set; } = AuditEntry.Genesis;

    /// <summary>
    /// The newest instant that anything was recorded at (UTC). Whoever reads the head reads with it all that was recorded by then, and nothing will
    /// ever be recorded at or before it again (docs/adr/0018).
    /// </summary>
    public DateTimeOffset RecordedAt { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>The head of a chain without entries.</summary>
    public static AuditHead Empty => new() { Id = TheOne };

    /// <summary>
    /// The instant of what is recorded next: the clock's, and later than every one before also where the clock stands still, goes back, or is behind
    /// that of another process.
    /// </summary>
    /// <param name="now">The clock, in whole microseconds.</param>
    public DateTimeOffset Record(DateTimeOffset now) =>
        RecordedAt = now > RecordedAt ? now : RecordedAt.AddMicroseconds(1);

    /// <summary>Puts a change at the end of the chain.</summary>
    public AuditEntry Append(AuditOrigin origin, AuditChange change)
    {
        var entry = new AuditEntry(Entries + 1, LastHash, origin, change);
        (Entries, LastHash) = (entry.Sequence, entry.Hash);
        return entry;
    }
}
