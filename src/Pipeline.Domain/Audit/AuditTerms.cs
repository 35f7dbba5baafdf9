namespace Pipeline.Domain.Audit;

/// <summary>What a change was made to. The codes are hashed with the entries: a member is added, never renamed.</summary>
public enum AuditKind
{
    /// <summary>A project with its description, lists, owners and holdings.</summary>
    Project = 1,

    /// <summary>A reported transition with its decision and effect.</summary>
    Transition,

    /// <summary>A version of a plan with its lines.</summary>
    Plan,

    /// <summary>A commitment and its cancellation.</summary>
    Commitment,

    /// <summary>A delivery or its reversal.</summary>
    Delivery,

    /// <summary>An evaluation.</summary>
    Evaluation,

    /// <summary>A portfolio with its policy and members.</summary>
    Portfolio,

    /// <summary>An entry of the directory.</summary>
    Organisation,

    /// <summary>Somebody who can sign in.</summary>
    User,

    /// <summary>Reference data that an administrator changed.</summary>
    ReferenceData,

    /// <summary>Somebody signed in or out.</summary>
    Session,

    /// <summary>A link that sets a password once.</summary>
    PasswordLink,

    /// <summary>A machine's key.</summary>
    ApiKey,
}

/// <summary>What was done to it.</summary>
public enum AuditAction
{
    /// <summary>It is new.</summary>
    Created = 1,

    /// <summary>Some of its fields differ.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

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
