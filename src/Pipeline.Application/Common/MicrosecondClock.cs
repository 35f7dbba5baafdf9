namespace Pipeline.Application.Common;

/// <summary>
/// A clock whose instants are whole microseconds, which is as fine as every database keeps them: what is answered, stored and hashed is the same
/// instant.
/// </summary>
/// <param name="inner">The clock that is read.</param>
public sealed class MicrosecondClock(TimeProvider inner) : TimeProvider
{
    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Cut(inner.GetUtcNow());

    /// <inheritdoc />
    public override long GetTimestamp() => inner.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>The last whole microsecond that is not after an instant.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
