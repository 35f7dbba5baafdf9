using System.Linq.Expressions;
using LinqKit;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Notifications;

/// <summary>
/// Who is told of an event: asked when it happens, again when an inbox is read, and again when a mail goes out, so that whoever has lost a role sees nothing of
/// it any more.
/// </summary>
internal static class Audiences
{
    /// <summary>The people who are told of an event now.</summary>
    public static IQueryable<Guid> Of(IPipelineDb db, EventAudience audience, Guid? projectId, Guid? portfolioId)
    {
        var isTold = IsTold(db);
        Expression<Func<Guid, bool>> told = userId => isTold.Invoke(audience, projectId, portfolioId, userId);
        return db
            .Members.Where(m =>
                m.PortfolioId == portfolioId
                || db.Holdings.Any(h => h.ProjectId == projectId && h.EndedAt == null && h.PortfolioId == m.PortfolioId)
            )
            .Select(m => m.UserId)
            .Union(db.Owners.Where(o => o.ProjectId == projectId).Select(o => o.UserId))
            .Where(told.Expand());
    }

    /// <summary>Of what people were told, what they may still see.</summary>
    public static IQueryable<Notification> StillTold(this IQueryable<Notification> notifications, IPipelineDb db)
    {
        var isTold = IsTold(db);
        Expression<Func<Notification, bool>> told = n =>
            isTold.Invoke(n.Audience, n.ProjectId, n.PortfolioId, n.UserId);
        return notifications.Where(told.Expand());
    }

    private static Expression<Func<EventAudience, Guid?, Guid?, Guid, bool>> IsTold(IPipelineDb db) =>
        (audience, projectId, portfolioId, userId) =>
            audience == EventAudience.Managers
                && db.Members.Any(m =>
                    m.UserId == userId
                    && m.Role == PortfolioRole.Manager
                    && (
                        m.PortfolioId == portfolioId
                        || db.Projects.Any(p => p.Id == projectId && p.LeadPortfolioId == m.PortfolioId)
                    )
                )
            || audience == EventAudience.Owners
                && db.Projects.Any(p => p.Id == projectId && p.VoidedAt == null)
                && db.Owners.Any(o => o.ProjectId == projectId && o.UserId == userId)
                && !db.Members.Any(m => m.PortfolioId == portfolioId && m.UserId == userId)
            || audience == EventAudience.Ledger
                && db.Projects.Any(p =>
                    p.Id == projectId
                    && p.VoidedAt == null
                    && (
                        db.Owners.Any(o => o.ProjectId == p.Id && o.UserId == userId)
                        || db.Members.Any(m =>
                            m.UserId == userId
                            && (
                                m.PortfolioId == portfolioId
                                || (m.PortfolioId == p.LeadPortfolioId && PortfolioRights.KeepLedgers.Contains(m.Role))
                            )
                        )
                    )
                )
            || audience == EventAudience.Members
                && projectId != null
                && db.Projects.Any(p =>
                    p.Id == projectId
                    && p.VoidedAt == null
                    && (
                        db.Owners.Any(o => o.ProjectId == p.Id && o.UserId == userId)
                        || db.Holdings.Any(h =>
                            h.ProjectId == p.Id
                            && h.EndedAt == null
                            && db.Members.Any(m => m.PortfolioId == h.PortfolioId && m.UserId == userId)
                        )
                    )
                )
            || audience == EventAudience.Members
                && projectId == null
                && db.Members.Any(m => m.PortfolioId == portfolioId && m.UserId == userId);
}
