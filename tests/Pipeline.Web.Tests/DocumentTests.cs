using System.Text;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A project's documents on their page: in, out and gone.</summary>
[Collection(OneProgram.Name)]
public sealed class DocumentTests(WebApp app)
{
    /// <summary>It is evidence of an evaluation, beside an address, and of a reading: without a script, as other rows of forms grow.</summary>
    private async Task HangAsync(Guid project, Guid document)
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync($"/projects/{project}/evaluations");
        var form = tab.Page.Locator("#record form");
        await form.Locator("[name=form]").SelectOptionAsync("performance");
        await form.Locator("[name=maturity]").SelectOptionAsync("narrated");
        await form.Locator("[name=evaluator]").FillAsync("A neighbour");
        await form.Locator("[name=participants]").First.CheckAsync();
        await form.Locator("[name=findings]").FillAsync("It was said in March.");
        await form.Locator("[name=verdict]").First.CheckAsync();
        await At("indicators[0].name").FillAsync("Seats");
        await At("indicators[0].unit").FillAsync("seats");
        await At("indicators[0].baseline").FillAsync("2");
        await At("indicators[0].target").FillAsync("9");
        await At("indicators[0].sdg").FillAsync("11");
        await At("evidence[0].documentId").SelectOptionAsync($"{document}");
        (await tab.PressAsync(form.Locator("button[name=_more][value=evidence]"))).Should().Be(200);
        await At("evidence[1].title").FillAsync("The press");
        (await tab.PressAsync(form.Locator("button:not([name])").Last)).Should().Be(422, "an address is missing");
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("a").GetAttributeAsync("href"))
            .Should()
            .EndWith("#f-evidence[1].url");
        await At("evidence[1].url").FillAsync("https://press.test/march");
        (await tab.PressAsync(form.Locator("button:not([name])").Last)).Should().Be(302);

        var said = (await app.ReplyAsync($"projects/{project}/evaluations")).Items()[^1]!;
        said["evidence"]![0]!["documentId"]!.GetValue<Guid>().Should().Be(document);
        said["evidence"]![0]!["title"]!.GetValue<string>().Should().Be("Minutes of March", "it keeps its own");
        said["indicators"]![0]!["sdg"]!.GetValue<int>().Should().Be(11);
        var shown = tab.Page.Locator($"[data-id='{said["id"]}']");
        (await shown.Locator($"a[href='/projects/{project}/documents/{document}/content']").TextContentAsync())
            .Should()
            .Be("Minutes of March");
        (await shown.Locator("a[href='https://press.test/march']").CountAsync()).Should().Be(1);

        await tab.GoAsync($"/projects/{project}/indicators");
        await tab.Page.Locator("#record [name=indicator]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await tab.Page.Locator("#record [name=value]").FillAsync("3");
        await tab.Page.Locator("#record [name=source]").FillAsync("The neighbour");
        await tab.Page.Locator("#record [name=evaluationId]").SelectOptionAsync($"{said["id"]}");
        await At("evidence[0].documentId").SelectOptionAsync($"{document}");
        (await tab.PressAsync(tab.Page.Locator("#record form button:not([name])").Last)).Should().Be(302);
        (await tab.Page.Locator("#readings li").First.Locator($"a[href$='/{document}/content']").CountAsync())
            .Should()
            .Be(1);

        ILocator At(string field) => tab.Page.Locator($"[name='{field}']");
    }

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
        await HangAsync(id, document);
        await tab.GoAsync($"/projects/{id}/documents");
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
