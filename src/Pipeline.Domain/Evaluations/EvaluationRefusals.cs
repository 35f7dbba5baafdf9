using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluation refuses.</summary>
public static class EvaluationRefusals
{
    public static readonly Refusal BeforeStart = Refusal.Invalid(
        "before_start",
        new(
            "{0} is {1:yyyy-MM-dd}, before the project's start ({2:yyyy-MM-dd}).",
            "{0} vaut {1:yyyy-MM-dd}, avant le début du projet ({2:yyyy-MM-dd})."
        ),
        "The date lies before the project's start."
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
