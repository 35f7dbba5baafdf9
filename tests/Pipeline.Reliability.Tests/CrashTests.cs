using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>The machine dies, and nothing that was acknowledged is lost. The long form is a benchmark (docs/performance.md).</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_again_and_again_under_four_writers_nothing_acknowledged_is_lost_and_nothing_is_half_written()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        await using var run = new CrashRun(seed);
        await run.RunAsync(kills: 5, output.WriteLine);
        output.WriteLine(run.Summary);
    }
}
