using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Agreements;

/// <summary>Who accompanies a portfolio's projects, where, and for how much, as of a day and as known at an instant.</summary>
public sealed record ListProviders(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<Listed<ProviderEntry>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>An organisation that accompanies, in one capacity.</summary>
/// <param name="Days">Hours agreed, by seven.</param>
/// <param name="Value">What was agreed; of a cancelled commitment what was delivered.</param>
/// <param name="DeliveredDays">Hours delivered, by seven.</param>
/// <param name="DeliveredValue">What was delivered.</param>
/// <param name="Projects">Where, by code.</param>
public sealed record ProviderEntry(
    Guid OrganisationId,
    NamedRef Organisation,
    ProviderKind Kind,
    decimal Days,
    MoneyDto Value,
    decimal DeliveredDays,
    MoneyDto DeliveredValue,
    IReadOnlyList<ProvidedProject> Projects
);

/// <summary>A project that somebody accompanies.</summary>
public sealed record ProvidedProject(
    Guid ProjectId,
    string Code,
    string Name,
    decimal Days,
    MoneyDto Value,
    decimal DeliveredDays,
    MoneyDto DeliveredValue
);

internal sealed class ListProvidersHandler(IPipelineDb db, Scope scope, Names names, TimeProvider time)
    : IRequestHandler<ListProviders, Listed<ProviderEntry>>
{
    private const decimal HoursOfADay = 7m;

    private sealed record Line(
        Guid ProjectId,
        Provider Provider,
        decimal Hours,
        long Cents,
        decimal DeliveredHours,
        long DeliveredCents
    );

    public async Task<Listed<ProviderEntry>> Handle(ListProviders request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var lines = await LinesAsync(view, request.PortfolioId, cancellationToken);
        var body = await names.BodiesAsync(lines.Select(l => l.Provider.OrganisationId), view, cancellationToken);
        Guid[] held = [.. lines.Select(l => l.ProjectId).Distinct().Order()];
        var then = await view.FormerProjectsAsync(held, cancellationToken);
        var projects = await db
            .Projects.Of(held, p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.Name,
            })
            .ToDictionaryAsync(p => p.Id, p => (p.Code, Name: then.Of(p.Id, "name", p.Name)), cancellationToken);
        return new([
            .. lines
                .GroupBy(l => (Organisation: body(l.Provider.OrganisationId), l.Provider.Kind))
                .Select(p => new ProviderEntry(
                    p.Key.Organisation.Id,
                    p.Key.Organisation,
                    p.Key.Kind,
                    Days(p.Sum(l => l.Hours)),
                    MoneyDto.OfCents(p.Sum(l => l.Cents), currency),
                    Days(p.Sum(l => l.DeliveredHours)),
                    MoneyDto.OfCents(p.Sum(l => l.DeliveredCents), currency),
                    [
                        .. p.GroupBy(l => l.ProjectId)
                            .Select(w => new ProvidedProject(
                                w.Key,
                                projects[w.Key].Code,
                                projects[w.Key].Name,
                                Days(w.Sum(l => l.Hours)),
                                MoneyDto.OfCents(w.Sum(l => l.Cents), currency),
                                Days(w.Sum(l => l.DeliveredHours)),
                                MoneyDto.OfCents(w.Sum(l => l.DeliveredCents), currency)
                            ))
                            .OrderBy(w => w.Code, StringComparer.Ordinal),
                    ]
                ))
                .OrderBy(p => Folded.Of(p.Organisation.Name), StringComparer.Ordinal)
                .ThenBy(p => p.OrganisationId)
                .ThenBy(p => p.Kind),
        ]);
    }

    // What a commitment's own provider was to give, and what whoever came in the end gave.
    private static async Task<List<Line>> LinesAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var own = view.CommitmentsOf(portfolioId);
        var deliveries = await view
            .Deliveries.Join(
                own,
                d => d.CommitmentId,
                c => c.Id,
                (d, c) =>
                    new
                    {
                        c.ProjectId,
                        d.CommitmentId,
                        d.ProviderOrganisationId,
                        d.ProviderKind,
                        d.Hours,
                        d.Cents,
                    }
            )
            .Where(d => d.ProviderOrganisationId != null)
            .ToListAsync(cancellationToken);
        var commitments = await view.Agreed(own)
            .Where(c => c.ProviderOrganisationId != null)
            .Select(c => new
            {
                c.ProjectId,
                c.ProviderOrganisationId,
                c.ProviderKind,
                c.Hours,
                c.Cents,
                Cancelled = view.Cancellations.Any(x => x.CommitmentId == c.Id),
                Delivered = view.Deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Cents),
                DeliveredHours = view.Deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Hours),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. commitments.Select(c => new Line(
                c.ProjectId,
                new(c.ProviderOrganisationId!.Value, c.ProviderKind!.Value),
                (c.Cancelled ? c.DeliveredHours : c.Hours) ?? 0,
                c.Cancelled ? c.Delivered : c.Cents,
                0,
                0
            )),
            .. deliveries.Select(d => new Line(
                d.ProjectId,
                new(d.ProviderOrganisationId!.Value, d.ProviderKind!.Value),
                0,
                0,
                d.Hours ?? 0,
                d.Cents
            )),
        ];
    }

    // Two decimals are a tenth of an hour.
    private static decimal Days(decimal hours) => decimal.Round(hours / HoursOfADay, 2, MidpointRounding.AwayFromZero);
}
