using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Somebody's way with a cohort.</summary>
public sealed record GetParticipation(Guid ParticipationId) : ISnapshotQuery<ParticipationReply>;

internal sealed class GetParticipationHandler(ProgrammeAccess access, ParticipationReader reader)
    : IRequestHandler<GetParticipation, ParticipationReply>
{
    public async Task<ParticipationReply> Handle(GetParticipation request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(DocumentKind.Participation, request.ParticipationId, cancellationToken);
        return await reader.ShowAsync(view, view.Participation(request.ParticipationId), cancellationToken);
    }
}
