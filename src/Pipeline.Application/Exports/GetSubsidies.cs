using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>A portfolio's commitments as subsidy agreements, as of a day and as known at an instant; everybody who sees the portfolio.</summary>
public sealed record GetSubsidies(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<SubsidyReport>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ExportRefusals.CurrencyNotEuro, CommonRefusals.DateInFuture];
}

/// <summary>The agreements of a portfolio.</summary>
public sealed record SubsidyReport(string PortfolioCode, DateOnly AsOf, IReadOnlyList<SubsidyRow> Rows);

/// <summary>An agreement with one beneficiary, in euros.</summary>
/// <param name="FunderSiret">Null where the directory has no SIRET.</param>
/// <param name="Reference">The commitment's own where it names one line only, else the commitment's id: an import finds it again by either.</param>
/// <param name="BeneficiarySiret">Null where the directory has no SIRET.</param>
/// <param name="Cents">What counts: the amount, or what was delivered once it is cancelled.</param>
public sealed record SubsidyRow(
    string Funder,
    string? FunderSiret,
    DateOnly AgreedOn,
    string Reference,
    string Beneficiary,
    string? BeneficiarySiret,
    string Purpose,
    long Cents,
    bool InKind,
    DateOnly Starts,
    DateOnly Ends
);

/// <summary>Writes agreements in the regulatory format.</summary>
public interface ISubsidyWriter
{
    /// <summary>Writes them as CSV (RFC 4180, UTF-8).</summary>
    void Write(IReadOnlyList<SubsidyRow> rows, Stream target);
}

internal sealed class GetSubsidiesHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<GetSubsidies, SubsidyReport>
{
    public async Task<SubsidyReport> Handle(GetSubsidies request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var portfolio = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == request.PortfolioId)
            .Select(p => new { p.Code, p.Currency })
            .FirstAsync(cancellationToken);
        if (portfolio.Currency != "EUR")
            throw ExportRefusals.CurrencyNotEuro.With(portfolio.Currency).Exception();
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var awards = await AwardReader.ReadAsync(db, request.PortfolioId, view, cancellationToken);
        return new(
            portfolio.Code,
            view.AsOf,
            [
                .. awards.Select(a =>
                {
                    var (starts, ends) = Subsidy.PeriodOf(a.AgreedOn, a.StartsOn, a.EndsOn);
                    return new SubsidyRow(
                        a.Funder.Name,
                        Siret(a.Funder),
                        a.AgreedOn,
                        a.Reference ?? a.CommitmentId.ToString(),
                        a.Owner.Name,
                        Siret(a.Owner),
                        Subsidy.PurposeOf(a.Project),
                        a.Cents,
                        Subsidy.IsInKind(a.Nature),
                        starts,
                        ends
                    );
                }),
            ]
        );
    }

    private static string? Siret(PublishedOrganisation organisation) =>
        organisation.Identifier?.Canonical() is { Scheme: "FR-SIRET", Id: var number } ? number : null;
}
