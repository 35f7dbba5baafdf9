using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Puts notifications into words, with the names of what they name.</summary>
public sealed class NotificationTexts(IPipelineDb db, IUserDirectory users)
{
    private static readonly Text Deadline = new("{0}: {1}, {2}", "{0} : {1}, le {2}"),
        DeadlineOfOne = new("{0}: {1} ({3}), {2}", "{0} : {1} ({3}), le {2}");

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
        var references = await ReferencesAsync(notifications, cancellationToken);
        return
        [
            .. notifications.Select(n => new NotificationReply(
                n.Id,
                n.Type,
                SaysOf(n, references).In(language),
                n.OccurredAt,
                n.CausedBy is { } by && names.TryGetValue(by, out var name) ? new(by, name) : null,
                n.ProjectId is { } project ? projects.GetValueOrDefault(project) : null,
                n is { ProjectId: null, PortfolioId: { } portfolio } ? portfolios.GetValueOrDefault(portfolio) : null,
                NotificationLinks.Of(n.Type, DeadlineOf(n)?.Kind, n.ProjectId, n.PortfolioId),
                n.ReadAt is not null
            )),
        ];
    }

    // What people call the commitments that end: several of one project may on one day.
    private async Task<IReadOnlyDictionary<Guid, string>> ReferencesAsync(
        IEnumerable<Notification> notifications,
        CancellationToken cancellationToken
    )
    {
        var ids = notifications.Select(n => CommitmentOf(DeadlineOf(n))).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await db
                .Commitments.Where(c => ids.Contains(c.Id) && c.Reference != null)
                .Select(c => new { c.Id, c.Reference })
                .ToDictionaryAsync(c => c.Id, c => c.Reference!, cancellationToken);
    }

    private static Text SaysOf(Notification n, IReadOnlyDictionary<Guid, string> references)
    {
        var label = EventTypes.LabelOf(n.Type);
        if (DeadlineOf(n) is not { } deadline)
            return label;
        return CommitmentOf(deadline) is { } commitment && references.TryGetValue(commitment, out var reference)
            ? DeadlineOfOne.With(label, Labels.Of(deadline.Kind), deadline.DueOn, reference)
            : Deadline.With(label, Labels.Of(deadline.Kind), deadline.DueOn);
    }

    private static Guid? CommitmentOf(DeadlineReminder? deadline) =>
        deadline is { Kind: DeadlineKind.CommitmentEnd } && Guid.TryParse(deadline.Of, out var id) ? id : null;

    private static DeadlineReminder? DeadlineOf(Notification n) =>
        DeadlineReminder.Is(n.Type) ? PublishedEvent.Read<DeadlineReminder>(n.Payload) : null;
}
