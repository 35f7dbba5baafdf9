using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Puts notifications into words, with the names of what they name.</summary>
public sealed class NotificationTexts(IPipelineDb db, IUserDirectory users)
{
    private static readonly Text Deadline = new("{0}: {1}, {2:yyyy-MM-dd}", "{0} : {1}, le {2:dd/MM/yyyy}");

    /// <summary>In their order, in one language.</summary>
    public async Task<IReadOnlyList<NotificationReply>> ReadAsync(
        IReadOnlyCollection<Notification> notifications,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var projectIds = notifications.Select(n => n.ProjectId).OfType<Guid>().Distinct().ToList();
        var projects = await db
            .Projects.Where(p => projectIds.Contains(p.Id))
            .Select(p => new NotificationPlace(p.Id, p.Code, p.Name))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var portfolioIds = notifications
            .Where(n => n.ProjectId is null)
            .Select(n => n.PortfolioId)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var portfolios = await db
            .Portfolios.Where(p => portfolioIds.Contains(p.Id))
            .Select(p => new NotificationPlace(p.Id, p.Code, p.Name))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var names = await users.NamesAsync(
            notifications.Select(n => n.CausedBy).OfType<Guid>().Distinct(),
            cancellationToken
        );
        return
        [
            .. notifications.Select(n => new NotificationReply(
                n.Id,
                n.Type,
                SaysOf(n).In(language),
                n.OccurredAt,
                n.CausedBy is { } by && names.TryGetValue(by, out var name) ? new(by, name) : null,
                n.ProjectId is { } project ? projects.GetValueOrDefault(project) : null,
                n is { ProjectId: null, PortfolioId: { } portfolio } ? portfolios.GetValueOrDefault(portfolio) : null,
                NotificationLinks.Of(n.Type, DeadlineOf(n)?.Kind, n.ProjectId, n.PortfolioId),
                n.ReadAt is not null
            )),
        ];
    }

    private static Text SaysOf(Notification n) =>
        DeadlineOf(n) is { } deadline
            ? Deadline.With(EventTypes.LabelOf(n.Type), Labels.Of(deadline.Kind), deadline.DueOn)
            : EventTypes.LabelOf(n.Type);

    private static DeadlineReminder? DeadlineOf(Notification n) =>
        DeadlineReminder.Is(n.Type) ? PublishedEvent.Read<DeadlineReminder>(n.Payload) : null;
}
