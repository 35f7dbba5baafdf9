using Pipeline.Domain.Progress;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Progress;

/// <summary>What came of a lever on a day, reversals taken off.</summary>
internal sealed record DeliveredOnDay(Lever Lever, DateOnly On, long Cents)
{
    /// <summary>Whether it came within a period.</summary>
    public bool IsIn(ReportPeriod period) => On >= period.StartsOn && On <= period.EndsOn;
}
