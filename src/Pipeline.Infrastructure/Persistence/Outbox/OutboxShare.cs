namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>
/// Which due events a worker takes at once. What a lease has ended over may be what killed its worker: it is taken when nothing else is due, and alone, so that
/// it takes nothing with it (docs/adr/0058).
/// </summary>
/// <param name="Held">The state of the lease of <c>"Outbox" o</c>; <c>{2}</c> is now.</param>
/// <param name="Most">How many at once.</param>
internal sealed record OutboxShare(string Held, int Most)
{
    /// <summary>What nobody holds.</summary>
    public static readonly OutboxShare Free = new("""o."LeasedUntil" IS NULL""", OutboxStore.Batch);

    /// <summary>What a lease has ended over.</summary>
    public static readonly OutboxShare Lost = new("""o."LeasedUntil" <= {2}""", 1);
}
