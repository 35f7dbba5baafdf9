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

    /// <summary>The head of a chain without entries.</summary>
    public static AuditHead Empty => new() { Id = TheOne };

    /// <summary>Puts a change at the end of the chain.</summary>
    public AuditEntry Append(AuditOrigin origin, AuditChange change)
    {
        var entry = new AuditEntry(Entries + 1, LastHash, origin, change);
        (Entries, LastHash) = (entry.Sequence, entry.Hash);
        return entry;
    }
}
