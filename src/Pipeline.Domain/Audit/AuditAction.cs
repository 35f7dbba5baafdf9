namespace Pipeline.Domain.Audit;

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
