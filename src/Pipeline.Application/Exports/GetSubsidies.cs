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
        var agreed = view.Agreed(view.Commitments.Where(c => c.PortfolioId == request.PortfolioId));
        var delivered = await view
            .Deliveries.Where(d => agreed.Any(c => c.Id == d.CommitmentId))
            .GroupBy(d => d.CommitmentId)
            .Select(g => new { Id = g.Key, Cents = g.Sum(d => d.Cents) })
            .ToDictionaryAsync(d => d.Id, d => d.Cents, cancellationToken);
        var cancelled = (
            await view
                .Cancellations.Where(x => agreed.Any(c => c.Id == x.CommitmentId))
                .Select(x => x.CommitmentId)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var lines = await (
            from c in agreed
            join p in db.Projects on c.ProjectId equals p.Id
            join funder in db.Organisations on c.FunderOrganisationId equals funder.Id
            join owner in db.Organisations on p.OwnerOrganisationId equals owner.Id
            orderby c.AgreedOn, c.RecordedAt, c.Id
            select new
            {
                c.Id,
                c.Reference,
                c.AgreedOn,
                c.StartsOn,
                c.EndsOn,
                c.Nature,
                c.Cents,
                c.ProjectId,
                Project = p.Name,
                Funder = new Body(funder.Id, funder.Name, funder.IdentifierScheme, funder.IdentifierId),
                Owner = new Body(owner.Id, owner.Name, owner.IdentifierScheme, owner.IdentifierId),
            }
        ).ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(lines.Select(l => l.ProjectId).Distinct(), cancellationToken);
        var names = await view.FormerAsync(FormerVersion.Organisation, cancellationToken);
        var owners = new Dictionary<Guid, Body>();
        foreach (var line in lines)
            if (!owners.ContainsKey(line.ProjectId))
                owners[line.ProjectId] = await OwnerAsync(then, line.ProjectId, line.Owner, cancellationToken);
        // What was cancelled before anything came is no subsidy.
        var counted = lines
            .Select(l => (Line: l, Cents: cancelled.Contains(l.Id) ? delivered.GetValueOrDefault(l.Id) : l.Cents))
            .Where(l => l.Cents > 0)
            .ToList();
        var once = counted
            .Where(l => l.Line.Reference is not null)
            .GroupBy(l => l.Line.Reference!)
            .Where(g => g.Count() == 1)
            .Select(g => g.Key)
            .ToHashSet();
        return new(
            portfolio.Code,
            view.AsOf,
            [
                .. counted.Select(l =>
                {
                    var (starts, ends) = Subsidy.PeriodOf(l.Line.AgreedOn, l.Line.StartsOn, l.Line.EndsOn);
                    var reference = l.Line.Reference is { } own && once.Contains(own) ? own : l.Line.Id.ToString();
                    var (funder, owner) = (l.Line.Funder.In(names), owners[l.Line.ProjectId].In(names));
                    return new SubsidyRow(
                        funder.Name,
                        funder.Siret,
                        l.Line.AgreedOn,
                        reference,
                        owner.Name,
                        owner.Siret,
                        Subsidy.PurposeOf(then.Of(l.Line.ProjectId, "name", l.Line.Project)),
                        l.Cents,
                        Subsidy.IsInKind(l.Line.Nature),
                        starts,
                        ends
                    );
                }),
            ]
        );
    }

    // Whoever carries the project now, but for the few that have changed hands since.
    private async Task<Body> OwnerAsync(
        FormerFields then,
        Guid projectId,
        Body now,
        CancellationToken cancellationToken
    )
    {
        var id = then.Of(projectId, "ownerOrganisationId", now.Id);
        return id == now.Id
            ? now
            : await db
                .Organisations.Where(o => o.Id == id)
                .Select(o => new Body(o.Id, o.Name, o.IdentifierScheme, o.IdentifierId))
                .FirstAsync(cancellationToken);
    }

    private sealed record Body(Guid Id, string Name, string? Scheme, string? Identifier)
    {
        public string? Siret => Scheme == "FR-SIRET" ? Identifier : null;

        public Body In(FormerFields names) =>
            this with
            {
                Name = names.Of(Id, "name", Name),
                Scheme = names.Of(Id, "identifierScheme", Scheme),
                Identifier = names.Of(Id, "identifierId", Identifier),
            };
    }
}
