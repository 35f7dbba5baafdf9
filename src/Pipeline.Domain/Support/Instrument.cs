using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>By which kind of contract support is given.</summary>
public enum Instrument
{
    /// <summary>Given; what is meant where nothing is said.</summary>
    [Label("Grant", "Subvention")]
    Grant = 1,

    /// <summary>A company's or foundation's sponsorship.</summary>
    [Label("Sponsorship", "Mécénat")]
    Sponsorship,

    /// <summary>A share in the undertaking: may come back.</summary>
    [Label("Equity", "Investissement solidaire")]
    Equity,

    /// <summary>Lent: comes back.</summary>
    [Label("Loan", "Prêt")]
    Loan,

    /// <summary>Paid by results, of which one to three are named (RC l.4260-4266).</summary>
    [Label("Social impact contract", "Contrat à impact social")]
    SocialImpactContract,

    /// <summary>A public body's order; this product's own.</summary>
    [Label("Public contract", "Marché public")]
    PublicContract,
}
