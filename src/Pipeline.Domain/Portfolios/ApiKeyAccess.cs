namespace Pipeline.Domain.Portfolios;

/// <summary>What a machine may do in a portfolio.</summary>
public enum ApiKeyAccess
{
    /// <summary>Reads and exports, as an investor does.</summary>
    Read = 1,

    /// <summary>Records commitments and deliveries besides, as finance does.</summary>
    Write,
}
