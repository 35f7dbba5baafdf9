using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>What came against a commitment, reversals included.</summary>
public sealed record ListDeliveries(Guid ProjectId, Guid CommitmentId) : ISnapshotQuery<Listed<DeliveryReply>>;

internal sealed class ListDeliveriesHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<ListDeliveries, Listed<DeliveryReply>>
{
    public async Task<Listed<DeliveryReply>> Handle(ListDeliveries request, CancellationToken cancellationToken)
    {
        await scope.InLedgerAsync(request.ProjectId, cancellationToken);
        await scope.RequireLineAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        var commitment = await db.LoadCommitmentAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        var version = await db
            .Projects.Where(p => p.Id == request.ProjectId)
            .Select(p => p.Version)
            .FirstAsync(cancellationToken);
        return new(
            DeliveryReply.Of(commitment, await db.CurrencyOfAsync(commitment.PortfolioId, cancellationToken), version)
        );
    }
}
