using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What alliances refuse of their own.</summary>
public static class AllianceRefusals
{
    public static readonly Refusal ResultLeverNotOrganisational = Refusal.Invalid(
        "result_lever_not_organisational",
        new(
            "Only an effect of dimension organisational has a resultLever.",
            "Seul un effet de dimension organisational a un resultLever."
        )
    );
}
