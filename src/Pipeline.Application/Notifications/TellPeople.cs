using Pipeline.Application.Common;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Writes an event into the inbox of everybody who is to be told of it (docs/adr/0036).</summary>
internal sealed class TellPeople(IPipelineDb db, MailQueuer mails, TimeProvider time) : IEventConsumer
{
    public bool Handles(string type) => EventTypes.Has(type);

    public async Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        var audience = EventAudiences.Of(published);
        var people = await Audiences.OfAsync(db, audience, published, cancellationToken);
        var now = time.GetUtcNow();
        var notifications = people.ConvertAll(userId => new Notification(
            userId,
            published.Id,
            published.Type,
            audience,
            published.ProjectId,
            published.PortfolioId,
            published.Payload,
            AuthorOf(published),
            published.OccurredAt,
            now
        ));
        db.Notifications.AddRange(notifications);
        await mails.QueueAsync(notifications, now, cancellationToken);
    }

    // That days go by is nobody's doing.
    private static Guid? AuthorOf(PublishedEvent published) =>
        DeadlineReminder.Is(published.Type) || published.CausedBy == Anonymous.Id ? null : published.CausedBy;
}
