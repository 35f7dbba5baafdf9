using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Transitions;

/// <summary>A project's history: every report with its gate as judged, its decision and its effect.</summary>
public sealed record ListTransitions(Guid ProjectId) : IQuery<Listed<TransitionReply>>;

internal sealed class ListTransitionsHandler(IPipelineDb db, Scope scope, TransitionReader reader)
    : IRequestHandler<ListTransitions, Listed<TransitionReply>>
{
    public async Task<Listed<TransitionReply>> Handle(ListTransitions request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return new(
            await reader.ReadAsync(
                db.Transitions.Where(t => t.ProjectId == request.ProjectId)
                    .OrderBy(t => t.RecordedAt)
                    .ThenBy(t => t.Id),
                cancellationToken
            )
        );
    }
}
