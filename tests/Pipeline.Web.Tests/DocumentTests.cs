using System.Text;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A project's documents on their page: in, out and gone.</summary>
[Collection(OneProgram.Name)]
public sealed class DocumentTests(WebApp app)
{
    [BrowserFact]
    public async Task A_document_is_added_fetched_and_removed()
    {
        var id = (await app.ReplyAsync("projects?q=DEMO-05")).Id("items.0.id");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/projects/{id}/documents");
        var form = tab.Page.Locator("#add");
        await AddAsync("photo.png", "#!/bin/sh");
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=wrong_extension]").CountAsync())
            .Should()
            .BePositive();
        (await form.GetByLabel("Title").InputValueAsync()).Should().Be("Minutes of March");

        await AddAsync("minutes.txt", "The minutes");
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("is kept");
        var link = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Minutes of March" });
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.Should().Be("minutes.txt");
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().Be("The minutes");

        var document = (await app.ReplyAsync($"projects/{id}/documents")).Id("items.0.id");
        var removal = tab.Page.Locator($"[data-id='{document}'] details");
        await removal.Locator("summary").ClickAsync();
        await removal.GetByLabel("Reason").FillAsync("Another project's");
        await tab.FollowAsync(removal.Locator("button"));
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("is removed");
        (await app.ReplyAsync($"projects/{id}/documents/{document}"))
            .Text("removal.reason")
            .Should()
            .Be("Another project's");

        async Task AddAsync(string name, string text)
        {
            await form.GetByLabel("File")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = name,
                        MimeType = "application/octet-stream",
                        Buffer = Encoding.UTF8.GetBytes(text),
                    }
                );
            await form.GetByLabel("Kind").SelectOptionAsync("report");
            await form.GetByLabel("Title").FillAsync("Minutes of March");
            await tab.PressAsync(form.GetByRole(AriaRole.Button, new() { Name = "Add a document" }));
        }
    }
}
