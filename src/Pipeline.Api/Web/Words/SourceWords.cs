using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The sources that figures and lists cite by a key and lines, as people know them.</summary>
internal static partial class SourceWords
{
    private static readonly Dictionary<string, Text> Titles = new()
    {
        ["RC"] = new(
            "“Regards croisés chercheurs-praticiens” on innovative alliances, 2019",
            "« Regards croisés chercheurs-praticiens » sur les alliances innovantes, 2019"
        ),
        ["CT"] = new(
            "Le RAMEAU and CGET, lessons of the territorial experience programme, 2018",
            "Le RAMEAU et le CGET, enseignements du parcours d'expérience territorial, 2018"
        ),
        ["KIT"] = new("Kit “Co-construction territoriale”, 2016", "Kit « Co-construction territoriale », 2016"),
        ["RNMA"] = new("48th meeting of the RNMA, 2018", "48e rencontre du RNMA, 2018"),
        ["ECO"] = new("Study of the ECOSYSTEME programme, 2024", "Étude du programme ECOSYSTEME, 2024"),
    };

    /// <summary>A citation in words, but for the lines: they are those of a text that its readers do not have. One that names no source of these stays as it is.</summary>
    public static Text Of(string citation) =>
        Keyed().Match(citation) is { Success: true } match && Titles.TryGetValue(match.Groups[1].Value, out var title)
            ? title
            : Text.Same(citation);

    [GeneratedRegex("^([A-Z]+) l\\.[0-9-]+$")]
    private static partial Regex Keyed();
}
