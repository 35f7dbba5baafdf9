using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>A programme.</summary>
public sealed record GetProgramme(Guid ProgrammeId) : ISnapshotQuery<ProgrammeReply>;

internal sealed class GetProgrammeHandler(ProgrammeAccess access, ProgrammeReader reader)
    : IRequestHandler<GetProgramme, ProgrammeReply>
{
    public async Task<ProgrammeReply> Handle(GetProgramme request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(DocumentKind.Programme, request.ProgrammeId, cancellationToken);
        return await reader.ShowAsync(view, view.Programme(request.ProgrammeId), cancellationToken);
    }
}
