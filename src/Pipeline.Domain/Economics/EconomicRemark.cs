using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>What the balance of resources gives cause to say; a remark refuses nothing.</summary>
public enum EconomicRemark
{
    /// <summary>More than half is earned: not of general interest in the research's sense (RC l.627).</summary>
    [Label(
        "More than half is earned income: not of general interest in the research's sense",
        "Plus de la moitié vient des revenus d'activité : pas d'intérêt général au sens de la recherche"
    )]
    EarnedMajority = 1,

    /// <summary>More than 70 % comes from one source; a default of this product.</summary>
    [Label("More than 70% comes from one source", "Plus de 70 % vient d'une seule source")]
    SingleSource,
}
