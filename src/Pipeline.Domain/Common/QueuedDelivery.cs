namespace Pipeline.Domain.Common;

/// <summary>
/// A message on its way to one receiver, with its own attempts. A sender takes it by a lease; the lease is the token that tells whether what a sender
/// notes still counts, so that any number of instances can send from one table (docs/adr/0027).
/// </summary>
public abstract class QueuedDelivery
{
    /// <summary>Given by the database: the order in which messages were written.</summary>
    public long Sequence { get; private init; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; private set; } = DeliveryState.Pending;

    /// <summary>
    /// How often its sending was begun, since it was last asked for. An attempt that was cut off, since its sender died, is begun again and not counted twice:
    /// that says nothing of the receiver.
    /// </summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be sent before (UTC).</summary>
    public DateTimeOffset DueAt { get; protected set; }

    /// <summary>The lease by which a sender holds it; null while none does.</summary>
    public Guid? LeaseId { get; private set; }

    /// <summary>Until when it is held (UTC); a sender that is killed has lost it then.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When it arrived or was given up (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Begins an attempt.</summary>
    /// <returns>The lease.</returns>
    public Guid Take(DateTimeOffset now, TimeSpan lease)
    {
        if (!(LeasedUntil <= now))
            Attempts++;
        (LeaseId, LeasedUntil) = (Guid.CreateVersion7(now), now + lease);
        return LeaseId.Value;
    }

    /// <summary>Gives back what was taken and not begun.</summary>
    public void Release()
    {
        (LeaseId, LeasedUntil) = (null, null);
        Attempts--;
    }

    /// <summary>It arrived.</summary>
    public void Arrive(DateTimeOffset now) => End(DeliveryState.Delivered, now);

    /// <summary>It did not arrive.</summary>
    /// <param name="pause">How long to wait before the next attempt; null when there is none.</param>
    public void Fail(DateTimeOffset now, TimeSpan? pause)
    {
        if (pause is not { } rest)
        {
            End(DeliveryState.Failed, now);
            return;
        }
        (LeaseId, LeasedUntil) = (null, null);
        DueAt = now + rest;
    }

    /// <summary>Has it sent again, from a first attempt on. What a sender holds at this moment is being sent: it stays as it is, or it would go out twice.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        if (LeasedUntil > now)
            return;
        (State, Attempts, DueAt, EndedAt) = (DeliveryState.Pending, 0, now, null);
        (LeaseId, LeasedUntil) = (null, null);
    }

    private void End(DeliveryState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        (LeaseId, LeasedUntil) = (null, null);
    }
}
