using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The bell and the inbox.</summary>
[Collection(OneProgram.Name)]
public sealed class NotificationTests(WebApp app)
{
    private const string Password = "eleven rivers at dusk";

    [BrowserFact]
    public async Task The_bell_counts_what_is_new_and_the_inbox_leads_to_it_and_marks_it_as_read()
    {
        await using var tab = await app.OpenAsync(new("fr", JavaScript: false));
        var portfolio = await NewPortfolioAsync();
        await tab.SignInAsync(await NewInvestorAsync(portfolio), Password);
        (await BellAsync(tab)).Should().Be("Notifications, aucune non lue");
        (await tab.Page.Locator(".bell .count").CountAsync()).Should().Be(0);

        var project = await NewProjectAsync(portfolio);
        while (await BellAsync(tab) != "Notifications, 1 non lue")
            (await tab.GoAsync("/")).Should().Be(200);
        (await tab.Page.Locator(".bell .count").TextContentAsync()).Should().Be("1");
        await tab.FollowAsync(tab.Page.Locator(".bell"));
        (await tab.Page.Locator("h1").TextContentAsync()).Should().Be("Notifications");
        var told = tab.Page.Locator("#inbox li", new() { HasText = "Un projet a été créé" });
        (await told.Locator(".tag").TextContentAsync()).Should().Be("Nouveau");
        (await told.Locator("a").GetAttributeAsync("href")).Should().Be($"/projects/{project}");

        var mark = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tout marquer comme lu" });
        (await tab.PressAsync(mark)).Should().Be(302);
        (await BellAsync(tab)).Should().Be("Notifications, aucune non lue");
        (await mark.CountAsync()).Should().Be(0);
        (await tab.Page.Locator("#inbox li .tag").CountAsync()).Should().Be(0);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Non lues seulement" }));
        (await tab.Page.Locator("#inbox").TextContentAsync()).Should().Contain("Vous avez tout lu.");
    }

    [BrowserFact]
    public async Task Somebody_chooses_how_they_are_mailed_and_a_manager_when_people_are_reminded()
    {
        var portfolio = await NewPortfolioAsync();
        await using var tab = await app.OpenAsync(new(JavaScript: false));
        await tab.SignInAsync(await NewInvestorAsync(portfolio), Password);
        await tab.GoAsync("/me");
        await tab.FollowAsync(tab.Page.Locator("#notifications a"));
        await tab.Page.Locator("#f-language").SelectOptionAsync("fr");
        await tab.Page.GetByLabel("A project was created").SelectOptionAsync("weekly");
        (await PressSaveAsync(tab)).Should().Be(302);
        (await tab.Page.GetByLabel("A project was created").InputValueAsync()).Should().Be("weekly");
        (await tab.Page.GetByLabel("A transition was reported").InputValueAsync()).Should().Be("atOnce");
        (await tab.Page.Locator("#f-language").InputValueAsync()).Should().Be("fr");
        (await tab.GoAsync($"/admin/portfolios/{portfolio}/reminders")).Should().Be(403);

        await using var manager = await app.OpenAsync(new(JavaScript: false));
        await manager.SignInAsync("administrator@demo.pipeline", WebApp.Password);
        await manager.GoAsync($"/admin/portfolios/{portfolio}/reminders");
        await manager.Page.GetByLabel("Days before").FillAsync("91");
        (await PressSaveAsync(manager)).Should().Be(422);
        (await manager.Page.Locator(".field.wrong #f-daysBefore").CountAsync()).Should().Be(1);
        await manager.Page.GetByLabel("Days before").FillAsync("14");
        await manager.Page.GetByLabel("On the day itself").UncheckAsync();
        (await PressSaveAsync(manager)).Should().Be(302);
        (await manager.Page.GetByLabel("Days before").InputValueAsync()).Should().Be("14");
        (await manager.Page.GetByLabel("On the day itself").IsCheckedAsync()).Should().BeFalse();
    }

    [BrowserFact]
    public async Task An_address_that_is_not_of_a_mail_ends_nothing()
    {
        await using var tab = await app.OpenAsync(new(JavaScript: false));
        await tab.GoAsync("/unsubscribe?token=forged");
        (await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "End all mails" }))).Should().Be(404);
    }

    private static Task<int> PressSaveAsync(Tab tab) =>
        tab.PressAsync(tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Save" }));

    private static Task<string?> BellAsync(Tab tab) => tab.Page.Locator(".bell").GetAttributeAsync("aria-label");

    // A portfolio of its own: what other tests do in the demonstration's is told to nobody here.
    private async Task<Guid> NewPortfolioAsync()
    {
        var code = app.NewCode("BELL");
        return (
            await SendAsync(
                HttpMethod.Post,
                "portfolios",
                new
                {
                    code,
                    name = $"Portfolio {code}",
                    organisationId = await OrganisationAsync(),
                    currency = "EUR",
                }
            )
        ).Id("id");
    }

    private async Task<string> NewInvestorAsync(Guid portfolio)
    {
        var email = $"{app.NewCode("told")}@demo.pipeline";
        var user = await SendAsync(
            HttpMethod.Post,
            "users",
            new
            {
                email,
                name = "Told",
                password = Password,
            }
        );
        await SendAsync(HttpMethod.Put, $"portfolios/{portfolio}/members/{user.Id("id")}", new { role = "investor" });
        return email;
    }

    private async Task<Guid> NewProjectAsync(Guid portfolio)
    {
        var code = app.NewCode("BELL");
        return (
            await SendAsync(
                HttpMethod.Post,
                "projects",
                new
                {
                    code,
                    name = $"Project {code}",
                    ownerOrganisationId = await OrganisationAsync(),
                    portfolioId = portfolio,
                    startedOn = "2025-01-01",
                }
            )
        ).Id("id");
    }

    private async Task<Guid> OrganisationAsync() => (await app.ReplyAsync("organisations")).Id("items.0.id");

    private async Task<Reply> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        using var answer = await app.Api.SendAsync(request);
        var reply = await Reply.ReadAsync(answer);
        reply.Status.Should().BeOneOf(200, 201);
        return reply;
    }
}
