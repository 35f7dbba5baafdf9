namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>What spreadsheets write into a cell whose formula failed, in English and in French: no text that anybody meant.</summary>
internal static class ErrorValues
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#DIV/0!",
        "#NAME?",
        "#NOM?",
        "#NUM!",
        "#NOMBRE!",
        "#NULL!",
        "#NUL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    };

    /// <summary>Whether a cell holds one.</summary>
    public static bool Has(string text) => Known.Contains(text);
}
