namespace Pipeline.Application.Common;

/// <summary>
/// Is told of an event once its delivery is committed, in the process that made it: for what is counted and not written down. An <see cref="IEventConsumer"/> is told before, and again where
/// something failed beside it.
/// </summary>
public interface IDeliveryObserver
{
    /// <summary>It was delivered, and is not any more.</summary>
    void Delivered(PublishedEvent published);
}
