using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>What a commitment is made of; all three are valued in money.</summary>
public enum Nature
{
    /// <summary>Money.</summary>
    [Label("Cash", "Numéraire")]
    Cash = 1,

    /// <summary>Goods, premises, services, at their value.</summary>
    [Label("In kind", "En nature")]
    InKind,

    /// <summary>Pro-bono work (mécénat de compétences), at its value, with its hours.</summary>
    [Label("Skills (pro-bono work)", "Mécénat de compétences")]
    Skills,
}
