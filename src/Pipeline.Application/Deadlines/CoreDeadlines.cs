using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Deadlines;

/// <summary>What is due of the core: reviews that wait, commitments that end with something undelivered, keys that expire.</summary>
public sealed class CoreDeadlines(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
{
    /// <summary>Of projects.</summary>
    /// <param name="ids">The projects, as a query to join from.</param>
    public async Task<IReadOnlyList<DueItem>> OfProjectsAsync(IQueryable<Guid> ids, CancellationToken cancellationToken)
    {
        var reports = await ids.Join(db.Transitions, id => id, t => t.ProjectId, (id, t) => t)
            .Where(t => t.Decision == null && t.Effect == null)
            .Join(
                db.Projects,
                t => t.ProjectId,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        t.ProjectId,
                        t.RecordedAt,
                        p.LeadPortfolioId,
                    }
            )
            .Join(
                db.Portfolios,
                t => t.LeadPortfolioId,
                f => f.Id,
                (t, f) =>
                    new
                    {
                        t.Id,
                        t.ProjectId,
                        t.RecordedAt,
                        f.Policy.ReviewDays,
                    }
            )
            .ToListAsync(cancellationToken);
        var commitments = await ids.Join(scope.Commitments, id => id, c => c.ProjectId, (id, c) => c)
            .Where(c => c.EndsOn != null && c.Cancellation == null)
            .Select(c => new
            {
                c.Id,
                c.ProjectId,
                c.PortfolioId,
                c.EndsOn,
                c.Cents,
                Delivered = db.Deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Cents),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. reports.Select(t => new DueItem(
                DeadlineKind.TransitionReview,
                t.ProjectId,
                t.RecordedAt.Today().AddDays(t.ReviewDays),
                new("A report waits for its decision", "Un passage attend sa décision"),
                "history"
            )
            {
                Of = $"{t.Id}",
            }),
            .. commitments
                .Where(c => c.Delivered < c.Cents)
                .Select(c => new DueItem(
                    DeadlineKind.CommitmentEnd,
                    c.ProjectId,
                    c.EndsOn!.Value,
                    new(
                        "A commitment ends with something undelivered",
                        "Un engagement prend fin sans être entièrement versé"
                    ),
                    "ledger"
                )
                {
                    PortfolioId = c.PortfolioId,
                    Of = $"{c.Id}",
                }),
        ];
    }

    /// <summary>Of portfolios that the caller manages: keys are nobody else's affair.</summary>
    /// <param name="portfolioId">Of this one; null for all.</param>
    public async Task<IReadOnlyList<DueItem>> OfPortfoliosAsync(Guid? portfolioId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var managed = scope.Portfolios.Where(p =>
            caller.IsAdministrator
            || db.Members.Any(m =>
                m.PortfolioId == p.Id && m.UserId == caller.UserId && m.Role == PortfolioRole.Manager
            )
        );
        var keys = await db
            .ApiKeys.Where(k =>
                k.RevokedAt == null
                && k.ExpiresAt > now
                && (portfolioId == null || k.PortfolioId == portfolioId)
                && managed.Any(p => p.Id == k.PortfolioId)
            )
            .Select(k => new
            {
                k.Id,
                k.PortfolioId,
                k.Name,
                k.ExpiresAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. keys.Select(k => new DueItem(
                DeadlineKind.KeyExpiry,
                null,
                k.ExpiresAt.Today(),
                new Text("The key {0} expires", "La clé {0} expire").With(k.Name),
                ""
            )
            {
                PortfolioId = k.PortfolioId,
                Of = $"{k.Id}",
            }),
        ];
    }
}
