using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>What a plan refuses.</summary>
public static class PlanRefusals
{
    public static readonly Refusal DuplicateLine = Refusal.Invalid(
        "duplicate_line",
        new(
            "The plan has this phase and lever twice: one amount for each is expected.",
            "Le plan comporte deux fois cette phase et ce levier : un montant pour chacun est attendu."
        ),
        "The plan has this phase and lever twice."
    );
}
