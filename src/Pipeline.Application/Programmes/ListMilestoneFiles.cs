using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>The milestone files of a participation, in the order in which they were handed in; of a kind, the last one counts.</summary>
public sealed record ListMilestoneFiles(Guid ParticipationId) : ISnapshotQuery<Listed<MilestoneFile>>;

internal sealed class ListMilestoneFilesHandler(ProgrammeAccess access)
    : IRequestHandler<ListMilestoneFiles, Listed<MilestoneFile>>
{
    public async Task<Listed<MilestoneFile>> Handle(ListMilestoneFiles request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(DocumentKind.Participation, request.ParticipationId, cancellationToken);
        return new(view.Participation(request.ParticipationId).Terms.Files);
    }
}
