namespace Pipeline.Domain.Common;

/// <summary>Who of those with a role is told of an event.</summary>
public enum EventAudience
{
    /// <summary>Whoever sees it: owners of the project and members of a portfolio that holds it; members of the portfolio, where it is no project's.</summary>
    Members = 1,

    /// <summary>
    /// Whoever sees the ledger line: members of the portfolio that keeps it, owners of the project, and those who keep the ledgers of its lead
    /// (docs/adr/0021).
    /// </summary>
    Ledger,

    /// <summary>Managers of the portfolio, or of the one that leads the project.</summary>
    Managers,

    /// <summary>Owners of a project that takes part in what is a portfolio's own; members of that portfolio are told of it otherwise.</summary>
    Owners,
}
