namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>What became of an event in the outbox.</summary>
public enum OutboxStatus
{
    /// <summary>To be delivered, now or after a pause.</summary>
    Pending = 1,

    /// <summary>Every handler has had it.</summary>
    Delivered,

    /// <summary>Given up after the last attempt; it can be sent again.</summary>
    Failed,
}
