using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The moves of a portfolio's projects.</summary>
internal static class MoveWords
{
    public static readonly Text Title = new("Moves", "Passages"),
        Back = new("Back to the dashboard", "Retour au tableau de bord"),
        Kind = new("Kind", "Nature"),
        Left = new("Stay that ended", "Séjour terminé"),
        FromTo = new("From → to", "De → vers"),
        Since = new("On", "Le"),
        Days = new("Days in the phase", "Jours dans la phase");

    /// <summary>Behind their number.</summary>
    public static Text Counted(int count) => Spelled.Of(count, new("move", "passage"), new("moves", "passages"));
}
