using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>Spans of what goes out, in the trace of the request that was its cause, however much later and in whichever instance.</summary>
internal static class OutgoingTraces
{
    private static readonly ActivitySource Source = new("Pipeline.Outgoing");

    /// <summary>Begins a span; null where nobody listens.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="cause">The cause's <c>traceparent</c>; null begins a trace of its own.</param>
    public static Activity? Start(string name, string? cause) =>
        Source.StartActivity(name, ActivityKind.Consumer, cause);

    /// <summary>The cause of an event, as long as the outbox keeps it.</summary>
    public static Task<string?> CauseOfAsync(
        this PipelineDbContext db,
        Guid eventId,
        CancellationToken cancellationToken
    ) => db.Outbox.Where(m => m.Id == eventId).Select(m => m.TraceParent).FirstOrDefaultAsync(cancellationToken);
}
