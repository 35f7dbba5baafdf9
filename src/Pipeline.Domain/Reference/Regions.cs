using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>The thirteen metropolitan French regions, overseas France, and everywhere else (ECO).</summary>
public static class Regions
{
    /// <summary>The thirteen metropolitan French regions, Corsica included, as they are since 2016.</summary>
    public static IReadOnlyList<Region> Metropolitan { get; } =
    [
        new("auvergneRhoneAlpes", Text.Same("Auvergne-Rhône-Alpes")),
        new("bourgogneFrancheComte", Text.Same("Bourgogne-Franche-Comté")),
        new("bretagne", new("Brittany", "Bretagne")),
        new("centreValDeLoire", Text.Same("Centre-Val de Loire")),
        new("corse", new("Corsica", "Corse")),
        new("grandEst", Text.Same("Grand Est")),
        new("hautsDeFrance", Text.Same("Hauts-de-France")),
        new("ileDeFrance", Text.Same("Île-de-France")),
        new("normandie", new("Normandy", "Normandie")),
        new("nouvelleAquitaine", Text.Same("Nouvelle-Aquitaine")),
        new("occitanie", new("Occitania", "Occitanie")),
        new("paysDeLaLoire", Text.Same("Pays de la Loire")),
        new("provenceAlpesCoteDAzur", Text.Same("Provence-Alpes-Côte d'Azur")),
    ];

    /// <summary>The overseas regions and territories of France, together.</summary>
    public static Region Overseas { get; } = new("overseas", new("Overseas France", "Outre-mer"));

    /// <summary>Anywhere else; the territory's free name says where.</summary>
    public static Region Other { get; } = new("other", new("Other", "Autre"));

    /// <summary>All regions: metropolitan, overseas, other.</summary>
    public static IReadOnlyList<Region> All { get; } = [.. Metropolitan, Overseas, Other];

    /// <summary>The region with exactly this code; null when there is none.</summary>
    public static Region? Find(string? code) => All.FirstOrDefault(r => r.Code == code);
}
