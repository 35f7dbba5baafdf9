using Pipeline.Domain.Common;

namespace Pipeline.Application.Programmes;

/// <summary>A row of the sheet of cohorts: somebody's way with one, as it stood on the day.</summary>
public sealed record CohortRow(
    Guid Id,
    Guid CohortId,
    string ProgrammeCode,
    string ProgrammeName,
    DateOnly StartsOn,
    Text State,
    DateOnly? ClosedOn,
    int Capacity,
    string Organisation,
    string Territory,
    Text Nature,
    string Participants,
    string? ProjectCode,
    Text Status,
    DateOnly Since,
    string? Reason,
    int SessionsAttended,
    int SessionsMissed,
    int Coachings,
    bool PracticeReview,
    bool Coherence,
    bool Roadmap,
    bool Results
);
