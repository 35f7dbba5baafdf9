using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>The three ledgers, kept apart.</summary>
public enum Basis
{
    /// <summary>The plan.</summary>
    [Label("Planned", "Prévu")]
    Planned = 1,

    /// <summary>Agreements with funders.</summary>
    [Label("Committed", "Engagé")]
    Committed,

    /// <summary>What came.</summary>
    [Label("Delivered", "Versé")]
    Delivered,
}
