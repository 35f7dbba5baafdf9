namespace Pipeline.Domain.Portfolios;

/// <summary>Somebody's role in a portfolio.</summary>
public sealed class PortfolioMember
{
    private PortfolioMember() { }

    internal PortfolioMember(Guid portfolioId, Guid userId, PortfolioRole role) =>
        (PortfolioId, UserId, Role) = (portfolioId, userId, role);

    /// <summary>Where.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>Who.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What.</summary>
    public PortfolioRole Role { get; internal set; }
}
