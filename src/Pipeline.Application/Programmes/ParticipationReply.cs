using Pipeline.Application.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Somebody's way with a cohort.</summary>
/// <param name="ProjectId">The project that it takes part with; null where there is none, or where it is out of the caller's scope.</param>
/// <param name="Project">The same with its name.</param>
/// <param name="Status">Where it stands on the day, by what happened.</param>
/// <param name="StatusLabel">The same in the caller's language.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Steps">What happened, in its order.</param>
/// <param name="Attendance">At which sessions they were, and at which they were not.</param>
/// <param name="MissingFiles">Milestone files that are not handed in.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record ParticipationReply(
    Guid Id,
    Guid CohortId,
    Guid OrganisationId,
    NamedRef Organisation,
    string Territory,
    ParticipantNature Nature,
    IReadOnlyList<string> Participants,
    Guid? ProjectId,
    NamedRef? Project,
    ParticipationStatus Status,
    string StatusLabel,
    DateOnly Since,
    string? Reason,
    IReadOnlyList<ParticipationStep> Steps,
    IReadOnlyList<SessionAttended> Attendance,
    IReadOnlyList<Coaching> Coachings,
    IReadOnlyList<MilestoneFile> Files,
    IReadOnlyList<MilestoneKind> MissingFiles,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Whether somebody was at a session.</summary>
/// <param name="Session">Its code.</param>
/// <param name="Present">Whether they were there.</param>
public sealed record SessionAttended(string Session, DateOnly On, bool Present);
