namespace Pipeline.Api.Tests.Common;

/// <summary>Waits for what workers do beside the requests.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks again and again until an answer is the one that is waited for.</summary>
    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> met)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        var answer = await ask();
        while (!met(answer) && TimeProvider.System.GetUtcNow() < deadline)
        {
            await Task.Delay(50);
            answer = await ask();
        }
        met(answer).Should().BeTrue("it was waited for");
        return answer;
    }
}
