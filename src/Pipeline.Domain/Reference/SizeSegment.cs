using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>How many people live in a territory: four segments without gap or overlap (ECO).</summary>
public enum SizeSegment
{
    /// <summary>Fewer than 2,000 inhabitants (ECO).</summary>
    [Label("Under 2,000 inhabitants", "Moins de 2 000 habitants")]
    Under2000 = 1,

    /// <summary>2,000 inhabitants or more, fewer than 20,000 (ECO).</summary>
    [Label("2,000 to under 20,000 inhabitants", "De 2 000 à moins de 20 000 habitants")]
    Under20000,

    /// <summary>20,000 inhabitants or more, fewer than 50,000 (ECO).</summary>
    [Label("20,000 to under 50,000 inhabitants", "De 20 000 à moins de 50 000 habitants")]
    Under50000,

    /// <summary>50,000 inhabitants and more (ECO).</summary>
    [Label("50,000 inhabitants and more", "50 000 habitants et plus")]
    From50000,
}
