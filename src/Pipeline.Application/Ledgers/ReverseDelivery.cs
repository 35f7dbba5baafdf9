using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Takes a delivery back by an opposite entry that names it; managers and finance of its portfolio.</summary>
public sealed record ReverseDelivery(Guid ProjectId, Guid CommitmentId, Guid DeliveryId, ReversalBody Body)
    : ICommand<DeliveryReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.LedgersNotPermitted,
            CommitmentRefusals.AlreadyReversed,
            CommitmentRefusals.ReversalOfReversal,
            CommonRefusals.DateInFuture,
            CommitmentRefusals.ReversalBeforeDelivery,
        ];
}

/// <summary>Why, and on which day it counts.</summary>
public sealed record ReversalBody([property: StringLength(Limits.Paragraph)] string Reason, DateOnly ReversedOn);

internal sealed class ReverseDeliveryHandler(IPipelineDb db, LedgerAccess door, TimeProvider time)
    : IRequestHandler<ReverseDelivery, DeliveryReply>
{
    public async Task<DeliveryReply> Handle(ReverseDelivery request, CancellationToken cancellationToken)
    {
        var (project, commitment, userId) = await door.OpenAsync(
            request.ProjectId,
            request.CommitmentId,
            cancellationToken
        );
        var reversal = commitment.Reverse(
            request.DeliveryId,
            request.Body.Reason,
            request.Body.ReversedOn,
            userId,
            time.GetUtcNow()
        );
        await db.SaveChangesAsync(cancellationToken);
        return DeliveryReply
            .Of(commitment, await db.CurrencyOfAsync(commitment.PortfolioId, cancellationToken), project.Version)
            .Single(d => d.Id == reversal.Id);
    }
}
