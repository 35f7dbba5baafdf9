using Pipeline.Application.Common;

namespace Pipeline.Api.Hosting.Metrics;

/// <summary>Counts events that were delivered, of every type, each once.</summary>
internal sealed class EventCounting(PipelineMetrics metrics) : IDeliveryObserver
{
    public void Delivered(PublishedEvent published) => metrics.Happened(published.Type);
}
