namespace Pipeline.Application.Common;

/// <summary>
/// Does what follows from an event once it is committed (docs/adr/0017). It runs in a scope of its own, whose caller is anonymous. An event is delivered
/// at least once: a consumer that must not act twice tells by the event's id. What it adds to the database is saved by whoever delivers, with the note that the event was
/// delivered, and with what follows from other events.
/// </summary>
public interface IEventConsumer
{
    /// <summary>Whether it has anything to do with events of this type.</summary>
    bool Handles(string type);

    /// <summary>Does it. What it throws has the event delivered again later, to every consumer.</summary>
    Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken);
}
