using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>Submits what was written on a period that is over; owners and managers.</summary>
/// <param name="Period">The period's last day.</param>
public sealed record SubmitProgressReport(Guid ProjectId, DateOnly Period, long? Version)
    : ICommand<ProgressReportReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            ProgressRefusals.NoSchedule,
            ProgressRefusals.NotAPeriod,
            CommonRefusals.InvalidDate,
            ProgressRefusals.Waits,
            ProgressRefusals.NothingToSubmit,
            ProgressRefusals.PeriodRuns,
            ProgressRefusals.SectionMissing,
        ];
}

internal sealed class SubmitProgressReportHandler(Scope scope, ProgressWriter writer, ProgressReader reader)
    : IRequestHandler<SubmitProgressReport, ProgressReportReply>
{
    public async Task<ProgressReportReply> Handle(SubmitProgressReport request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var (progress, period) = await writer.OpenAsync(rights, request.Period, request.Version, cancellationToken);
        period.Report?.Terms.RequireOpen();
        var draft = progress.LiveDraft(period) ?? throw ProgressRefusals.NothingToSubmit.Exception();
        await writer.ReportAsync(
            rights,
            period,
            (report, now) =>
                report.Submit(draft.Terms.Content, draft.Version, period.Schedule.Wanted(), rights.UserId, now),
            ProgressWriter.Submitted,
            cancellationToken
        );
        return await reader.ShowAsync(rights, request.Period, cancellationToken);
    }
}
