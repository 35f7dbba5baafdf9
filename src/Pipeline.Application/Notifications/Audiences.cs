using System.Linq.Expressions;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Notifications;

/// <summary>
/// Who is told of an event: asked when it happens, again when an inbox is read, and again when a mail goes out, so that whoever has lost a role sees nothing of
/// it any more.
/// </summary>
internal static class Audiences
{
    private static readonly Expression<Func<DbContext, EventAudience, Guid?, Guid?, Guid, bool>> IsTold = (
        db,
        audience,
        projectId,
        portfolioId,
        userId
    ) =>
        audience == EventAudience.Managers
            && db.Set<PortfolioMember>()
                .Any(m =>
                    m.UserId == userId
                    && m.Role == PortfolioRole.Manager
                    && (
                        m.PortfolioId == portfolioId
                        || db.Set<Project>().Any(p => p.Id == projectId && p.LeadPortfolioId == m.PortfolioId)
                    )
                )
        || audience == EventAudience.Owners
            && db.Set<Project>().Any(p => p.Id == projectId && p.VoidedAt == null)
            && db.Set<ProjectOwner>().Any(o => o.ProjectId == projectId && o.UserId == userId)
            && !db.Set<PortfolioMember>().Any(m => m.PortfolioId == portfolioId && m.UserId == userId)
        || audience == EventAudience.Ledger
            && db.Set<Project>()
                .Any(p =>
                    p.Id == projectId
                    && p.VoidedAt == null
                    && (
                        db.Set<ProjectOwner>().Any(o => o.ProjectId == p.Id && o.UserId == userId)
                        || db.Set<PortfolioMember>()
                            .Any(m =>
                                m.UserId == userId
                                && (
                                    m.PortfolioId == portfolioId
                                    || (
                                        m.PortfolioId == p.LeadPortfolioId
                                        && PortfolioRights.KeepLedgers.Contains(m.Role)
                                    )
                                )
                            )
                    )
                )
        || audience == EventAudience.Members
            && projectId != null
            && db.Set<Project>()
                .Any(p =>
                    p.Id == projectId
                    && p.VoidedAt == null
                    && (
                        db.Set<ProjectOwner>().Any(o => o.ProjectId == p.Id && o.UserId == userId)
                        || db.Set<Holding>()
                            .Any(h =>
                                h.ProjectId == p.Id
                                && h.EndedAt == null
                                && db.Set<PortfolioMember>()
                                    .Any(m => m.PortfolioId == h.PortfolioId && m.UserId == userId)
                            )
                    )
                )
        || audience == EventAudience.Members
            && projectId == null
            && db.Set<PortfolioMember>().Any(m => m.PortfolioId == portfolioId && m.UserId == userId);

    // Compiled: it is asked for every event, and takes ten times as long to be looked up by its expression as to be answered.
    private static readonly Func<IPipelineDb, EventAudience, Guid?, Guid?, Guid, IAsyncEnumerable<Guid>> Untold =
        Compiled.Query(
            (
                (Expression<Func<DbContext, EventAudience, Guid?, Guid?, Guid, IQueryable<Guid>>>)(
                    (db, audience, projectId, portfolioId, eventId) =>
                        db.Set<PortfolioMember>()
                            .Where(m =>
                                m.PortfolioId == portfolioId
                                || db.Set<Holding>()
                                    .Any(h =>
                                        h.ProjectId == projectId && h.EndedAt == null && h.PortfolioId == m.PortfolioId
                                    )
                            )
                            .Select(m => m.UserId)
                            .Union(db.Set<ProjectOwner>().Where(o => o.ProjectId == projectId).Select(o => o.UserId))
                            .Where(userId => IsTold.Invoke(db, audience, projectId, portfolioId, userId))
                            // Who was told by an attempt that was cut off later.
                            .Where(userId =>
                                !db.Set<Notification>().Any(n => n.UserId == userId && n.EventId == eventId)
                            )
                )
            ).Expand()
        );

    /// <summary>The people who are to be told of an event now, and were not yet.</summary>
    public static ValueTask<List<Guid>> OfAsync(
        IPipelineDb db,
        EventAudience audience,
        PublishedEvent published,
        CancellationToken cancellationToken
    ) => Untold(db, audience, published.ProjectId, published.PortfolioId, published.Id).ToListAsync(cancellationToken);

    /// <summary>Of what people were told, what they may still see.</summary>
    public static IQueryable<Notification> StillTold(this IQueryable<Notification> notifications, IPipelineDb db)
    {
        var context = (DbContext)db;
        Expression<Func<Notification, bool>> told = n =>
            IsTold.Invoke(context, n.Audience, n.ProjectId, n.PortfolioId, n.UserId);
        return notifications.Where(told.Expand());
    }
}
