using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>The model that others can take up: three dimensions (RC 4-2) and four key factors (CT 3.2.4), chapter by chapter.</summary>
/// <param name="ValueProposition">The solution.</param>
/// <param name="ValueChain">The process.</param>
/// <param name="EconomicModel">Who pays for what; both a dimension and, as socio-economic model, a key factor.</param>
/// <param name="Positioning">Where it stands among what exists.</param>
/// <param name="Governance">Who decides.</param>
/// <param name="TechnicalFramework">The legal, tax and social frame.</param>
public sealed record Model(
    string? ValueProposition,
    string? ValueChain,
    string? EconomicModel,
    string? Positioning,
    string? Governance,
    string? TechnicalFramework
)
{
    /// <summary>Nothing written yet.</summary>
    /// <remarks>A new one each time, for the reason of <see cref="Need.Unknown"/>.</remarks>
    public static Model Unwritten => new(null, null, null, null, null, null);

    /// <summary>The three dimensions by field name.</summary>
    public IReadOnlyDictionary<string, string?> Dimensions =>
        new Dictionary<string, string?>
        {
            ["valueProposition"] = ValueProposition,
            ["valueChain"] = ValueChain,
            ["economicModel"] = EconomicModel,
        };

    /// <summary>The four key factors by field name.</summary>
    public IReadOnlyDictionary<string, string?> KeyFactors =>
        new Dictionary<string, string?>
        {
            ["positioning"] = Positioning,
            ["economicModel"] = EconomicModel,
            ["governance"] = Governance,
            ["technicalFramework"] = TechnicalFramework,
        };

    /// <summary>Trimmed and within the limits.</summary>
    public Model Checked() =>
        new(
            Chapter(ValueProposition, "valueProposition"),
            Chapter(ValueChain, "valueChain"),
            Chapter(EconomicModel, "economicModel"),
            Chapter(Positioning, "positioning"),
            Chapter(Governance, "governance"),
            Chapter(TechnicalFramework, "technicalFramework")
        );

    private static string? Chapter(string? text, string name) => Guard.Optional(text, $"model.{name}", Limits.Pages);
}
