namespace Pipeline.Domain.Support;

/// <summary>The three ledgers, kept apart.</summary>
public enum Basis
{
    /// <summary>The plan.</summary>
    Planned = 1,

    /// <summary>Agreements with funders.</summary>
    Committed,

    /// <summary>What came.</summary>
    Delivered,
}
