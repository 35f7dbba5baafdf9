using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Gives a cohort other dates, or closes it; managers of its portfolio.</summary>
public sealed record UpdateCohort(Guid CohortId, long? Version, CohortBody Body) : ICommand<CohortReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ProgrammeRefusals.CohortFull,
            CommonRefusals.DateInFuture,
            DocumentRefusals.DatesReversed,
        ];
}

internal sealed class UpdateCohortHandler(
    ProgrammeAccess access,
    DocumentStore documents,
    CohortReader reader,
    CohortPlaces places,
    ICaller caller
) : IRequestHandler<UpdateCohort, CohortReply>
{
    public async Task<CohortReply> Handle(UpdateCohort request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var view = await access.ToWriteAsync(DocumentKind.Cohort, request.CohortId, cancellationToken);
        var cohort = view.Cohort(request.CohortId);
        await access.RequireManagerAsync(view, cancellationToken);
        var participations = view.AllParticipationsOf(cohort.Id).Select(p => p.Terms).ToList();
        var taken = await places.TakenAsync(participations, cancellationToken);
        var last = participations.Select(p => (DateOnly?)p.LastDay).Max();
        var written = await documents.WriteAsync<Cohort>(
            cohort.Key,
            request.Version,
            (before, now) => before!.Revised(body.StartsOn, body.Capacity, body.ClosedOn, taken, last, now),
            caller.UserId,
            cancellationToken
        );
        return await reader.ShowAsync(view, written, cancellationToken);
    }
}
