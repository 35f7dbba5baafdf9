namespace Pipeline.Api.Web.Parts;

/// <summary>Where each region lies on a map of equal tiles: neighbours are neighbours, and no region is larger than another.</summary>
internal static class Tilemap
{
    /// <summary>Tiles across.</summary>
    public const int Columns = 5;

    /// <summary>Tiles down.</summary>
    public const int Rows = 5;

    private static readonly Dictionary<string, (int Column, int Row)> Places = new()
    {
        ["hautsDeFrance"] = (2, 0),
        ["bretagne"] = (0, 1),
        ["normandie"] = (1, 1),
        ["ileDeFrance"] = (2, 1),
        ["grandEst"] = (3, 1),
        ["paysDeLaLoire"] = (1, 2),
        ["centreValDeLoire"] = (2, 2),
        ["bourgogneFrancheComte"] = (3, 2),
        ["nouvelleAquitaine"] = (1, 3),
        ["auvergneRhoneAlpes"] = (3, 3),
        ["overseas"] = (0, 4),
        ["occitanie"] = (2, 4),
        ["provenceAlpesCoteDAzur"] = (3, 4),
        ["corse"] = (4, 4),
    };

    /// <summary>The place of a region; null for what lies nowhere in particular.</summary>
    public static (int Column, int Row)? Of(string region) => Places.TryGetValue(region, out var place) ? place : null;
}
