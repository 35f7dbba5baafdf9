using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Somebody's way with a cohort, as of a day and as known at an instant.</summary>
public sealed record GetParticipation(Guid ParticipationId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<ParticipationReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class GetParticipationHandler(ProgrammeAccess access, ParticipationReader reader)
    : IRequestHandler<GetParticipation, ParticipationReply>
{
    public async Task<ParticipationReply> Handle(GetParticipation request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(
            DocumentKind.Participation,
            request.ParticipationId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        return await reader.ShowAsync(view, view.Participation(request.ParticipationId), cancellationToken);
    }
}
