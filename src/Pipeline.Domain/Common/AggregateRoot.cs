namespace Pipeline.Domain.Common;

/// <summary>
/// What is loaded and saved as one. <see cref="Version"/> is the concurrency token on both databases:
/// the aggregate raises it on every change, and saving fails when somebody else has raised it in between.
/// </summary>
public abstract class AggregateRoot : EventSource
{
    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; protected init; }

    /// <summary>From 1, raised by every change; the ETag that clients see.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Marks a change. Several changes in one request raise it more than once, which is harmless.</summary>
    protected void Touch() => Version++;

    /// <summary>Refuses a caller whose copy is not the current one.</summary>
    /// <exception cref="StaleException">The versions differ.</exception>
    public void RequireVersion(long expected)
    {
        if (expected != Version)
            throw CommonRefusals.Stale.Exception();
    }
}
