using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>
/// Accepts a report for good and records what it says of indicators, returns it, or excuses a period; managers of the lead portfolio. A correction that is accepted
/// takes back the readings of what it corrects where it says something else.
/// </summary>
/// <param name="Period">The period's last day.</param>
public sealed record DecideProgressReport(Guid ProjectId, DateOnly Period, long? Version, ReportDecisionBody Body)
    : ICommand<ProgressReportReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ProgressRefusals.NoSchedule,
            ProgressRefusals.NotAPeriod,
            CommonRefusals.InvalidDate,
            ProgressRefusals.NothingSubmitted,
            ProgressRefusals.Waits,
            ProgressRefusals.Accepted,
            IndicatorRefusals.UnknownIndicator,
            IndicatorRefusals.UnitDiffers,
            CommonRefusals.BeforeStart,
        ];
}

/// <summary>The answer.</summary>
/// <param name="Reason">Needed unless it accepts.</param>
public sealed record ReportDecisionBody(
    ReportDecision Decision,
    [property: StringLength(Limits.Paragraph)] string? Reason = null
);

internal sealed class DecideProgressReportHandler(
    Scope scope,
    ProgressWriter writer,
    ReadingRecorder readings,
    ProgressReader reader
) : IRequestHandler<DecideProgressReport, ProgressReportReply>
{
    public async Task<ProgressReportReply> Handle(DecideProgressReport request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var (_, period) = await writer.OpenAsync(rights, request.Period, request.Version, cancellationToken);
        var (decision, reason) = (request.Body.Decision, request.Body.Reason);
        var recorded =
            decision == ReportDecision.Accept && period.State == PeriodState.Submitted
                ? await readings.RecordAsync(rights, period, cancellationToken)
                : null;
        await writer.ReportAsync(
            rights,
            period,
            (report, now) => report.Decide(decision, reason, rights.UserId, now, recorded),
            ProgressWriter.Decided,
            cancellationToken
        );
        return await reader.ShowAsync(rights, request.Period, cancellationToken);
    }
}
