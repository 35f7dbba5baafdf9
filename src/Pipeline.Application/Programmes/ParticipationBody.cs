using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Somebody's way with a cohort.</summary>
/// <param name="Territory">The territory that the organisation animates.</param>
/// <param name="Participants">One or two people who go together: functions, not names.</param>
/// <param name="ProjectId">The project that it takes part with; one that the portfolio holds.</param>
/// <param name="Status">What has happened; <c>selected</c> at first, and afterwards as it was where it is left out.</param>
/// <param name="On">The day on which it happened; today where it is left out.</param>
/// <param name="Reason">Why; wanted of who leaves, and of what takes a former status back.</param>
public sealed record ParticipationBody(
    Guid OrganisationId,
    [property: StringLength(Limits.Name, MinimumLength = 1)] string Territory,
    ParticipantNature Nature,
    [property: MinLength(1), MaxLength(ParticipationTerms.MostPeople)] IReadOnlyList<string> Participants,
    Guid? ProjectId = null,
    ParticipationStatus? Status = null,
    DateOnly? On = null,
    [property: StringLength(Limits.Paragraph)] string? Reason = null
)
{
    internal ParticipationTerms ToTerms() => new(OrganisationId, Territory, Nature, Participants, ProjectId);
}
