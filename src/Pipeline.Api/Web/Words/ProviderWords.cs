using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Who accompanies a portfolio's projects.</summary>
internal static class ProviderWords
{
    public static readonly Text Title = new("Providers", "Accompagnateurs"),
        Lead =
            new(
                "Who accompanies which projects, and for how much: what was agreed, and what was delivered.",
                "Qui accompagne quels projets, et pour combien : ce qui est convenu, et ce qui est réalisé."
            ),
        None =
            new(
                "Nobody accompanies a project of this portfolio.",
                "Personne n'accompagne un projet de ce portefeuille."
            ),
        Provider = new("Who", "Qui"),
        Kind = new("As", "À titre de"),
        Days = new("Days agreed", "Jours convenus"),
        Value = new("Value agreed", "Valeur convenue"),
        DeliveredDays = new("Days delivered", "Jours réalisés"),
        DeliveredValue = new("Value delivered", "Valeur réalisée"),
        Where = new("Where", "Où");
}
