using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Records that something came against a commitment; managers and finance of its portfolio.</summary>
public sealed record RecordDelivery(Guid ProjectId, Guid CommitmentId, DeliveryBody Body)
    : ICommand<DeliveryReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.LedgersNotPermitted,
            CommitmentRefusals.DeliveryExceedsCommitment,
            CommitmentRefusals.CommitmentCancelled,
            CommonRefusals.DateInFuture,
            CommitmentRefusals.DeliveryBeforeCommitment,
            .. MoneyRefusals.All,
            .. CommitmentRefusals.Hours,
            CommitmentRefusals.ProviderNotForFunding,
            OrganisationRefusals.UnknownOrganisation,
        ];
}

/// <summary>What came.</summary>
/// <param name="Amount">At most what is open on the commitment, on that day and each later one.</param>
/// <param name="DeliveredOn">Not in the future, not before the commitment.</param>
/// <param name="Hours">Of pro-bono work, for nature <c>skills</c>.</param>
/// <param name="Provider">Who accompanied, where it is not who the commitment says; not for funding.</param>
public sealed record DeliveryBody(
    MoneyDto Amount,
    DateOnly DeliveredOn,
    decimal? Hours = null,
    [property: StringLength(Limits.Short)] string? Reference = null,
    ProviderDto? Provider = null
);

internal sealed class RecordDeliveryHandler(IPipelineDb db, LedgerAccess door, TimeProvider time)
    : IRequestHandler<RecordDelivery, DeliveryReply>
{
    public async Task<DeliveryReply> Handle(RecordDelivery request, CancellationToken cancellationToken)
    {
        var (project, commitment, userId) = await door.OpenAsync(
            request.ProjectId,
            request.CommitmentId,
            cancellationToken
        );
        var currency = await db.CurrencyOfAsync(commitment.PortfolioId, cancellationToken);
        var body = request.Body;
        await ProviderDto.RequireKnownAsync(db, body.Provider, cancellationToken);
        var delivery = commitment.Deliver(
            MoneyIn.Cents(body.Amount, currency, "amount"),
            currency,
            body.DeliveredOn,
            body.Hours,
            body.Reference,
            userId,
            time.GetUtcNow(),
            body.Provider?.ToProvider()
        );
        await db.SaveChangesAsync(cancellationToken);
        return DeliveryReply.Of(commitment, currency, project.Version).Single(d => d.Id == delivery.Id);
    }
}
