using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The list of projects is the API's: the same filters, order and files.</summary>
[Collection(OneProgram.Name)]
public sealed class ProjectListTests(WebApp app)
{
    [BrowserTheory]
    [InlineData("")]
    [InlineData("phase=modelling&sort=-phaseSince")]
    [InlineData("standing=active&q=e&sort=-code&pageSize=25")]
    [InlineData("sort=startedOn&pageSize=5&page=2")]
    public async Task Rows_and_their_number_are_the_api_s(string query)
    {
        var reply = await app.ReplyAsync($"projects?{query}");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/projects?{query}");

        (await tab.IdsAsync()).Should().Equal(reply.Items().Select(p => $"{p["id"]}"));
        (await tab.Page.Locator("[data-figure=totalItems]").GetAttributeAsync("value"))
            .Should()
            .Be($"{reply.Number("totalItems")}");
    }

    [BrowserFact]
    public async Task Filters_columns_and_order_are_chosen_without_a_script_and_stand_in_the_address()
    {
        await using var tab = await app.OpenAsAsync("investor", new("fr", JavaScript: false));
        await tab.GoAsync("/projects");
        var search = tab.Page.Locator("[role=search]");
        await search.GetByLabel("Phase").SelectOptionAsync("modelling");
        await tab.FollowAsync(search.GetByRole(AriaRole.Button));
        var found = await app.ReplyAsync("projects?phase=modelling");
        (await tab.IdsAsync()).Should().Equal(found.Items().Select(p => $"{p["id"]}"));
        (await tab.Page.Locator(".asked").TextContentAsync()).Should().Contain("Modélisation");

        await tab.Page.GetByText("Colonnes", new() { Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("Code", new() { Exact = true }).UncheckAsync();
        await tab.Page.GetByLabel("Résumé").CheckAsync();
        await tab.FollowAsync(tab.Page.Locator(".view-options button"));
        (await tab.Page.Locator("thead").TextContentAsync()).Should().Contain("Résumé").And.NotContain("Code");
        (await tab.IdsAsync()).Should().HaveCount(found.Items().Count, "what was filtered stays");

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Nom" }));
        (await tab.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort")).Should().Be("descending");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Tout effacer" }));
        (await tab.IdsAsync())
            .Should()
            .Equal((await app.ReplyAsync("projects?sort=-name")).Items().Select(p => $"{p["id"]}"));
    }

    [BrowserFact]
    public async Task A_view_is_saved_shared_renamed_and_removed()
    {
        await using var mine = await app.OpenAsAsync("manager", new(JavaScript: false));
        await mine.GoAsync("/projects?phase=modelling&sort=-code&columns=code&columns=phase");
        await mine.Page.GetByText("Save this view").First.ClickAsync();
        (await mine.PressAsync(Button(mine, "Save this view"))).Should().Be(422, "it needs a name");
        (await mine.Page.Locator("#f-name-fault").CountAsync()).Should().Be(1);
        await mine.Page.Locator("#f-name").FillAsync("Models");
        await mine.Page.Locator("#f-portfolioId").SelectOptionAsync($"{app.Portfolio}");
        await mine.PressAsync(Button(mine, "Save this view"));
        (await mine.Page.GetByRole(AriaRole.Status).First.TextContentAsync()).Should().Contain("Models");

        await using var colleague = await app.OpenAsAsync("investor", new("fr"));
        await colleague.GoAsync("/projects");
        await colleague.FollowAsync(colleague.Page.GetByRole(AriaRole.Link, new() { Name = "Models" }));
        new Uri(colleague.Page.Url)
            .PathAndQuery.Should()
            .Be("/projects?phase=modelling&sort=-code&columns=code&columns=phase");
        (await colleague.Page.GetByText("Supprimer cette vue").CountAsync()).Should().Be(0, "it is another's");

        await mine.Page.GetByText("Rename or share this view").First.ClickAsync();
        await mine.Page.Locator("#f-name").FillAsync("In modelling");
        await mine.PressAsync(Button(mine, "Rename or share this view"));
        await colleague.GoAsync("/projects");
        (await colleague.Page.GetByRole(AriaRole.Link, new() { Name = "In modelling" }).CountAsync()).Should().Be(1);

        await mine.Page.GetByText("Remove this view").First.ClickAsync();
        await mine.PressAsync(Button(mine, "Remove this view"));
        await colleague.GoAsync("/projects");
        (await colleague.Page.GetByText("In modelling").CountAsync()).Should().Be(0);
    }

    [BrowserFact]
    public async Task A_view_that_asks_for_what_the_list_does_not_know_opens_without_it_and_says_so()
    {
        var name = app.NewCode("Old view");
        await app.PostAsync("views", new { name, query = "phase=modelling&mood=good&sort=-code" });
        await using var tab = await app.OpenAsAsync("administrator", new(JavaScript: false));
        await tab.GoAsync("/projects");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = name }));

        new Uri(tab.Page.Url).PathAndQuery.Should().Be("/projects?phase=modelling&sort=-code");
        (await tab.IdsAsync())
            .Should()
            .Equal((await app.ReplyAsync("projects?phase=modelling&sort=-code")).Items().Select(p => $"{p["id"]}"));
        (await tab.Page.Locator(".views [aria-current]").TextContentAsync()).Should().Be(name);
        (await tab.Page.Locator(".views .note").TextContentAsync()).Should().Contain(name).And.Contain("mood");

        // Kept anew it is what it shows.
        await tab.Page.GetByText("Rename or share this view").First.ClickAsync();
        await tab.PressAsync(Button(tab, "Rename or share this view"));
        (await app.ReplyAsync("views")).Items().Single(v => v["name"]!.ToString() == name)["query"]!
            .ToString()
            .Should()
            .Be("phase=modelling&sort=-code");
        (await tab.Page.Locator(".views .note").CountAsync()).Should().Be(0);
        await tab.Page.GetByText("Remove this view").First.ClickAsync();
        await tab.PressAsync(Button(tab, "Remove this view"));
    }

    private static ILocator Button(Tab tab, string name) => tab.Page.GetByRole(AriaRole.Button, new() { Name = name });

    [BrowserFact]
    public async Task Files_hold_exactly_what_is_filtered()
    {
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync("/projects?standing=active&sort=-code&columns=code&pageSize=25");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var address = await tab.Page.Locator($"a[href*='export.{ending}']").GetAttributeAsync("href");
            address.Should().Be($"/projects/export.{ending}?standing=active&sort=-code");
            var file = await tab.Page.Context.APIRequest.GetAsync(address!);
            file.Status.Should().Be(200);
            if (ending == "csv")
                (await file.BodyAsync())
                    .Should()
                    .Equal(await app.Api.GetByteArrayAsync(new Uri($"/api/v1{address}", UriKind.Relative)));
        }
    }

    [BrowserTheory]
    [InlineData("phase=nowhere")]
    [InlineData("region=atlantis")]
    [InlineData("sort=weight")]
    [InlineData("page=0")]
    public async Task A_filter_that_cannot_be_read_is_a_page_that_says_so(string query)
    {
        await using var tab = await app.OpenAsAsync("investor");
        (await tab.GoAsync($"/projects?{query}")).Should().Be(422);
        (await tab.Page.Locator("h1").CountAsync()).Should().Be(1);
    }
}
