using Pipeline.Application.Records;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>A period of a project as it stood in a view.</summary>
/// <param name="Schedule">The lead portfolio's.</param>
/// <param name="Report">What was submitted and decided; null where nothing was.</param>
/// <param name="DaysLate">Days since the report was wanted; 0 unless it is late.</param>
internal sealed record ViewedPeriod(
    ViewedProject Project,
    ReportSchedule Schedule,
    ReportPeriod Period,
    Document<ProgressReport>? Report,
    PeriodState State,
    int DaysLate
)
{
    /// <summary>Whether a report is still wanted, now or when the period is over.</summary>
    public bool IsOpen => State is PeriodState.Upcoming or PeriodState.Due or PeriodState.Late;
}
