namespace Pipeline.Domain.Audit;

/// <summary>What is wrong with a link of the chain.</summary>
public enum AuditFault
{
    /// <summary>The entry's content is not what its hash was taken of.</summary>
    Changed = 1,

    /// <summary>The entry is not there.</summary>
    Missing,

    /// <summary>The entry stands where none was written.</summary>
    Inserted,

    /// <summary>The entry does not carry the hash of the one before.</summary>
    Unlinked,

    /// <summary>The head of the chain names another last entry.</summary>
    Head,
}
