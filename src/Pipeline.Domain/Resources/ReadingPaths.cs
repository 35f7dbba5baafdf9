namespace Pipeline.Domain.Resources;

/// <summary>The three ways through the kit (KIT l.190-194).</summary>
public static class ReadingPaths
{
    /// <summary>In their order.</summary>
    public static readonly IReadOnlyList<ReadingPath> All =
    [
        new("P1", new("Understand and take a position", "Comprendre et se positionner")),
        new("P2", new("Set up a collective dynamic", "Mettre en place une animation collective")),
        new("P3", new("Accompany organisations", "Accompagner les organisations")),
    ];

    /// <summary>Their codes.</summary>
    public static IEnumerable<string> Codes => All.Select(p => p.Code);
}
