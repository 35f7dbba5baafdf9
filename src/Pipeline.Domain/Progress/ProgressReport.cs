using System.Buffers.Binary;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Progress;

/// <summary>
/// What was submitted and decided on a period of a project: each submission and each answer is a version of it. What is accepted stays so; a correction is
/// submitted after it, and stands beside it until it is accepted too.
/// </summary>
/// <param name="Period">The period's last day.</param>
/// <param name="DraftsUsed">The draft's versions up to this one are submitted.</param>
/// <param name="Last">What was submitted last; null where nothing was.</param>
/// <param name="Accepted">What is accepted and being corrected by <paramref name="Last"/>; null where that is no correction.</param>
/// <param name="Excused">A manager's excuse; null without one.</param>
public sealed record ProgressReport(
    DateOnly Period,
    int DraftsUsed = 0,
    Submission? Last = null,
    Submission? Accepted = null,
    Excuse? Excused = null
)
{
    /// <summary>The id of a document of a period: the same whoever makes it first, so that of two who do one comes second.</summary>
    public static Guid IdOf(DocumentKind kind, Guid projectId, DateOnly period)
    {
        Span<byte> bytes = stackalloc byte[16];
        projectId.TryWriteBytes(bytes);
        var last = bytes[12..];
        BinaryPrimitives.WriteInt32BigEndian(last, BinaryPrimitives.ReadInt32BigEndian(last) ^ period.DayNumber);
        // What is hidden of one document in the audit is not hidden of the other.
        bytes[11] ^= (byte)kind;
        return new(bytes);
    }

    /// <summary>The accepted report that stands; null without one.</summary>
    public Submission? Standing() => Last?.Status == ReportStatus.Accepted ? Last : Accepted;

    /// <summary>How the period stands on a day.</summary>
    /// <param name="report">Null where nothing was submitted or decided by then.</param>
    /// <param name="onHold">Excused since the project rests.</param>
    public static PeriodState StateOf(ProgressReport? report, ReportPeriod period, bool onHold, DateOnly asOf) =>
        report switch
        {
            { Last.Status: ReportStatus.Submitted } => PeriodState.Submitted,
            not null when report.Standing() is not null => PeriodState.Accepted,
            { Excused: not null } => PeriodState.Excused,
            _ when onHold => PeriodState.Excused,
            _ when asOf <= period.EndsOn => PeriodState.Upcoming,
            _ => asOf <= period.DueOn ? PeriodState.Due : PeriodState.Late,
        };

    /// <summary>Submits a draft.</summary>
    /// <param name="draftVersion">The draft's version.</param>
    /// <param name="wanted">The schedule's sections: each has to have a text.</param>
    /// <exception cref="RefusedException"><c>report_waits</c>, <c>period_runs</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>.</exception>
    public ProgressReport Submit(
        ReportContent content,
        int draftVersion,
        IReadOnlyList<string> wanted,
        Guid by,
        DateTimeOffset now
    )
    {
        RequireOpen();
        if (now.Today() < Period)
            throw ProgressRefusals.PeriodRuns.With(Period).Exception();
        var missing = wanted.Except(content.Sections.Select(s => s.Section)).ToList();
        if (missing.Count > 0)
            throw InvalidValueException.Of([
                .. missing.Select(s =>
                    ProgressRefusals.SectionMissing.With(ReportSections.LabelOf(s)).On($"sections.{s}")
                ),
            ]);
        var standing = Standing();
        return this with
        {
            DraftsUsed = draftVersion,
            Accepted = standing,
            Last = new((Last?.Number ?? 0) + 1, ReportStatus.Submitted, content, now.Today(), by, standing?.Number),
        };
    }

    /// <summary>Answers.</summary>
    /// <param name="reason">Needed unless it accepts.</param>
    /// <param name="readingIds">The readings that were recorded of what it accepts.</param>
    /// <exception cref="RefusedException"><c>nothing_submitted</c>, <c>report_waits</c>, <c>report_accepted</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public ProgressReport Decide(
        ReportDecision decision,
        string? reason,
        Guid by,
        DateTimeOffset now,
        IReadOnlyList<Guid>? readingIds = null
    )
    {
        var why =
            decision == ReportDecision.Accept
                ? Guard.Optional(reason, "reason", Limits.Paragraph)
                : Guard.Required(reason, "reason", Limits.Paragraph);
        if (decision == ReportDecision.Excuse)
        {
            RequireOpen();
            if (Standing() is not null)
                throw ProgressRefusals.Accepted.Exception();
            return this with { Excused = new(why!, now.Today(), by) };
        }
        if (Last is not { Status: ReportStatus.Submitted } waiting)
            throw ProgressRefusals.NothingSubmitted.Exception();
        var accepts = decision == ReportDecision.Accept;
        return this with
        {
            Accepted = accepts ? null : Accepted,
            Last = waiting with
            {
                Status = accepts ? ReportStatus.Accepted : ReportStatus.Returned,
                DecidedOn = now.Today(),
                DecidedBy = by,
                Reason = why,
                ReadingIds = accepts ? readingIds : null,
            },
        };
    }

    /// <summary>For what cannot be while a report waits for its answer.</summary>
    /// <exception cref="RefusedException"><c>report_waits</c>.</exception>
    public void RequireOpen()
    {
        if (Last?.Status == ReportStatus.Submitted)
            throw ProgressRefusals.Waits.Exception();
    }
}
