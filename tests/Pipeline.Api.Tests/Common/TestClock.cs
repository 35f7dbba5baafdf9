namespace Pipeline.Api.Tests.Common;

/// <summary>The real time, shifted by as much as a test says: backdating is only seen when days go by.</summary>
public sealed class TestClock : TimeProvider
{
    private long _shiftTicks;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() =>
        Application.Common.MicrosecondClock.Cut(System.GetUtcNow().AddTicks(Interlocked.Read(ref _shiftTicks)));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _shiftTicks, by.Ticks);
}
