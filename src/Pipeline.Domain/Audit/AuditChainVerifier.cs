namespace Pipeline.Domain.Audit;

/// <summary>Goes along the chain from its beginning and computes every link again.</summary>
public sealed class AuditChainVerifier
{
    /// <summary>How many entries held; the last sound one's sequence.</summary>
    public long Entries { get; private set; }

    /// <summary>The last sound entry's hash.</summary>
    public string LastHash { get; private set; } = AuditEntry.Genesis;

    /// <summary>The first break; null while everything holds. What comes behind a break proves nothing and is not looked at.</summary>
    public AuditBreak? Broken { get; private set; }

    /// <summary>Looks at the next entry, by sequence.</summary>
    /// <returns>Whether it holds.</returns>
    public bool Take(AuditEntry entry)
    {
        if (Broken is not null)
            return false;
        var expected = Entries + 1;
        if (entry.Sequence < expected)
            return Break(entry.Sequence, AuditFault.Inserted);
        if (entry.Sequence > expected)
            return Break(expected, AuditFault.Missing);
        if (entry.ComputeHash() != entry.Hash)
            return Break(expected, AuditFault.Changed);
        if (entry.PreviousHash != LastHash)
            return Break(expected, AuditFault.Unlinked);
        (Entries, LastHash) = (entry.Sequence, entry.Hash);
        return true;
    }

    /// <summary>The next entry cannot even be read.</summary>
    public void Unreadable()
    {
        if (Broken is null)
            Break(Entries + 1, AuditFault.Changed);
    }

    /// <summary>Holds the last entry against the head, once there are no more.</summary>
    /// <param name="head">Read after the entries; null when it is gone.</param>
    public void Close(AuditHead? head)
    {
        if (Broken is not null)
            return;
        if (head is null)
            Break(Entries, AuditFault.Head);
        else if (head.Entries > Entries)
            Break(Entries + 1, AuditFault.Missing);
        else if (head.Entries < Entries)
            Break(head.Entries + 1, AuditFault.Inserted);
        else if (head.LastHash != LastHash)
            Break(Entries, AuditFault.Head);
    }

    private bool Break(long sequence, AuditFault fault)
    {
        Broken = new(sequence, fault);
        return false;
    }
}
