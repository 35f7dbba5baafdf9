using Pipeline.Domain.Closings;

namespace Pipeline.Application.Closings;

/// <summary>A record that two views of a portfolio may differ in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="ProjectId">Of which project; null for what is the portfolio's own.</param>
/// <param name="Day">The day it counts from; null where it counts on every day.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="RecordedBy">By whom; null where the record does not say.</param>
/// <param name="Number">Its place among those that were recorded at once.</param>
/// <param name="Presences">What comes or goes with it.</param>
internal sealed record ChangedRecord(
    ClosingChangeKind Kind,
    Guid Id,
    Guid? ProjectId,
    DateOnly? Day,
    DateTimeOffset RecordedAt,
    Guid? RecordedBy,
    int Number,
    IReadOnlyList<Presence> Presences
);
