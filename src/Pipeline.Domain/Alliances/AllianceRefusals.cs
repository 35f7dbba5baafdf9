using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What alliances refuse of their own.</summary>
public static class AllianceRefusals
{
    public static readonly Refusal ResultLeverNotOrganisational = Refusal.Invalid(
        "result_lever_not_organisational",
        new(
            "Only an effect of the organisational dimension has a result lever.",
            "Seul un effet de la dimension organisationnelle a un levier de résultat."
        )
    );
}
