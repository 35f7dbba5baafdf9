using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>
/// Saves what is being written on a period; owners and managers, whom alone it is shown to. What is written after a report was accepted is a correction of it.
/// </summary>
/// <param name="Period">The period's last day.</param>
public sealed record SaveProgressReport(Guid ProjectId, DateOnly Period, long? Version, ReportContent Body)
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
            CommonRefusals.UnknownCode,
            CommonRefusals.Duplicate,
            DocumentRefusals.Unknown,
            CommonRefusals.InvalidLink,
            IndicatorRefusals.UnknownIndicator,
            IndicatorRefusals.TooManyDecimals,
            IndicatorRefusals.UnitDiffers,
            .. MoneyRefusals.All,
        ];
}

internal sealed class SaveProgressReportHandler(
    IPipelineDb db,
    Scope scope,
    ProgressWriter writer,
    ProgressReader reader
) : IRequestHandler<SaveProgressReport, ProgressReportReply>
{
    public async Task<ProgressReportReply> Handle(SaveProgressReport request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var (progress, period) = await writer.OpenAsync(rights, request.Period, request.Version, cancellationToken);
        period.Report?.Terms.RequireOpen();
        // Counted before the database is asked for them.
        var named = Guard.List(request.Body.DocumentIds, "documentIds");
        await LinkedDocuments.RequireKnownAsync(
            db,
            request.ProjectId,
            [.. named.Select(id => (Guid?)id)],
            cancellationToken,
            "documentIds[{0}]"
        );
        var evidence = Guard.List(request.Body.Evidence, "evidence");
        await LinkedDocuments.RequireKnownAsync(
            db,
            request.ProjectId,
            [.. evidence.Select(link => link.DocumentId)],
            cancellationToken
        );
        await writer.DraftAsync(rights, progress, period, request.Body, cancellationToken);
        return await reader.ShowAsync(rights, request.Period, cancellationToken);
    }
}
