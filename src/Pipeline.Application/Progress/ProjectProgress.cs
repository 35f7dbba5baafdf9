using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>The periods of one project in a view, with what is being written.</summary>
internal sealed record ProjectProgress(
    AsOfView View,
    string Currency,
    RecordsInView Records,
    IReadOnlyList<ViewedPeriod> Periods,
    IReadOnlyDictionary<DateOnly, Document<ReportDraft>> Drafts
)
{
    /// <summary>What is being written on a period and was not submitted yet; null where nothing is.</summary>
    public Document<ReportDraft>? LiveDraft(ViewedPeriod period) =>
        Drafts.TryGetValue(period.Period.EndsOn, out var draft)
        && draft.Version > (period.Report?.Terms.DraftsUsed ?? 0)
            ? draft
            : null;

    /// <summary>Of report and draft together: each write raises it by one, whichever of both it writes.</summary>
    public long VersionOf(ViewedPeriod period) =>
        (period.Report?.Version ?? 0)
        // Whoever does not read drafts knows of those that were submitted.
        + Math.Max(Drafts.GetValueOrDefault(period.Period.EndsOn)?.Version ?? 0, period.Report?.Terms.DraftsUsed ?? 0);

    /// <summary>A period of the project.</summary>
    /// <exception cref="Domain.Common.RefusedException"><c>no_report_schedule</c>.</exception>
    /// <exception cref="Domain.Common.InvalidValueException"><c>not_a_period</c>.</exception>
    public ViewedPeriod Find(DateOnly period) =>
        Periods.FirstOrDefault(p => p.Period.EndsOn == period)
        ?? throw (
            Periods.Count == 0
                ? ProgressRefusals.NoSchedule.Exception()
                : ProgressRefusals
                    .NotAPeriod.With(period, PeriodNames.Of(Periods.Select(p => p.Period.EndsOn)))
                    .At("period")
        );
}
