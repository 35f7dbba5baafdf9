using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A period is closed on its page, and its workbook fetched.</summary>
[Collection(OneProgram.Name)]
public sealed class ClosingTests(WebApp app)
{
    [BrowserFact]
    public async Task A_period_is_closed_and_what_came_since_is_told()
    {
        var closings = $"portfolios/{app.Portfolio}/closings";
        var before = (await app.ReplyAsync(closings)).Number("totalItems");
        await using var tab = await app.OpenAsAsync("finance");
        await tab.GoAsync($"/{closings}");
        var form = tab.Page.Locator("#close");
        await tab.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "Close a period" }));
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=required]").CountAsync()).Should().BePositive();

        // The demonstration has closed its last quarter.
        var today = (await app.ReplyAsync($"portfolios/{app.Portfolio}/dashboard")).Text("asOf");
        await form.GetByLabel("Last day of the period").FillAsync(today);
        await form.GetByLabel("Note").FillAsync("The quarter so far");
        await tab.FollowAsync(form.GetByRole(AriaRole.Button, new() { Name = "Close a period" }));

        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("is closed");
        var closed = await app.ReplyAsync(closings);
        (closed.Number("totalItems"), closed.Text("items.0.note")).Should().Be((before + 1, "The quarter so far"));
        var hash = closed
            .Items("items.0.files")
            .Single(f => f["kind"]!.GetValue<string>() == "workbook" && f["language"]!.GetValue<string>() == "en")[
            "sha256"
        ]!.GetValue<string>();
        (await tab.Page.Locator("#files").TextContentAsync()).Should().Contain(hash);
        var link = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Workbook, English" });
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Convert
            .ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(await download.PathAsync()))
            )
            .Should()
            .Be(hash);
        (await tab.Page.Locator("#changes").TextContentAsync()).Should().Contain("Nothing that concerns this period");
        await tab.ShouldBeSoundAsync();

        await using var reader = await app.OpenAsAsync("investor");
        (await reader.GoAsync($"/{closings}")).Should().Be(200);
        (await reader.Page.Locator("#close").CountAsync()).Should().Be(0);
    }
}
