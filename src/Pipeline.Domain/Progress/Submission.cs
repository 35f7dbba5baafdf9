namespace Pipeline.Domain.Progress;

/// <summary>A report as it was submitted, and what became of it.</summary>
/// <param name="Number">From 1 within the period.</param>
/// <param name="Status">Submitted, returned or accepted.</param>
/// <param name="Corrects">The number of the accepted report that it corrects; null for what is no correction.</param>
/// <param name="SubmittedOn">The day.</param>
/// <param name="DecidedOn">The day of the answer; null while it waits.</param>
/// <param name="Reason">Of the answer.</param>
/// <param name="ReadingIds">The readings that were recorded of it when it was accepted.</param>
public sealed record Submission(
    int Number,
    ReportStatus Status,
    ReportContent Content,
    DateOnly SubmittedOn,
    Guid SubmittedBy,
    int? Corrects = null,
    DateOnly? DecidedOn = null,
    Guid? DecidedBy = null,
    string? Reason = null,
    IReadOnlyList<Guid>? ReadingIds = null
);
