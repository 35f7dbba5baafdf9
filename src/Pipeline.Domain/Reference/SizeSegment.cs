namespace Pipeline.Domain.Reference;

/// <summary>How many people live in a territory: four segments without gap or overlap (ECO).</summary>
public enum SizeSegment
{
    /// <summary>Fewer than 2,000 inhabitants (ECO).</summary>
    Under2000 = 1,

    /// <summary>2,000 inhabitants or more, fewer than 20,000 (ECO).</summary>
    Under20000,

    /// <summary>20,000 inhabitants or more, fewer than 50,000 (ECO).</summary>
    Under50000,

    /// <summary>50,000 inhabitants and more (ECO).</summary>
    From50000,
}
