using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluation refuses.</summary>
public static class EvaluationRefusals
{
    public static readonly Refusal PhaseNotReached = Refusal.Invalid(
        "phase_not_reached",
        new(
            "On {0} the project had reached {1} at most: an evaluation is of a phase that was reached by its day.",
            "Le {0}, le projet avait atteint au plus la phase « {1} » : on évalue une phase atteinte à cette date."
        ),
        "The evaluation is of a phase that the project had not reached by its day."
    );

    public static readonly Refusal ParticipantRequired = CommonRefusals.Required.Saying(
        new("At least one participant is needed.", "Il faut au moins un participant.")
    );

    public static readonly Refusal DuplicateParticipant = CommonRefusals.Duplicate.Saying(
        new("A participant is in the list twice.", "Un participant figure deux fois dans la liste.")
    );

    public static readonly Refusal SdgOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A Sustainable Development Goal is 1 to 17.", "Un objectif de développement durable va de 1 à 17.")
    );
}
