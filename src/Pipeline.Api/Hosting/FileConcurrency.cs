using System.Threading.RateLimiting;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Hosting;

/// <summary>
/// Bounds how many files are made or read at once: each takes memory by its rows, and more at once than the machine holds would end the process
/// with everybody's requests. A few more wait, first come first served; whoever comes then is told when to come back.
/// </summary>
internal sealed class FileConcurrency(RequestLimits limits) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(
        new() { PermitLimit = limits.FilesAtOnce, QueueLimit = limits.FilesWaiting }
    );

    /// <summary>Files that are made or read at this moment.</summary>
    public long Running => limits.FilesAtOnce - _limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Requests that wait for one of them to end.</summary>
    public long Waiting => _limiter.GetStatistics()!.CurrentQueuedCount;

    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(10);

    /// <summary>Waits for a place, to be disposed of at the end.</summary>
    /// <exception cref="HttpProblemException">503: as many wait already.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(1, cancellationToken);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        throw HttpRefusals.AtCapacity.Exception(ComeBack);
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Marks an endpoint that makes or reads a file.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class CarriesFileAttribute : Attribute
{
    /// <summary>The method that does; null where all do. A page is looked at far more often than a file is sent to it.</summary>
    public string? Only { get; init; }
}

/// <summary>
/// Lets an endpoint that carries a file wait for its place: behind authorization, so that strangers take none, and before an Idempotency-Key's
/// transaction, so that whoever waits keeps nobody from writing. A file that waits to be read has arrived, on disk.
/// </summary>
internal sealed class FileConcurrencyMiddleware(RequestDelegate next, FileConcurrency work)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<CarriesFileAttribute>() is not { } mark
            || (mark.Only is { } only && !HttpMethods.Equals(only, context.Request.Method))
        )
        {
            await next(context);
            return;
        }
        using var place = await work.EnterAsync(context.RequestAborted);
        await next(context);
    }
}

/// <summary>How endpoints that carry a file differ from others.</summary>
internal static class FileEndpoints
{
    /// <summary>Longer to answer, and bounded in how many run at once.</summary>
    public static RouteHandlerBuilder CarriesFile(this RouteHandlerBuilder endpoint)
    {
        endpoint.WithMetadata(new CarriesFileAttribute());
        return endpoint.TakesLong();
    }

    /// <summary>A file is sent here: <see cref="FileArrivalMiddleware"/>.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, FileUse use) =>
        endpoint.WithMetadata(new TakesFileAttribute(use)).TakesLong();

    private static RouteHandlerBuilder TakesLong(this RouteHandlerBuilder endpoint)
    {
        endpoint.WithRequestTimeout(RequestLimits.LongRequest);
        return endpoint;
    }
}
