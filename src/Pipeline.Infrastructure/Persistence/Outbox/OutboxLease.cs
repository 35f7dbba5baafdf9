namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>Events that one worker holds.</summary>
/// <param name="Id">Names the lease; what it held is another's once it has ended.</param>
/// <param name="Until">Its end (UTC).</param>
/// <param name="Messages">In the order in which they were written.</param>
/// <param name="Lost">Whether another lease has ended over them: its worker was killed, or was too slow.</param>
public sealed record OutboxLease(
    Guid Id,
    DateTimeOffset Until,
    IReadOnlyList<OutboxMessage> Messages,
    bool Lost = false
);
