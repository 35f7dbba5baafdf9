using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Support;

/// <summary>A line of the committed ledger.</summary>
/// <param name="Amount">As agreed.</param>
/// <param name="Committed">What counts now: the amount, or what was delivered once it is cancelled.</param>
/// <param name="Delivered">Deliveries less reversals.</param>
/// <param name="Open">What can still be delivered.</param>
/// <param name="Version">The project's version: commitments change with their project.</param>
public sealed record CommitmentReply(
    Guid Id,
    Guid ProjectId,
    Guid PortfolioId,
    NamedRef Portfolio,
    Guid FunderOrganisationId,
    NamedRef Funder,
    Lever Lever,
    Phase Phase,
    Nature Nature,
    MoneyDto Amount,
    MoneyDto Committed,
    MoneyDto Delivered,
    MoneyDto Open,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal? Hours,
    string? Reference,
    CancellationReply? Cancellation,
    DateTimeOffset RecordedAt,
    long Version);

/// <summary>The end of a commitment.</summary>
public sealed record CancellationReply
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>From when on.</summary>
    public DateOnly CancelledOn { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A line of the delivered ledger.</summary>
public sealed record DeliveryReply
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>Against which commitment.</summary>
    public Guid CommitmentId { get; init; }

    /// <summary>Negative for a reversal.</summary>
    public MoneyDto Amount { get; init; } = null!;

    /// <summary>The day it counts from.</summary>
    public DateOnly DeliveredOn { get; init; }

    /// <summary>Hours of pro-bono work; negative for a reversal.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The payment's or voucher's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The delivery that this entry takes back.</summary>
    public Guid? ReversesId { get; init; }

    /// <summary>The reversal that took this delivery back.</summary>
    public Guid? ReversedById { get; init; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Flat maps of ledger lines.</summary>
public sealed class SupportMaps : Profile
{
    /// <summary>Deliveries and cancellations; money is set by whoever knows the currency.</summary>
    public SupportMaps()
    {
        CreateMap<CommitmentCancellation, CancellationReply>();
        CreateMap<Delivery, DeliveryReply>().ForMember(d => d.Amount, o => o.Ignore()).ForMember(d => d.ReversedById, o => o.Ignore());
    }
}

/// <summary>Shows ledger lines, names beside ids.</summary>
public sealed class LedgerReader(IPipelineDb db, IMapper mapper)
{
    /// <summary>The commitments of a project, oldest agreement first.</summary>
    public async Task<IReadOnlyList<CommitmentReply>> CommitmentsAsync(IQueryable<Commitment> commitments, CancellationToken cancellationToken)
    {
        var loaded = await commitments.AsNoTracking().Include(c => c.Deliveries).Include(c => c.Cancellation).OrderBy(c => c.AgreedOn).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var funderIds = loaded.Select(c => c.FunderOrganisationId).Distinct().ToList();
        var funders = await db.Organisations.Where(o => funderIds.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var portfolioIds = loaded.Select(c => c.PortfolioId).Distinct().ToList();
        var portfolios = await db.Portfolios.Where(p => portfolioIds.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Currency }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var projectIds = loaded.Select(c => c.ProjectId).Distinct().ToList();
        var versions = await db.Projects.Where(p => projectIds.Contains(p.Id)).Select(p => new { p.Id, p.Version }).ToDictionaryAsync(p => p.Id, p => p.Version, cancellationToken);
        return [.. loaded.Select(c =>
        {
            var portfolio = portfolios[c.PortfolioId];
            MoneyDto Money(long cents) => MoneyDto.OfCents(cents, portfolio.Currency);
            return new CommitmentReply(
                c.Id, c.ProjectId, c.PortfolioId, new(portfolio.Id, portfolio.Name), c.FunderOrganisationId, new(c.FunderOrganisationId, funders[c.FunderOrganisationId]),
                c.Lever, c.Phase, c.Nature, Money(c.Cents), Money(c.CommittedCents), Money(c.DeliveredCents), Money(c.CommittedCents - c.DeliveredCents),
                c.AgreedOn, c.StartsOn, c.EndsOn, c.Hours, c.Reference, mapper.Map<CancellationReply?>(c.Cancellation), c.RecordedAt, versions[c.ProjectId]);
        })];
    }

    /// <summary>A commitment's deliveries and reversals, oldest first.</summary>
    public IReadOnlyList<DeliveryReply> Deliveries(Commitment commitment, string currency) =>
        [.. commitment.Deliveries.OrderBy(d => d.RecordedAt).ThenBy(d => d.Id).Select(d => mapper.Map<DeliveryReply>(d) with
        {
            Amount = MoneyDto.OfCents(d.Cents, currency),
            ReversedById = commitment.Deliveries.FirstOrDefault(r => r.ReversesId == d.Id)?.Id,
        })];
}
