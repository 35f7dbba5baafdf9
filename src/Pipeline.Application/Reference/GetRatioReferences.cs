using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Reference;

/// <summary>The figures that ratios are shown beside, in both languages, as they are sent to replace them.</summary>
public sealed record GetRatioReferences : IQuery<RatioReferenceTextsReply>;

/// <summary>The whole list, as it is sent.</summary>
/// <param name="Version">0 as installed; raised by each change.</param>
public sealed record RatioReferenceTextsReply(IReadOnlyList<RatioReferenceBody> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class GetRatioReferencesHandler(ReferenceData data)
    : IRequestHandler<GetRatioReferences, RatioReferenceTextsReply>
{
    public async Task<RatioReferenceTextsReply> Handle(GetRatioReferences request, CancellationToken cancellationToken)
    {
        var (items, version) = await data.RatioReferencesAsync(cancellationToken);
        return new([.. items.Select(RatioReferenceBody.Of)], version);
    }
}
