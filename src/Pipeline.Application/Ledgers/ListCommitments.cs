using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>The committed ledger of a project.</summary>
public sealed record ListCommitments(Guid ProjectId) : IQuery<Listed<CommitmentReply>>;

internal sealed class ListCommitmentsHandler(IPipelineDb db, Scope scope, LedgerReader ledgers)
    : IRequestHandler<ListCommitments, Listed<CommitmentReply>>
{
    public async Task<Listed<CommitmentReply>> Handle(ListCommitments request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return new(
            await ledgers.CommitmentsAsync(
                db.Commitments.Where(c => c.ProjectId == request.ProjectId),
                cancellationToken
            )
        );
    }
}
