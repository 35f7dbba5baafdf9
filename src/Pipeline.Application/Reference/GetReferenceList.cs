using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Reference;

/// <summary>A list of entries that an administrator may edit: the one that is in force.</summary>
public sealed record GetReferenceList(ReferenceListKind List) : IQuery<ReferenceListReply>;

internal sealed class GetReferenceListHandler(ReferenceData data, ICaller caller)
    : IRequestHandler<GetReferenceList, ReferenceListReply>
{
    public async Task<ReferenceListReply> Handle(GetReferenceList request, CancellationToken cancellationToken) =>
        ReferenceListReply.Of(await data.ListAsync(request.List, cancellationToken), caller.Language);
}
