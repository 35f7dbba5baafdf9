namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>
/// One of the two ways out of the outbox, which do not wait for each other: what brings somebody a link waits for a mail server, and nothing else may wait for
/// that (docs/adr/0058).
/// </summary>
public sealed class OutboxLane
{
    /// <summary>Everything that happened: written down for whoever is told, in its order.</summary>
    public static readonly OutboxLane Events = new(personal: false, together: OutboxStore.Batch);

    /// <summary>Events that name a person, each of which is a message to that person.</summary>
    public static readonly OutboxLane Links = new(personal: true, sideBySide: 8);

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<OutboxLane> All = [Events, Links];

    private OutboxLane(bool personal, int sideBySide = 1, int together = 1) =>
        (IsPersonal, SideBySide, Together) = (personal, sideBySide, together);

    /// <summary>Whether the events that go by it are those that name a person.</summary>
    public bool IsPersonal { get; }

    /// <summary>How many are delivered at once by one worker.</summary>
    public int SideBySide { get; }

    /// <summary>How many are delivered by one transaction, one after the other: few enough that no other writer waits long for it.</summary>
    public int Together { get; }
}
