using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>A cohort, as of a day and as known at an instant; whoever sees the portfolio, and owners of a project that takes part.</summary>
public sealed record GetCohort(Guid CohortId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<CohortReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class GetCohortHandler(ProgrammeAccess access, CohortReader reader)
    : IRequestHandler<GetCohort, CohortReply>
{
    public async Task<CohortReply> Handle(GetCohort request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(
            DocumentKind.Cohort,
            request.CohortId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        return await reader.ShowAsync(view, view.Cohort(request.CohortId), cancellationToken);
    }
}
