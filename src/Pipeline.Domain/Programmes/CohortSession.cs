using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>A session of a cohort.</summary>
/// <param name="Code">As the programme had it.</param>
/// <param name="Name">As the programme had it.</param>
/// <param name="Month">In which month of the path, from 1.</param>
/// <param name="On">The day it takes place.</param>
/// <param name="Coached">A coaching comes before it.</param>
/// <param name="Attendance">Who was there and who was not; empty until somebody says so.</param>
public sealed record CohortSession(
    string Code,
    Text Name,
    int Month,
    DateOnly On,
    bool Coached,
    IReadOnlyList<Attendance> Attendance
)
{
    /// <summary>The day that the path gives it.</summary>
    public DateOnly PlannedOn(DateOnly startsOn) => startsOn.AddMonths(Month - 1);

    /// <summary>Whether it waits for somebody to say who was there.</summary>
    public bool Waits => Attendance.Count == 0;
}
