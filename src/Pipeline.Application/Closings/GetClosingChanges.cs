using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>
/// What has been recorded since a closing that concerns its period, and what it changes; everybody who sees the portfolio. Held against another closing: what
/// leads from the one's figures to the other's.
/// </summary>
/// <param name="Against">Another closing of the portfolio; null for the same period as it is known now.</param>
public sealed record GetClosingChanges(Guid PortfolioId, Guid ClosingId, Guid? Against)
    : ISnapshotQuery<ClosingChangesReply>;

internal sealed class GetClosingChangesHandler(
    IPipelineDb db,
    ClosingAccess closings,
    ClosingChangeReader changes,
    TimeProvider time
) : IRequestHandler<GetClosingChanges, ClosingChangesReply>
{
    public async Task<ClosingChangesReply> Handle(GetClosingChanges request, CancellationToken cancellationToken)
    {
        var closing = await closings.FindAsync(request.PortfolioId, request.ClosingId, cancellationToken);
        var other = request.Against is { } against
            ? await closings.FindAsync(request.PortfolioId, against, cancellationToken)
            : null;
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var from = await ViewAsync(closing.AsOf, closing.KnownAt, cancellationToken);
        var to = await ViewAsync(other?.AsOf ?? closing.AsOf, other?.KnownAt, cancellationToken);
        var before = await PortfolioLedger.ReadAsync(from, request.PortfolioId, cancellationToken);
        var after = await PortfolioLedger.ReadAsync(to, request.PortfolioId, cancellationToken);
        return new(
            new(closing.Id, from.AsOf, from.KnownAt),
            new(other?.Id, to.AsOf, to.KnownAt),
            currency,
            Figures(before, currency),
            Figures(after, currency),
            Difference(before, after, currency),
            await changes.ReadAsync(from, to, request.PortfolioId, currency, cancellationToken)
        );
    }

    private Task<AsOfView> ViewAsync(DateOnly asOf, DateTimeOffset? knownAt, CancellationToken cancellationToken) =>
        AsOfView.OpenAsync(db, asOf, knownAt, time.GetUtcNow(), cancellationToken);

    private static ClosingFigures Figures(PortfolioLedger books, string currency) =>
        Figures(ProjectFlow.Counts(books), books.Totals, currency);

    private static ClosingFigures Difference(PortfolioLedger before, PortfolioLedger after, string currency)
    {
        var totals = new LedgerTotals();
        foreach (var basis in Enum.GetValues<Basis>())
        foreach (var phase in PhaseOrder.All)
        foreach (var lever in Levers.All)
            totals.Add(
                basis,
                phase,
                lever,
                after.Totals.Cents(basis, phase, lever) - before.Totals.Cents(basis, phase, lever)
            );
        return Figures(ChangedFigures.Less(ProjectFlow.Counts(after), ProjectFlow.Counts(before)), totals, currency);
    }

    private static ClosingFigures Figures(ProjectCounts projects, LedgerTotals totals, string currency)
    {
        return new(
            projects,
            new(Total(Basis.Planned), Total(Basis.Committed), Total(Basis.Delivered)),
            new(
                totals.Lines(Basis.Planned, currency),
                totals.Lines(Basis.Committed, currency),
                totals.Lines(Basis.Delivered, currency)
            )
        );

        MoneyDto Total(Basis basis) => MoneyDto.OfCents(totals.Total(basis), currency);
    }
}
