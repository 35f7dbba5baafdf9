namespace Pipeline.Domain.Common;

/// <summary>
/// A fact that others wait for, raised by the aggregate or ledger in which it happened and written to the outbox with its cause (docs/adr/0017). What a
/// derived event adds are ids and states; amounts and texts stay in the record that the ids name.
/// </summary>
/// <param name="Type">What it is called outside, for example <c>transition.reported</c>.</param>
/// <param name="OccurredAt">When (UTC).</param>
public abstract record DomainEvent(string Type, DateTimeOffset OccurredAt)
{
    /// <summary>The project it happened in: events of one project are delivered in their order. Null where it is none's.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The portfolio it happened in; null where it is none's.</summary>
    public Guid? PortfolioId { get; init; }

    /// <summary>Whether it names a person, or holds a secret under seal: such an event is removed once it is delivered.</summary>
    public virtual bool IsPersonal => false;
}
