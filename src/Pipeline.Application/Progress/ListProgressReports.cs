using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Progress;

/// <summary>The periods that a project owes reports on, with their reports, as of a day and as known at an instant.</summary>
public sealed record ListProgressReports(Guid ProjectId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<ProgressReportsReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListProgressReportsHandler(Scope scope, ProgressReader reader)
    : IRequestHandler<ListProgressReports, ProgressReportsReply>
{
    public async Task<ProgressReportsReply> Handle(ListProgressReports request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var progress = await reader.ReadAsync(rights, request.AsOf, request.KnownAt, cancellationToken);
        return new(
            progress.View.AsOf,
            progress.View.KnownAt,
            progress.Periods.Count == 0 ? null : progress.Periods[0].Schedule,
            await reader.ShowAsync(progress, progress.Periods, cancellationToken)
        );
    }
}
