using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>The periods of a project, the first one first. The same two instants give the same for ever.</summary>
/// <param name="AsOf">What is dated later is left out.</param>
/// <param name="KnownAt">What was recorded later is left out (UTC).</param>
/// <param name="Schedule">The lead portfolio's; null where it asks for no reports.</param>
public sealed record ProgressReportsReply(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    ReportSchedule? Schedule,
    IReadOnlyList<ProgressReportReply> Items
);
