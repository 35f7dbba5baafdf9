namespace Pipeline.Domain.Alliances;

/// <summary>Shares of the French partnerships of 2015 by category, which do not exclude each other (KIT l.12).</summary>
public static class AllianceShares
{
    /// <summary>Where they are published.</summary>
    public const string Citation = "KIT l.12";

    /// <summary>The largest first.</summary>
    public static readonly IReadOnlyList<(AllianceCategory Category, decimal Share)> Of2015 =
    [
        (AllianceCategory.ResponsiblePractices, 0.42m),
        (AllianceCategory.Sponsorship, 0.30m),
        (AllianceCategory.EconomicCooperation, 0.25m),
        (AllianceCategory.SocietalInnovation, 0.16m),
    ];
}
