using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Ends a commitment; what was delivered stays. Managers and finance of its portfolio.</summary>
public sealed record CancelCommitment(Guid ProjectId, Guid CommitmentId, CancellationBody Body)
    : ICommand<CommitmentReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.LedgersNotPermitted,
            CommitmentRefusals.CommitmentCancelled,
            CommonRefusals.DateInFuture,
            CommitmentRefusals.CancelledBeforeAgreed,
            CommitmentRefusals.CancelledBeforeDelivery,
        ];
}

/// <summary>Why, and from when on.</summary>
/// <param name="CancelledOn">Not in the future, not before the agreement or anything that came.</param>
public sealed record CancellationBody([property: StringLength(Limits.Paragraph)] string Reason, DateOnly CancelledOn);

internal sealed class CancelCommitmentHandler(
    IPipelineDb db,
    LedgerAccess door,
    LedgerReader ledgers,
    TimeProvider time
) : IRequestHandler<CancelCommitment, CommitmentReply>
{
    public async Task<CommitmentReply> Handle(CancelCommitment request, CancellationToken cancellationToken)
    {
        var (_, commitment, userId) = await door.OpenAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        commitment.Cancel(request.Body.Reason, request.Body.CancelledOn, userId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return (await ledgers.CommitmentsAsync(db.Commitments.Where(c => c.Id == commitment.Id), cancellationToken))[0];
    }
}
