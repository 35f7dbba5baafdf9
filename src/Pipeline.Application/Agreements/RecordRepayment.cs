using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Agreements;

/// <summary>Records that something came back on a loan or on equity; managers and finance of its portfolio. It changes no ledger and no ratio.</summary>
public sealed record RecordRepayment(Guid ProjectId, Guid CommitmentId, RepaymentBody Body)
    : ICommand<RepaymentReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.LedgersNotPermitted,
            CommitmentRefusals.NotRepayable,
            CommonRefusals.DateInFuture,
            CommitmentRefusals.RepaymentBeforeCommitment,
            .. MoneyRefusals.All,
        ];
}

/// <summary>What came back.</summary>
/// <param name="Amount">More than zero, in the portfolio's currency.</param>
/// <param name="RepaidOn">Not in the future, not before the commitment.</param>
public sealed record RepaymentBody(
    MoneyDto Amount,
    DateOnly RepaidOn,
    [property: StringLength(Limits.Short)] string? Reference = null
);

internal sealed class RecordRepaymentHandler(IPipelineDb db, LedgerAccess door, FactStore facts, Names names)
    : IRequestHandler<RecordRepayment, RepaymentReply>
{
    public async Task<RepaymentReply> Handle(RecordRepayment request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var (_, commitment, userId) = await door.OpenAsync(request.ProjectId, request.CommitmentId, cancellationToken);
        var currency = await db.CurrencyOfAsync(commitment.PortfolioId, cancellationToken);
        commitment.RequireRepayable(body.RepaidOn);
        var says = new RepaymentTerms(
            MoneyIn.Cents(body.Amount, currency, "amount"),
            Guard.Optional(body.Reference, "reference", Limits.Short)
        );
        var entry = await facts.RecordAsync(
            FactKind.Repayment,
            request.ProjectId,
            commitment.Id,
            body.RepaidOn,
            "repaidOn",
            says,
            commitment.PortfolioId,
            userId,
            cancellationToken
        );
        return RepaymentReply.Of(
            Fact<RepaymentTerms>.New(entry),
            currency,
            await names.OfPeopleAsync([userId], cancellationToken)
        );
    }
}
