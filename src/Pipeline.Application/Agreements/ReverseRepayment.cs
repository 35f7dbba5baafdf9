using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>Takes a repayment back by an opposite entry that names it; managers and finance of its portfolio.</summary>
public sealed record ReverseRepayment(Guid ProjectId, Guid CommitmentId, Guid RepaymentId, ReversalBody Body)
    : ICommand<RepaymentReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted, .. FactRefusals.All];
}

internal sealed class ReverseRepaymentHandler(IPipelineDb db, LedgerAccess door, FactStore facts, Names names)
    : IRequestHandler<ReverseRepayment, RepaymentReply>
{
    public async Task<RepaymentReply> Handle(ReverseRepayment request, CancellationToken cancellationToken)
    {
        var (_, commitment, userId) = await door.OpenAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        var reversal = await facts.ReverseAsync(
            FactKind.Repayment,
            request.ProjectId,
            commitment.Id,
            request.RepaymentId,
            request.Body.Reason,
            request.Body.ReversedOn,
            commitment.PortfolioId,
            userId,
            cancellationToken
        );
        return RepaymentReply.Of(
            Fact<RepaymentTerms>.New(reversal),
            await db.CurrencyOfAsync(commitment.PortfolioId, cancellationToken),
            await names.OfPeopleAsync([userId], cancellationToken)
        );
    }
}
