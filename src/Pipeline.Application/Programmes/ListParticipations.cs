using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>
/// Those of a cohort, in the order in which they were recorded, as of a day and as known at an instant: all of them for whoever sees the portfolio, their own for
/// owners of a project that takes part.
/// </summary>
public sealed record ListParticipations(Guid CohortId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<Listed<ParticipationReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListParticipationsHandler(ProgrammeAccess access, ParticipationReader reader)
    : IRequestHandler<ListParticipations, Listed<ParticipationReply>>
{
    public async Task<Listed<ParticipationReply>> Handle(
        ListParticipations request,
        CancellationToken cancellationToken
    )
    {
        var view = await access.OfAsync(
            DocumentKind.Cohort,
            request.CohortId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        var cohort = view.Cohort(request.CohortId);
        return new(await reader.ShowAsync(view, cohort, [.. view.ParticipationsOf(cohort.Id)], cancellationToken));
    }
}
