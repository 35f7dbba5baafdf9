using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>
/// The model that others can take up: three dimensions (RC 4-2) and the key factors that CT l.833-876 writes for catalysts, taken here for every project.
/// </summary>
/// <param name="ValueProposition">The solution.</param>
/// <param name="ValueChain">The process.</param>
/// <param name="EconomicModel">Who pays for what.</param>
/// <param name="Positioning">Where it stands among what exists.</param>
/// <param name="ActorRoles">Each actor's role in the value chain.</param>
/// <param name="Governance">Who decides.</param>
/// <param name="TechnicalFramework">The legal, tax and social frame, with the access to common law (droit commun).</param>
public sealed record Model(
    string? ValueProposition,
    string? ValueChain,
    string? EconomicModel,
    string? Positioning,
    string? ActorRoles,
    string? Governance,
    string? TechnicalFramework
)
{
    /// <summary>Nothing written yet.</summary>
    /// <remarks>A new one each time, for the reason of <see cref="Need.Unknown"/>.</remarks>
    public static Model Unwritten => new(null, null, null, null, null, null, null);

    /// <summary>The three dimensions, as people call them.</summary>
    public IReadOnlyList<(Text Chapter, string? Written)> Dimensions =>
        [
            (new("value proposition", "proposition de valeur"), ValueProposition),
            (new("value chain", "chaîne de valeur"), ValueChain),
            (new("economic model", "modèle économique"), EconomicModel),
        ];

    /// <summary>The key factors, as people call them.</summary>
    public IReadOnlyList<(Text Chapter, string? Written)> KeyFactors =>
        [
            (new("positioning", "positionnement"), Positioning),
            (new("roles of the actors", "rôle de chaque acteur"), ActorRoles),
            (new("governance", "gouvernance"), Governance),
            (new("legal, tax and social frame", "cadre juridique, fiscal et social"), TechnicalFramework),
        ];

    /// <summary>Trimmed and within the limits.</summary>
    public Model Checked() =>
        new(
            Chapter(ValueProposition, "valueProposition"),
            Chapter(ValueChain, "valueChain"),
            Chapter(EconomicModel, "economicModel"),
            Chapter(Positioning, "positioning"),
            Chapter(ActorRoles, "actorRoles"),
            Chapter(Governance, "governance"),
            Chapter(TechnicalFramework, "technicalFramework")
        );

    private static string? Chapter(string? text, string name) => Guard.Optional(text, $"model.{name}", Limits.Pages);
}
