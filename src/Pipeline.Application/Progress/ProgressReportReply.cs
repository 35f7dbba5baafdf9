using Pipeline.Application.Common;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Progress;

/// <summary>A period of a project, and its report.</summary>
/// <param name="Period">Its last day, which it goes by.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="DueOn">The day by which the report is wanted.</param>
/// <param name="RemindOn">The day from which the report is reminded of.</param>
/// <param name="DaysLate">Days since it was wanted; 0 unless it is late.</param>
/// <param name="Status">Of what is shown: the draft for whoever may write it, else what was submitted last; null where there is nothing.</param>
/// <param name="Sections">The wanted sections, in their order; the text is empty where there is none yet.</param>
/// <param name="UseOfFunds">Each lever of which something was spent or delivered in the period.</param>
/// <param name="IndicatorReadings">The lead portfolio's indicators in its order, each with what the report says; behind them those that it asks for no more.</param>
/// <param name="Documents">Those that the caller may see.</param>
/// <param name="Evidence">What shows it: addresses, and documents under a title of the report's.</param>
/// <param name="Correction">It corrects a report that was accepted.</param>
/// <param name="Reason">Of the last answer, or of the excuse.</param>
/// <param name="Submissions">What was submitted, the first one first.</param>
/// <param name="RecordedAt">When what is shown was written or answered last; null before anything was written.</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="Version">Of report and draft together, 0 before anything was written; the ETag.</param>
public sealed record ProgressReportReply(
    Guid ProjectId,
    DateOnly Period,
    DateOnly StartsOn,
    DateOnly DueOn,
    DateOnly RemindOn,
    PeriodState State,
    int DaysLate,
    ReportStatus? Status,
    IReadOnlyList<ReportSectionReply> Sections,
    IReadOnlyList<FundsUsedReply> UseOfFunds,
    IReadOnlyList<ReportedReadingReply> IndicatorReadings,
    IReadOnlyList<ReportDocumentReply> Documents,
    IReadOnlyList<LinkDto> Evidence,
    bool Correction,
    string? Reason,
    IReadOnlyList<SubmissionReply> Submissions,
    DateTimeOffset? RecordedAt,
    NamedRef? RecordedBy,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>What a report says of one thing.</summary>
/// <param name="Label">What the section is called, in the caller's language.</param>
public sealed record ReportSectionReply(string Section, string Label, string Text);

/// <summary>What was spent of a lever in a period, and what came in it.</summary>
/// <param name="Amount">Spent, as the report says; null where it says nothing.</param>
/// <param name="Delivered">Delivered in the period, as the ledger says.</param>
public sealed record FundsUsedReply(Lever Lever, MoneyDto? Amount, MoneyDto Delivered, string? Comment);

/// <summary>What an indicator was when a period ended, as its report says, and what it was before.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Name">In the caller's language; the code where the lead portfolio has it no more.</param>
/// <param name="Value">Null where the report says nothing.</param>
/// <param name="Source">Where the value comes from; null for the report itself.</param>
/// <param name="Before">The latest reading before the period, in the same unit; null without one.</param>
/// <param name="BeforeOn">Its day.</param>
public sealed record ReportedReadingReply(
    string Indicator,
    string Name,
    string Unit,
    decimal? Value,
    string? Source,
    decimal? Before,
    DateOnly? BeforeOn
);

/// <summary>A document that belongs to a report.</summary>
public sealed record ReportDocumentReply(Guid DocumentId, string Title);

/// <summary>A report as it was submitted, and what became of it.</summary>
/// <param name="Number">From 1 within the period.</param>
/// <param name="Corrects">The number of the accepted report that it corrects; null for what is no correction.</param>
/// <param name="DecidedOn">The day of the answer; null while it waits.</param>
/// <param name="Reason">Of the answer.</param>
public sealed record SubmissionReply(
    int Number,
    ReportStatus Status,
    DateOnly SubmittedOn,
    NamedRef SubmittedBy,
    int? Corrects,
    DateOnly? DecidedOn,
    NamedRef? DecidedBy,
    string? Reason,
    IReadOnlyList<ReportSectionReply> Sections,
    IReadOnlyList<FundsUsedReply> UseOfFunds,
    IReadOnlyList<ReportedReadingReply> IndicatorReadings,
    IReadOnlyList<ReportDocumentReply> Documents,
    IReadOnlyList<LinkDto> Evidence
);
