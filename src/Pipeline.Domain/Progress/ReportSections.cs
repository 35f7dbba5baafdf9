using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>What reports usually tell of; a portfolio may add sections of its own, which are called what it calls them.</summary>
public static class ReportSections
{
    private static readonly Dictionary<string, Text> Labels = new()
    {
        ["activities"] = new("Activities", "Activités"),
        ["results"] = new("Results", "Résultats"),
        ["difficulties"] = new("Difficulties", "Difficultés"),
        ["lessons"] = new("Lessons", "Enseignements"),
        ["nextSteps"] = new("Next steps", "Prochaines étapes"),
    };

    /// <summary>Their codes, in order.</summary>
    public static IReadOnlyList<string> Usual { get; } = [.. Labels.Keys];

    /// <summary>What a section is called.</summary>
    public static Text LabelOf(string section) => Labels.GetValueOrDefault(section) ?? Text.Same(section);
}
