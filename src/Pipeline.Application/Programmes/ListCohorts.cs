using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>The cohorts of programmes that the caller sees, the first one to start first, as of a day and as known at an instant.</summary>
/// <param name="ProgrammeIds">Of one portfolio; at least one.</param>
public sealed record ListCohorts(IReadOnlyList<Guid> ProgrammeIds, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<Listed<CohortReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListCohortsHandler(ProgrammeAccess access, CohortReader reader)
    : IRequestHandler<ListCohorts, Listed<CohortReply>>
{
    public async Task<Listed<CohortReply>> Handle(ListCohorts request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(
            DocumentKind.Programme,
            request.ProgrammeIds[0],
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        var programmes = request.ProgrammeIds.Select(id => view.Programme(id).Id).ToHashSet();
        var cohorts = view.Cohorts.Where(c => programmes.Contains(c.Terms.ProgrammeId)).ToList();
        return new(await reader.ShowAsync(view, cohorts, cancellationToken));
    }
}
