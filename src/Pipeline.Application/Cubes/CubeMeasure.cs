using Pipeline.Domain.Common;

namespace Pipeline.Application.Cubes;

/// <summary>What a cube's cells hold.</summary>
public enum CubeMeasure
{
    /// <summary>How many projects; one with several values counts in each of them.</summary>
    [Label("Projects", "Projets")]
    Projects = 1,

    /// <summary>The planned ledger.</summary>
    [Label("Planned", "Prévu")]
    Planned,

    /// <summary>The committed ledger.</summary>
    [Label("Committed", "Engagé")]
    Committed,

    /// <summary>The delivered ledger.</summary>
    [Label("Delivered", "Versé")]
    Delivered,
}
