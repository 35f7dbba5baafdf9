using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>What a project aims at, by indicator; nothing before the first list.</summary>
public sealed record GetIndicatorTargets(Guid ProjectId) : IQuery<IndicatorTargetsReply>;

internal sealed class GetIndicatorTargetsHandler(Scope scope, DocumentStore documents, IndicatorTargetReader reader)
    : IRequestHandler<GetIndicatorTargets, IndicatorTargetsReply>
{
    public async Task<IndicatorTargetsReply> Handle(GetIndicatorTargets request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var key = DocumentKey.OfProject(DocumentKind.IndicatorTargets, request.ProjectId);
        var targets = await documents.FindAsync<IndicatorTargets>(key, cancellationToken);
        return await reader.ShowAsync(rights, targets, cancellationToken);
    }
}
