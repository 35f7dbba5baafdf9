using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>64 clients at once. The long form is a benchmark (docs/performance.md).</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Sixty_four_clients_read_and_write_and_nothing_fails_and_nothing_is_lost()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        await using var run = new LoadRun(seed);
        await run.RunAsync(clients: 64, more: i => i < 12);
        output.WriteLine(run.Table());
    }
}
