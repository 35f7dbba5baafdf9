using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>What a browser fetches that has never been here.</summary>
[Collection(OneProgram.Name)]
public sealed class FirstLoadTests(WebApp app)
{
    // As the design allows it; a thousand bytes each.
    private const int Most = 80_000;

    [BrowserFact]
    public async Task It_is_small()
    {
        await ModuleStory.OfAsync(app, (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id"));
        await using (var nobody = await app.OpenAsync())
            (await LoadAsync(nobody, "/sign-in")).Should().BeLessThanOrEqualTo(Most);
        foreach (var path in new[] { "/", $"/portfolios/{app.Portfolio}", "/projects" })
        {
            await using var tab = await app.OpenAsAsync("investor");
            (await LoadAsync(tab, path)).Should().BeLessThanOrEqualTo(Most, "of {0}", path);
        }
    }

    /// <summary>Bytes on the wire, heads included.</summary>
    private static async Task<long> LoadAsync(Tab tab, string path)
    {
        var session = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await session.SendAsync("Network.enable");
        var bytes = 0L;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, finished!.Value.GetProperty("encodedDataLength").GetInt64());
        await tab.GoAsync(path);
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Interlocked.Read(ref bytes).Should().BePositive();
        return Interlocked.Read(ref bytes);
    }
}
