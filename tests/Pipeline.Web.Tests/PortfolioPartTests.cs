using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The parts of a portfolio beside its dashboard, and what is due.</summary>
[Collection(OneProgram.Name)]
public sealed class PortfolioPartTests(WebApp app)
{
    private async Task<Guid> ProjectAsync() => (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id");

    [BrowserFact]
    public async Task Lists_of_a_portfolio_are_the_api_s_with_the_same_filters()
    {
        await ModuleStory.OfAsync(app, await ProjectAsync());
        await using var tab = await app.OpenAsAsync("investor");
        foreach (
            var (path, id) in new[]
            {
                ("agreements", "id"),
                ("agreements?exit=missing", "id"),
                ("agreements?exit=planned", "id"),
                ("alliances", "id"),
                ("alliances?doubleImpact=false&category=sponsorship", "id"),
                ("alliances?form=territorialDialogue", "id"),
                ("risks", "risk.id"),
                ("risks?passage=any", "risk.id"),
            }
        )
        {
            var reply = await app.ReplyAsync($"portfolios/{app.Portfolio}/{path}");
            (await tab.GoAsync($"/portfolios/{app.Portfolio}/{path}")).Should().Be(200, path);
            (await tab.IdsAsync())
                .Should()
                .Equal(reply.Items().Select((_, i) => reply.Id($"items.{i}.{id}").ToString()), path);
        }
    }

    [BrowserFact]
    public async Task A_filter_is_chosen_and_stands_in_the_address()
    {
        await ModuleStory.OfAsync(app, await ProjectAsync());
        await using var tab = await app.OpenAsAsync("manager", new("fr", JavaScript: false));
        await tab.GoAsync($"/portfolios/{app.Portfolio}/risks");
        await tab.Page.GetByLabel("Passage", new() { Exact = true }).SelectOptionAsync("modelling");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Appliquer" }));
        tab.Page.Url.Should().Contain("passage=modelling");
        (await tab.Page.Locator("tbody").Last.Locator("tr").CountAsync()).Should().BeGreaterThan(0);
        (await tab.Page.Locator("tbody").Last.TextContentAsync()).Should().NotContain("Tous");
    }

    [BrowserFact]
    public async Task Lessons_of_a_passage_are_found_by_a_word_without_its_accents()
    {
        var project = (await app.ReplyAsync("projects?q=DEMO-03")).Id("items.0.id");
        await using var owner = await app.OpenAsAsync("owner", new(JavaScript: false));
        await owner.GoAsync($"/projects/{project}/report?trigger=hold");
        await owner.Page.Locator("[id='f-lessons']").FillAsync("Commencer par les bergères.");
        await owner.Page.Locator("[id='f-reason']").FillAsync("A pause to look back.");
        var before = (await app.ReplyAsync($"projects/{project}/transitions")).Items().Count;
        (await owner.PressAsync(owner.Page.Locator("#report button").Last)).Should().Be(200);
        (await owner.PressAsync(owner.Page.Locator("#report button[value=write]"))).Should().Be(200);
        (await owner.Page.Locator("[id='f-reason']").InputValueAsync()).Should().Be("A pause to look back.");
        (await owner.PressAsync(owner.Page.Locator("#report button").Last)).Should().Be(200);
        (await app.ReplyAsync($"projects/{project}/transitions"))
            .Items()
            .Should()
            .HaveCount(before, "what is looked at is not reported");
        (await owner.PressAsync(owner.Page.Locator("#report button[value=send]"))).Should().Be(302);
        var report = (await app.ReplyAsync($"projects/{project}/transitions")).Items()[^1];
        report["lessons"]!.ToString().Should().Be("Commencer par les bergères.");
        if (report["status"]!.ToString() == "pending")
        {
            using var decision = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri($"/api/v1/projects/{project}/transitions/{report["id"]}/decision", UriKind.Relative)
            )
            {
                Content = JsonContent.Create(new { decision = "approve" }),
            };
            decision.Headers.TryAddWithoutValidation("If-Match", "*");
            using var approved = await app.Api.SendAsync(decision);
            ((int)approved.StatusCode).Should().Be(200);
        }

        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}/lessons");
        await tab.Page.Locator("#q").FillAsync("bergeres");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        (await tab.Page.Locator("section[data-id]").CountAsync()).Should().Be(1);
        (await tab.Page.TextContentAsync("main")).Should().Contain("Commencer par les bergères.");
        await tab.Page.Locator("#q").FillAsync("nowhere at all");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        (await tab.Page.Locator("section[data-id]").CountAsync()).Should().Be(0);
    }

    [BrowserFact]
    public async Task What_is_due_leads_to_where_it_is_done_and_stands_on_the_first_page()
    {
        var project = await ProjectAsync();
        await ModuleStory.OfAsync(app, project);
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync("/deadlines?kind=trajectoryMilestone");
        var due = await app.ReplyAsync("deadlines?kind=trajectoryMilestone");
        (await tab.Page.Locator("tbody").Last.Locator("tr").CountAsync())
            .Should()
            .Be(due.Items().Count)
            .And.BeGreaterThan(0);
        (await tab.Page.Locator("tbody .missed").CountAsync()).Should().BeGreaterThan(0, "a milestone is late");
        await tab.FollowAsync(tab.Page.Locator("tbody tr a").First);
        tab.Page.Url.Should().Contain("/economics");

        await tab.GoAsync("/");
        (await tab.Page.Locator("#deadlines li").CountAsync()).Should().BeGreaterThan(0);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "All deadlines" }));
        tab.Page.Url.Should().EndWith("/deadlines");
    }

    [BrowserFact]
    public async Task A_webhook_shows_its_secret_once_and_what_it_sent()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync($"/admin/portfolios/{app.Portfolio}/webhooks");
        var add = tab.Page.Locator("#add");
        await add.Locator("[id='f-url']").FillAsync("http://127.0.0.1/in");
        await add.Locator("input[value='transition.reported']").CheckAsync();
        (await tab.PressAsync(add.Locator("button"))).Should().Be(422, "nothing is sent inside the house");
        (await add.Locator(".fault").CountAsync()).Should().Be(1);
        await add.Locator("[id='f-url']").FillAsync("https://hooks.invalid/in");
        (await tab.PressAsync(add.Locator("button"))).Should().Be(302);
        (await tab.Page.Locator(".secret code").TextContentAsync()).Should().NotBeNullOrEmpty();
        await tab.GoAsync(tab.Page.Url);
        (await tab.Page.Locator(".secret").CountAsync()).Should().Be(0, "it is shown once");

        (await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }))).Should().Be(302);
        (await tab.Page.Locator("#deliveries tr[data-id]").CountAsync()).Should().Be(1);
        (await tab.Page.Locator("#deliveries").TextContentAsync()).Should().Contain("Test");

        await tab.Page.Locator("#settings [id='f-enabled']").UncheckAsync();
        (await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }))).Should().Be(302);
        (await tab.Page.TextContentAsync("main")).Should().Contain("Switched off by a manager");
        (await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).CountAsync()).Should().Be(0);
        await tab.Page.Locator("summary.danger").ClickAsync();
        (await tab.PressAsync(tab.Page.Locator(".confirm button.danger"))).Should().Be(302);
        (await app.ReplyAsync($"portfolios/{app.Portfolio}/webhooks")).Items().Should().BeEmpty();
    }

    [BrowserFact]
    public async Task The_connection_has_the_api_s_queries_and_grants_come_as_360Giving_has_them()
    {
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync("/exports");
        (await tab.Page.Locator($"a[href='/portfolios/{app.Portfolio}/360giving.json']").CountAsync()).Should().Be(1);
        using var file = await app.Api.GetAsync(
            new Uri($"/api/v1/portfolios/{app.Portfolio}/360giving.csv", UriKind.Relative)
        );
        var grants = await tab.Page.Context.APIRequest.GetAsync($"/portfolios/{app.Portfolio}/360giving.csv");
        (await grants.TextAsync()).Should().Be(await file.Content.ReadAsStringAsync());

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Excel and Power BI, live" }));
        using var queries = await app.Api.GetAsync(
            new Uri($"/api/v1/portfolios/{app.Portfolio}/excel-connection?lang=en", UriKind.Relative)
        );
        (await tab.Page.Locator("pre code").TextContentAsync())!
            .ReplaceLineEndings()
            .Trim()
            .Should()
            .Be((await queries.Content.ReadAsStringAsync()).ReplaceLineEndings().Trim());
    }
}
