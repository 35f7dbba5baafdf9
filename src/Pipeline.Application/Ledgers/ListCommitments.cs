using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>The committed ledger of a project, as far as the caller sees it.</summary>
public sealed record ListCommitments(Guid ProjectId) : ISnapshotQuery<CommitmentsReply>;

/// <summary>The committed ledger of a project.</summary>
/// <param name="Items">
/// The lines that the caller sees: those of the caller's own portfolios; all of them for the project's owners, managers and finance of its lead portfolio, and
/// administrators.
/// </param>
/// <param name="Others">What other portfolios keep, as sums without names; empty for whoever sees every line.</param>
public sealed record CommitmentsReply(IReadOnlyList<CommitmentReply> Items, IReadOnlyList<OthersLine> Others);

/// <summary>What other portfolios committed and delivered, for a phase and lever.</summary>
/// <param name="Committed">What counts now: amounts, and of cancelled commitments what was delivered.</param>
/// <param name="Delivered">Deliveries less reversals.</param>
public sealed record OthersLine(Phase Phase, Lever Lever, MoneyDto Committed, MoneyDto Delivered);

internal sealed class ListCommitmentsHandler(IPipelineDb db, Scope scope, LedgerReader ledgers)
    : IRequestHandler<ListCommitments, CommitmentsReply>
{
    public async Task<CommitmentsReply> Handle(ListCommitments request, CancellationToken cancellationToken)
    {
        var sight = await scope.InLedgerAsync(request.ProjectId, cancellationToken);
        var seen = scope.Commitments.Where(c => c.ProjectId == request.ProjectId);
        return new(
            await ledgers.CommitmentsAsync(seen, cancellationToken),
            sight is { EveryLine: false, OthersSums: true }
                ? await OthersAsync(request.ProjectId, seen, cancellationToken)
                : []
        );
    }

    private async Task<IReadOnlyList<OthersLine>> OthersAsync(
        Guid projectId,
        IQueryable<Commitment> seen,
        CancellationToken cancellationToken
    )
    {
        var lines = await db
            .Commitments.Where(c => c.ProjectId == projectId && !seen.Any(s => s.Id == c.Id))
            .Join(
                db.Portfolios,
                c => c.PortfolioId,
                p => p.Id,
                (c, p) =>
                    new
                    {
                        c.Phase,
                        c.Lever,
                        c.Cents,
                        p.Currency,
                        Cancelled = c.Cancellation != null,
                        Delivered = c.Deliveries.Sum(d => d.Cents),
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. lines
                .GroupBy(l => (l.Phase, l.Lever, l.Currency))
                .OrderBy(g => g.Key)
                .Select(g => new OthersLine(
                    g.Key.Phase,
                    g.Key.Lever,
                    MoneyDto.OfCents(g.Sum(l => l.Cancelled ? l.Delivered : l.Cents), g.Key.Currency),
                    MoneyDto.OfCents(g.Sum(l => l.Delivered), g.Key.Currency)
                )),
        ];
    }
}
