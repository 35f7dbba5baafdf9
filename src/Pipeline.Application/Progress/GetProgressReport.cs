using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>A period of a project with its report.</summary>
/// <param name="Period">The period's last day.</param>
public sealed record GetProgressReport(Guid ProjectId, DateOnly Period) : ISnapshotQuery<ProgressReportReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [ProgressRefusals.NoSchedule, ProgressRefusals.NotAPeriod, CommonRefusals.InvalidDate];
}

internal sealed class GetProgressReportHandler(Scope scope, ProgressReader reader)
    : IRequestHandler<GetProgressReport, ProgressReportReply>
{
    public async Task<ProgressReportReply> Handle(GetProgressReport request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return await reader.ShowAsync(rights, request.Period, cancellationToken);
    }
}
