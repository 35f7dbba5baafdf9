using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>The cohorts of a programme that the caller sees, the first one to start first, as of a day and as known at an instant.</summary>
public sealed record ListCohorts(Guid ProgrammeId, DateOnly? AsOf, DateTimeOffset? KnownAt)
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
            request.ProgrammeId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        var programme = view.Programme(request.ProgrammeId);
        return new(await reader.ShowAsync(view, [.. view.CohortsOf(programme.Id)], cancellationToken));
    }
}
