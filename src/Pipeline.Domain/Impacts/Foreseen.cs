using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>How an impact was looked for (RC l.3291).</summary>
public enum Foreseen
{
    /// <summary>It is what the project is for.</summary>
    [Label("Wanted", "Voulu")]
    Wanted = 1,

    /// <summary>It was counted on.</summary>
    [Label("Expected", "Attendu")]
    Expected,

    /// <summary>Nobody had thought of it.</summary>
    [Label("By surprise", "Induit par surprise")]
    Surprise,

    /// <summary>It should not be: it is answered, and stays in the list.</summary>
    [Label("Undesirable", "Non désirable")]
    Undesirable,
}
