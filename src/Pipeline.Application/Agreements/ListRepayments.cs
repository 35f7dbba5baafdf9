using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>What came back on a commitment, and what was taken back of it, oldest first.</summary>
public sealed record ListRepayments(Guid ProjectId, Guid CommitmentId) : IQuery<Listed<RepaymentReply>>;

internal sealed class ListRepaymentsHandler(IPipelineDb db, Scope scope, FactStore facts, Names names)
    : IRequestHandler<ListRepayments, Listed<RepaymentReply>>
{
    public async Task<Listed<RepaymentReply>> Handle(ListRepayments request, CancellationToken cancellationToken)
    {
        await scope.InLedgerAsync(request.ProjectId, cancellationToken);
        await scope.RequireLineAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        var portfolioId = await db
            .Commitments.Where(c => c.Id == request.CommitmentId)
            .Select(c => c.PortfolioId)
            .FirstAsync(cancellationToken);
        var currency = await db.CurrencyOfAsync(portfolioId, cancellationToken);
        var repayments = await facts.AboutAsync<RepaymentTerms>(
            FactKind.Repayment,
            request.CommitmentId,
            cancellationToken
        );
        var person = await names.OfPeopleAsync(repayments.Select(r => r.Entry.RecordedBy), cancellationToken);
        return new([.. repayments.Select(r => RepaymentReply.Of(r, currency, person))]);
    }
}
