namespace Pipeline.Application.Operations;

/// <summary>How the database is, and the queue of events in it, which is none of the application's own.</summary>
public interface IDatabaseState
{
    /// <summary>Its kind, version and size.</summary>
    Task<DatabaseReply> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The outbox.</summary>
    Task<QueueReply> EventsAsync(CancellationToken cancellationToken);

    /// <summary>Has the events that were given up delivered again.</summary>
    /// <returns>How many there were.</returns>
    Task<int> SendEventsAgainAsync(CancellationToken cancellationToken);
}
