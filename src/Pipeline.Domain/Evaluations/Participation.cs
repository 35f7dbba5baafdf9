using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>Who takes part in evaluations.</summary>
public static class Participation
{
    /// <summary>The three whom an evaluation needs over time (RC l.3253).</summary>
    public static readonly IReadOnlyList<Participant> KeyActors =
    [
        Participant.Academics,
        Participant.Beneficiaries,
        Participant.Partners,
    ];

    /// <summary>At least one, each once.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>duplicate</c>.</exception>
    public static IReadOnlyList<Participant> Checked(IReadOnlyList<Participant> participants, string field)
    {
        if (participants.Count == 0)
            throw EvaluationRefusals.ParticipantRequired.At(field);
        if (participants.Distinct().Count() != participants.Count)
            throw EvaluationRefusals.DuplicateParticipant.At(field);
        return participants;
    }
}
