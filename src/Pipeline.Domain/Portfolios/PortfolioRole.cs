using Pipeline.Domain.Common;

namespace Pipeline.Domain.Portfolios;

/// <summary>What somebody may do in a portfolio.</summary>
public enum PortfolioRole
{
    /// <summary>Its projects, plan, commitments, policies; reviews, waives, reopens.</summary>
    [Label("Manager", "Gestionnaire")]
    Manager = 1,

    /// <summary>Reads all of it, records commitments and deliveries, exports.</summary>
    [Label("Finance", "Finances")]
    Finance,

    /// <summary>Reads and exports; changes nothing.</summary>
    [Label("Investor", "Investisseur")]
    Investor,
}
