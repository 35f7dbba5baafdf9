using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Indicators;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Progress;

/// <summary>Writes what is drafted, submitted and decided on a period.</summary>
public sealed class ProgressWriter(
    IPipelineDb db,
    DocumentStore documents,
    IndicatorReader indicators,
    ProgressReader reader
)
{
    /// <summary>What happened to a report, in its event.</summary>
    internal const string Submitted = "submitted",
        Decided = "decided";

    /// <summary>A period that is about to be judged and written: nobody else writes before the command has ended.</summary>
    /// <param name="expected">The version that the caller has seen; null for any.</param>
    /// <exception cref="StaleException">It has another one.</exception>
    internal async Task<(ProjectProgress Progress, ViewedPeriod Period)> OpenAsync(
        ProjectRights rights,
        DateOnly period,
        long? expected,
        CancellationToken cancellationToken
    )
    {
        await db.TakeTurnAsync(cancellationToken);
        var progress = await reader.ReadAsync(rights, null, null, cancellationToken);
        var found = progress.Find(period);
        if (expected is { } seen && seen != progress.VersionOf(found))
            throw CommonRefusals.Stale.Exception();
        return (progress, found);
    }

    /// <summary>Writes the next version of what is being written.</summary>
    internal async Task<Document<ReportDraft>> DraftAsync(
        ProjectRights rights,
        ProjectProgress progress,
        ViewedPeriod period,
        ReportContent content,
        CancellationToken cancellationToken
    )
    {
        var before = progress.Drafts.GetValueOrDefault(period.Period.EndsOn);
        var asked = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        return await documents.WriteAsync<ReportDraft>(
            KeyOf(DocumentKind.ProgressDraft, period),
            before?.Version ?? 0,
            (_, _) => new(period.Period.EndsOn, content.Checked(period.Schedule.Wanted(), progress.Currency, asked)),
            rights.UserId,
            cancellationToken
        );
    }

    /// <summary>Writes the next version of what was submitted and decided.</summary>
    /// <param name="happened">What its event says.</param>
    internal Task<Document<ProgressReport>> ReportAsync(
        ProjectRights rights,
        ViewedPeriod period,
        Func<ProgressReport, DateTimeOffset, ProgressReport> next,
        string happened,
        CancellationToken cancellationToken
    ) =>
        documents.WriteAsync<ProgressReport>(
            KeyOf(DocumentKind.ProgressReport, period),
            period.Report?.Version ?? 0,
            (before, now) => next(before ?? new(period.Period.EndsOn), now),
            rights.UserId,
            cancellationToken,
            happened
        );

    /// <summary>The document of a kind that a period has.</summary>
    internal static DocumentKey KeyOf(DocumentKind kind, ViewedPeriod period) =>
        new(kind, period.Project.Id, null, ProgressReport.IdOf(kind, period.Project.Id, period.Period.EndsOn));
}
