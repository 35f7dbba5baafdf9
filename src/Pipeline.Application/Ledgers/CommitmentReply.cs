using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>A line of the committed ledger.</summary>
/// <param name="Amount">As agreed.</param>
/// <param name="Committed">What counts now: the amount, or what was delivered once it is cancelled.</param>
/// <param name="Delivered">Deliveries less reversals.</param>
/// <param name="Open">What can still be delivered.</param>
/// <param name="Agreement">Called after the portfolio that the project has it with.</param>
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
    ProviderDto? Provider,
    Instrument Instrument,
    IReadOnlyList<string> ResultIndicators,
    Guid? AgreementId,
    NamedRef? Agreement,
    Guid? AllianceId,
    NamedRef? Alliance,
    Guid? ProgrammeId,
    NamedRef? Programme,
    CancellationReply? Cancellation,
    DateTimeOffset RecordedAt,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>The end of a commitment.</summary>
public sealed class CancellationReply
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>From when on.</summary>
    public DateOnly CancelledOn { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A line of the delivered ledger.</summary>
/// <param name="Amount">Negative for a reversal.</param>
/// <param name="Hours">Of pro-bono work; negative for a reversal.</param>
/// <param name="ReversesId">The delivery that this entry takes back.</param>
/// <param name="ReversedById">The reversal that took this delivery back.</param>
/// <param name="Reason">Why it was taken back.</param>
/// <param name="Version">The project's version: deliveries change with their project.</param>
public sealed record DeliveryReply(
    Guid Id,
    Guid CommitmentId,
    MoneyDto Amount,
    DateOnly DeliveredOn,
    decimal? Hours,
    string? Reference,
    ProviderDto? Provider,
    Guid? ReversesId,
    Guid? ReversedById,
    string? Reason,
    DateTimeOffset RecordedAt,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;

    /// <summary>A commitment's deliveries and reversals, oldest first.</summary>
    /// <param name="version">The project's.</param>
    internal static IReadOnlyList<DeliveryReply> Of(Commitment commitment, string currency, long version) =>
        [
            .. commitment
                .Deliveries.OrderBy(d => d.RecordedAt)
                .ThenBy(d => d.Id)
                .Select(d => new DeliveryReply(
                    d.Id,
                    d.CommitmentId,
                    MoneyDto.OfCents(d.Cents, currency),
                    d.DeliveredOn,
                    d.Hours,
                    d.Reference,
                    ProviderDto.From(d.Provider),
                    d.ReversesId,
                    commitment.Deliveries.FirstOrDefault(r => r.ReversesId == d.Id)?.Id,
                    d.Reason,
                    d.RecordedAt,
                    version
                )),
        ];
}

/// <summary>The flat maps of ledgers; what holds money is projected by hand (docs/adr/0003).</summary>
public sealed class SupportMaps : Profile
{
    /// <summary>Cancellations.</summary>
    public SupportMaps() => CreateMap<CommitmentCancellation, CancellationReply>();
}

/// <summary>Shows ledger lines, names beside ids.</summary>
public sealed class LedgerReader(IPipelineDb db, DocumentStore documents, IMapper mapper)
{
    /// <summary>The commitments of a project, oldest agreement first.</summary>
    public async Task<IReadOnlyList<CommitmentReply>> CommitmentsAsync(
        IQueryable<Commitment> commitments,
        CancellationToken cancellationToken
    )
    {
        var loaded = await commitments
            .AsNoTracking()
            .Include(c => c.Deliveries)
            .Include(c => c.Cancellation)
            .OrderBy(c => c.AgreedOn)
            .ThenBy(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        var funderIds = loaded.Select(c => c.FunderOrganisationId).Distinct().ToList();
        var funders = await db
            .Organisations.Where(o => funderIds.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var portfolioIds = loaded.Select(c => c.PortfolioId).Distinct().ToList();
        var portfolios = await db
            .Portfolios.Where(p => portfolioIds.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Currency,
            })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var projectIds = loaded.Select(c => c.ProjectId).Distinct().ToList();
        var versions = await db
            .Projects.Where(p => projectIds.Contains(p.Id))
            .Select(p => new { p.Id, p.Version })
            .ToDictionaryAsync(p => p.Id, p => p.Version, cancellationToken);
        var allianceOf = await documents.OfAlliancesAsync(loaded.Select(c => c.AllianceId), cancellationToken);
        var programmeOf = await documents.OfProgrammesAsync(loaded.Select(c => c.ProgrammeId), cancellationToken);
        return
        [
            .. loaded.Select(c =>
            {
                var portfolio = portfolios[c.PortfolioId];
                MoneyDto Money(long cents) => MoneyDto.OfCents(cents, portfolio.Currency);
                return new CommitmentReply(
                    c.Id,
                    c.ProjectId,
                    c.PortfolioId,
                    new(portfolio.Id, portfolio.Name),
                    c.FunderOrganisationId,
                    new(c.FunderOrganisationId, funders[c.FunderOrganisationId]),
                    c.Lever,
                    c.Phase,
                    c.Nature,
                    Money(c.Cents),
                    Money(c.CommittedCents),
                    Money(c.DeliveredCents),
                    Money(c.CommittedCents - c.DeliveredCents),
                    c.AgreedOn,
                    c.StartsOn,
                    c.EndsOn,
                    c.Hours,
                    c.Reference,
                    ProviderDto.From(c.Provider),
                    c.Instrument,
                    c.ResultIndicators,
                    c.AgreementId,
                    c.AgreementId is { } agreement ? new(agreement, portfolio.Name) : null,
                    c.AllianceId,
                    allianceOf(c.AllianceId),
                    c.ProgrammeId,
                    programmeOf(c.ProgrammeId),
                    mapper.Map<CancellationReply?>(c.Cancellation),
                    c.RecordedAt,
                    versions[c.ProjectId]
                );
            }),
        ];
    }
}
