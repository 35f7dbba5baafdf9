using Pipeline.Application.Common;

namespace Pipeline.Api.Hosting.Metrics;

/// <summary>Counts events as they are delivered, of every type.</summary>
internal sealed class EventCounting(PipelineMetrics metrics) : IEventConsumer
{
    public bool Handles(string type) => true;

    public Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        metrics.Happened(published.Type);
        return Task.CompletedTask;
    }
}
