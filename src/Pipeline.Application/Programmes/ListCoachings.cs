using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>The coachings of a participation, in the order in which they were recorded.</summary>
public sealed record ListCoachings(Guid ParticipationId) : ISnapshotQuery<Listed<Coaching>>;

internal sealed class ListCoachingsHandler(ProgrammeAccess access) : IRequestHandler<ListCoachings, Listed<Coaching>>
{
    public async Task<Listed<Coaching>> Handle(ListCoachings request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(DocumentKind.Participation, request.ParticipationId, cancellationToken);
        return new(view.Participation(request.ParticipationId).Terms.Coachings);
    }
}
