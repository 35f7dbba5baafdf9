namespace Pipeline.Domain.Common;

/// <summary>What raises events: they wait here until it is saved, and are written with it.</summary>
public abstract class EventSource
{
    private List<DomainEvent>? _events;

    /// <summary>Hands the events over to whoever saves them, in the order in which they were raised; there are none afterwards.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        IReadOnlyList<DomainEvent> events = _events ?? [];
        _events = null;
        return events;
    }

    /// <summary>Something happened that others wait for.</summary>
    protected void Raise(DomainEvent happened) => (_events ??= []).Add(happened);
}
