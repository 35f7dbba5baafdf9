using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Programmes;

/// <summary>Those who go along a programme's path together. Its sessions have their days from the programme as it was when the cohort was opened, and can be moved.</summary>
/// <param name="Capacity">How many have a place at once.</param>
/// <param name="ClosedOn">From when on it is over; null until then.</param>
public sealed record Cohort(
    Guid ProgrammeId,
    DateOnly StartsOn,
    int Capacity,
    IReadOnlyList<CohortSession> Sessions,
    DateOnly? ClosedOn = null
)
{
    /// <summary>How many have a place where nothing is said (CT l.343).</summary>
    public const int DefaultCapacity = 12;

    /// <summary>A new cohort, with the sessions of its programme.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>date_in_future</c>, <c>dates_reversed</c>.</exception>
    public static Cohort Opened(
        Guid programmeId,
        Programme programme,
        DateOnly startsOn,
        int capacity,
        DateOnly? closedOn,
        DateTimeOffset now
    ) =>
        new Cohort(
            programmeId,
            // Before anything is reckoned from it: the calendar ends where months are added to its last days.
            Guard.Day(startsOn, "startsOn"),
            capacity,
            [
                .. programme.Sessions.Select(s => new CohortSession(
                    s.Code,
                    s.Name,
                    s.Month,
                    startsOn.AddMonths(s.Month - 1),
                    programme.Coachings.Contains(s.Code),
                    []
                )),
            ],
            closedOn
        ).Checked(now);

    /// <summary>With other dates: a session that nobody has moved stays where the path has it, the others keep their day.</summary>
    /// <param name="placesTaken">How many have a place.</param>
    /// <param name="lastHappened">The last day on which anything happened to those who take part; null where nobody does.</param>
    /// <exception cref="RefusedException"><c>cohort_full</c>.</exception>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>date_in_future</c>, <c>dates_reversed</c>.</exception>
    public Cohort Revised(
        DateOnly startsOn,
        int capacity,
        DateOnly? closedOn,
        int placesTaken,
        DateOnly? lastHappened,
        DateTimeOffset now
    )
    {
        // One that is no number of places is told of as such, below.
        if (capacity > 0 && placesTaken > capacity)
            throw ProgrammeRefusals.CohortFull.With(capacity, placesTaken).At("capacity");
        Guard.Day(startsOn, "startsOn");
        if (closedOn is { } closed && closed != ClosedOn && lastHappened is { } last)
            Guard.NotBefore(closed, last, "closedOn", ProgrammeRefusals.BeforeLastStep);
        return (
            this with
            {
                StartsOn = startsOn,
                Capacity = capacity,
                ClosedOn = closedOn,
                Sessions =
                [
                    .. Sessions.Select(s =>
                        s.On == s.PlannedOn(StartsOn) && s.Waits ? s with { On = s.PlannedOn(startsOn) } : s
                    ),
                ],
            }
        ).Checked(now);
    }

    /// <summary>With a session on another day, or with who was there.</summary>
    /// <param name="attendance">Who was there, whole; null where nothing is said about it.</param>
    /// <param name="known">Those who take part, or did.</param>
    /// <exception cref="InvalidValueException"><c>unknown_participation</c>, <c>duplicate</c>, <c>too_many</c>, <c>date_in_future</c>, <c>dates_reversed</c>, <c>out_of_range</c>.</exception>
    public Cohort WithSession(
        string code,
        DateOnly on,
        IReadOnlyList<Attendance>? attendance,
        IReadOnlySet<Guid> known,
        DateTimeOffset now
    )
    {
        var session = Session(code) with { On = on };
        if (attendance is not null)
        {
            Guard.List(attendance, "attendance");
            Guard.Once(attendance, a => a.ParticipationId, i => $"attendance[{i}].participationId");
            for (var i = 0; i < attendance.Count; i++)
                if (!known.Contains(attendance[i].ParticipationId))
                    throw ProgrammeRefusals
                        .UnknownParticipation.With(attendance[i].ParticipationId)
                        .At($"attendance[{i}].participationId");
            session = session with { Attendance = attendance };
        }
        if (!session.Waits)
            Guard.NotInFuture(on, now, "on");
        Guard.Day(on, "on");
        DocumentRefusals.InOrder(on, StartsOn, "on", "startsOn");
        if (ClosedOn is { } closed)
            DocumentRefusals.InOrder(closed, on, "closedOn", "on");
        return this with { Sessions = [.. Sessions.Select(s => s.Code == code ? session : s)] };
    }

    /// <summary>The session with this code.</summary>
    /// <exception cref="NotFoundException">The cohort has none.</exception>
    public CohortSession Session(string code) =>
        Sessions.FirstOrDefault(s => s.Code == code) ?? throw NotFoundException.Of("session", "session");

    /// <summary>Where it stands on a day.</summary>
    public CohortState StateOn(DateOnly day) =>
        ClosedOn <= day ? CohortState.Closed
        : day < StartsOn ? CohortState.Preparing
        : day <= LastSessionOn ? CohortState.Running
        : CohortState.Evaluating;

    /// <summary>Refuses what is said to have happened after it was closed.</summary>
    /// <exception cref="RefusedException"><c>cohort_closed</c>.</exception>
    public void RequireOpen(DateOnly on, string field)
    {
        if (on > ClosedOn)
            throw ProgrammeRefusals.CohortClosed.With(ClosedOn).At(field);
    }

    private DateOnly LastSessionOn => Sessions.Max(s => s.On);

    private Cohort Checked(DateTimeOffset now)
    {
        Guard.Day(LastSessionOn, "startsOn");
        if (Capacity is < 1 or > Limits.List)
            throw ProgrammeRefusals.CapacityOutOfRange.With(Limits.List).At("capacity");
        DocumentRefusals.InOrder(Sessions.Min(s => s.On), StartsOn, "sessions", "startsOn");
        if (ClosedOn is { } closed)
            DocumentRefusals.InOrder(Guard.NotInFuture(closed, now, "closedOn"), LastSessionOn, "closedOn", "sessions");
        return this;
    }
}
