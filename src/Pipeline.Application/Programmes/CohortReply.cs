using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>A cohort of a programme.</summary>
/// <param name="State">Where it stands on the day, by its dates.</param>
/// <param name="StateLabel">The same in the caller's language.</param>
/// <param name="Chosen">How many were chosen by the day.</param>
/// <param name="TookPart">How many of them ever took part.</param>
/// <param name="TakingPart">How many do on the day.</param>
/// <param name="Left">How many had left.</param>
/// <param name="Finished">How many had finished.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record CohortReply(
    Guid Id,
    Guid ProgrammeId,
    NamedRef Programme,
    Guid PortfolioId,
    DateOnly StartsOn,
    int Capacity,
    CohortState State,
    string StateLabel,
    DateOnly? ClosedOn,
    IReadOnlyList<CohortSessionReply> Sessions,
    int Chosen,
    int TookPart,
    int TakingPart,
    int Left,
    int Finished,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>A session of a cohort.</summary>
/// <param name="On">The day it takes place.</param>
/// <param name="PlannedOn">The day that the programme's path gives it.</param>
/// <param name="Coached">A coaching comes before it.</param>
/// <param name="Attendance">Who was there and who was not, as far as the caller sees them; empty until somebody says so.</param>
/// <param name="Version">The cohort's: its ETag.</param>
public sealed record CohortSessionReply(
    Guid CohortId,
    string Code,
    BilingualBody Name,
    DateOnly On,
    DateOnly PlannedOn,
    bool Coached,
    IReadOnlyList<AttendanceReply> Attendance,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Whether somebody was there.</summary>
/// <param name="Participation">Called after the organisation that takes part.</param>
public sealed record AttendanceReply(Guid ParticipationId, NamedRef Participation, bool Present);
