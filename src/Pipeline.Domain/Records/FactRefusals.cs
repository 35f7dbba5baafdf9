using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Records;

/// <summary>What taking back a fact refuses.</summary>
public static class FactRefusals
{
    public static readonly Refusal ReversalOfReversal = CommitmentRefusals.ReversalOfReversal.Saying(
        new(
            "A reversal cannot be reversed: record the fact again.",
            "Une annulation ne s'annule pas : enregistrez le fait à nouveau."
        )
    );

    public static readonly Refusal AlreadyReversed = CommitmentRefusals.AlreadyReversed.Saying(
        new("This entry is reversed already.", "Cette écriture est déjà annulée.")
    );

    public static readonly Refusal ReversalBeforeFact = Refusal.Invalid(
        "reversal_before_fact",
        new(
            "{0} is {1}, before the day of what it takes back ({2}).",
            "{0} vaut {1}, avant le jour de ce qu'elle annule ({2})."
        ),
        "The reversal lies before what it takes back."
    );

    /// <summary>Everything that a reversal can get wrong.</summary>
    public static readonly IReadOnlyList<Refusal> All =
    [
        AlreadyReversed,
        ReversalOfReversal,
        ReversalBeforeFact,
        CommonRefusals.DateInFuture,
    ];
}
