using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>Who takes part, for which territory.</summary>
/// <param name="OrganisationId">Of the directory.</param>
/// <param name="Territory">The territory that it animates.</param>
/// <param name="Participants">One or two people, who spread at home what they learn (CT l.343-346): functions, not names.</param>
/// <param name="ProjectId">The project that it takes part with; null where there is none.</param>
public sealed record ParticipationTerms(
    Guid OrganisationId,
    string Territory,
    ParticipantNature Nature,
    IReadOnlyList<string> Participants,
    Guid? ProjectId = null
)
{
    /// <summary>How many people go together at most.</summary>
    public const int MostPeople = 2;

    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>participants_one_or_two</c>.</exception>
    public ParticipationTerms Checked() =>
        Participants.Count is < 1 or > MostPeople
            ? throw ProgrammeRefusals.OneOrTwo.At("participants")
            : this with
            {
                Territory = Guard.Required(Territory, "territory", Limits.Name),
                Participants = [.. Participants.Select((p, i) => Guard.Required(p, $"participants[{i}]", Limits.Name))],
            };
}
