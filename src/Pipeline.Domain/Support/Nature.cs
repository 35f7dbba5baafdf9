namespace Pipeline.Domain.Support;

/// <summary>What a commitment is made of; all three are valued in money.</summary>
public enum Nature
{
    /// <summary>Money.</summary>
    Cash = 1,

    /// <summary>Goods, premises, services, at their value.</summary>
    InKind,

    /// <summary>Pro-bono work (mécénat de compétences), at its value, with its hours.</summary>
    Skills,
}
