using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Portfolios with their rules, people and keys; the people of the instance.</summary>
[Collection(OneProgram.Name)]
public sealed class AdministrationTests(WebApp app)
{
    [BrowserFact]
    public async Task An_empty_instance_is_led_to_a_portfolio_and_to_an_invited_manager_who_signs_in()
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-empty-").FullName;
        try
        {
            await using var program = await WebApp.StartEmptyAsync(folder, "first@fund.test");
            await using var tab = await app.OpenAsync(address: program.Address.ToString().TrimEnd('/'));
            await tab.SignInAsync("first@fund.test", WebApp.Password);

            await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Make a portfolio" }));
            await tab.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Rivers fund");
            await tab.Page.GetByLabel("Short code").FillAsync("RIVERS");
            await tab.Page.GetByLabel("Investor", new() { Exact = true }).FillAsync("The Rivers");
            // An organisation that nobody knows yet has to be said what it is.
            (await tab.PressAsync(Button(tab, "Make a portfolio")))
                .Should()
                .Be(422);
            (await tab.Page.Locator(".field.wrong #f-organisationId").CountAsync()).Should().Be(1);
            await tab
                .Page.Locator("#f-organisationId\\.profile")
                .SelectOptionAsync(new SelectOptionValue { Index = 1 });
            (await tab.PressAsync(Button(tab, "Make a portfolio"))).Should().Be(302);
            (await tab.Page.Locator("h1").TextContentAsync()).Should().Be("Rivers fund");

            await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Invite somebody" }));
            await tab.Page.GetByLabel("Email").FillAsync("mary@fund.test");
            await tab.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mary Brook");
            // The portfolio that one comes from is chosen; without a role it is half a choice.
            (await tab.PressAsync(Button(tab, "Invite somebody")))
                .Should()
                .Be(422);
            (await tab.Page.Locator(".field.wrong #f-role").CountAsync()).Should().Be(1);
            await tab.Page.GetByLabel("Role").SelectOptionAsync("manager");
            (await tab.PressAsync(Button(tab, "Invite somebody"))).Should().Be(302);
            var link = await tab.Page.GetByRole(AriaRole.Status).Locator("code").TextContentAsync();
            await tab.Page.ReloadAsync();
            (await tab.Page.GetByRole(AriaRole.Status).CountAsync()).Should().Be(0, "the link is shown once");

            await using var hers = await app.OpenAsync();
            await hers.GoAsync(link!);
            await hers.Page.GetByLabel("Password").FillAsync("eleven rivers at dusk");
            (await hers.PressAsync(Button(hers, "Set the password"))).Should().Be(302);
            await hers.Page.GetByLabel("Email").FillAsync("mary@fund.test");
            await hers.Page.GetByLabel("Password").FillAsync("eleven rivers at dusk");
            (await hers.PressAsync(Button(hers, "Sign in"))).Should().Be(302);
            (await hers.Page.Locator("h1").TextContentAsync()).Should().Contain("Mary Brook");
            await hers.FollowAsync(hers.Page.GetByRole(AriaRole.Link, new() { Name = "Administration" }));
            await hers.FollowAsync(hers.Page.GetByRole(AriaRole.Link, new() { Name = "Portfolios" }));
            await hers.FollowAsync(hers.Page.GetByRole(AriaRole.Link, new() { Name = "Rivers fund" }));
            (await hers.Page.GetByLabel("Investor", new() { Exact = true }).InputValueAsync())
                .Should()
                .Be("The Rivers");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [BrowserFact]
    public async Task Rules_that_somebody_else_has_changed_meanwhile_are_shown_beside_what_was_typed()
    {
        var id = await PortfolioAsync("RULES");
        await using var mine = await app.OpenAsAsync("administrator");
        await using var other = await app.OpenAsAsync("administrator", new("fr", JavaScript: false));
        await mine.GoAsync($"/admin/portfolios/{id}");
        await other.GoAsync($"/admin/portfolios/{id}");
        await mine.Page.GetByLabel("Target for capacity building, per cent").FillAsync("25.5");
        await mine.Page.GetByLabel("The target socio-economic model is that of an operator.").SelectOptionAsync("warn");
        await other.Page.GetByLabel("Cible de renforcement des capacités, en pour cent").FillAsync("30,25");
        await other
            .Page.GetByLabel("Le modèle socio-économique visé est celui d'opérateur.")
            .SelectOptionAsync("ignore");
        (await other.PressAsync(Button(other, "Enregistrer"))).Should().Be(302);

        (await mine.PressAsync(Button(mine, "Save"))).Should().Be(412);
        (await mine.Page.GetByRole(AriaRole.Alert).Locator("[data-code=stale]").CountAsync()).Should().Be(1);
        (await mine.Page.GetByLabel("Target for capacity building, per cent").InputValueAsync()).Should().Be("25.5");
        (await mine.Page.Locator(".meanwhile").AllTextContentsAsync())
            .Should()
            .HaveCount(2)
            .And.ContainMatch("*30.25")
            .And.ContainMatch("*Ignored");
        (await mine.PressAsync(Button(mine, "Save"))).Should().Be(302);
        var policy = await app.ReplyAsync($"portfolios/{id}");
        (policy.Figure("policy.capacityBuildingTarget"), policy["policy.severities"]!.ToJsonString())
            .Should()
            .Be((0.255m, """{"model.operator":"warn"}"""));
    }

    [BrowserFact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_of_it_is_kept()
    {
        var id = await PortfolioAsync("WRONG");
        await using var tab = await app.OpenAsAsync("administrator", new("fr", JavaScript: false));
        await tab.GoAsync($"/admin/portfolios/{id}");
        await tab.Page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Un autre nom");
        await tab.Page.GetByLabel("Plafond de l'évaluation, en pour cent").FillAsync("130");
        await tab.Page.GetByLabel("Jours avant qu'une décision soit en retard").FillAsync("1,5");
        await tab.Page.GetByLabel("Territoires avant l'industrialisation").FillAsync("beaucoup");
        (await tab.PressAsync(Button(tab, "Enregistrer"))).Should().Be(422);

        foreach (
            var (field, says) in new[]
            {
                ("evaluationCeiling", "Plafond de l'évaluation, en pour cent est un pourcentage : de 0 à 100"),
                ("reviewDays", "un nombre entier"),
                ("spreadTerritories", "un nombre"),
            }
        )
        {
            var place = tab.Page.Locator($".field.wrong:has([id='f-policy.{field}'])");
            (await place.Locator(".fault").TextContentAsync()).Should().Contain(says);
            (await tab.Page.GetByRole(AriaRole.Alert).Locator($"a[href$='#f-policy.{field}']").CountAsync())
                .Should()
                .Be(1);
        }
        (await tab.Page.GetByLabel("Nom", new() { Exact = true }).InputValueAsync()).Should().Be("Un autre nom");
        (await app.ReplyAsync($"portfolios/{id}")).Text("name").Should().Be("WRONG");
    }

    [BrowserFact]
    public async Task A_role_is_given_changed_and_taken()
    {
        var id = await PortfolioAsync("ROLES");
        await using var tab = await app.OpenAsAsync("administrator", new(JavaScript: false));
        await tab.GoAsync($"/admin/portfolios/{id}/members");
        (await tab.PressAsync(Button(tab, "Give somebody a role"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong").CountAsync()).Should().Be(2, "neither person nor role was chosen");
        await tab
            .Page.GetByLabel("Person")
            .SelectOptionAsync(
                await tab
                    .Page.Locator("#f-userId option", new() { HasText = "finance@demo.pipeline" })
                    .GetAttributeAsync("value")
                    ?? ""
            );
        await tab.Page.GetByLabel("Investor").CheckAsync();
        (await tab.PressAsync(Button(tab, "Give somebody a role"))).Should().Be(302);
        (await MembersAsync(id)).Should().Equal("investor");

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Change the role" }));
        await tab.Page.GetByLabel("Manager").CheckAsync();
        (await tab.PressAsync(Button(tab, "Change the role"))).Should().Be(302);
        (await MembersAsync(id)).Should().Equal("manager");

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Change the role" }));
        await tab.Page.Locator("summary", new() { HasText = "Take the role away" }).ClickAsync();
        (await tab.PressAsync(Button(tab, "Take the role away"))).Should().Be(302);
        (await MembersAsync(id)).Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_key_is_shown_once_opens_its_portfolio_and_is_revoked()
    {
        var id = await PortfolioAsync("KEYS");
        await using var tab = await app.OpenAsAsync("administrator");
        await tab.GoAsync($"/admin/portfolios/{id}/keys");
        (await tab.PressAsync(Button(tab, "Issue a key"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong #f-name").CountAsync()).Should().Be(1);
        await tab.Page.GetByLabel("What it is for").FillAsync("A spreadsheet");
        (await tab.PressAsync(Button(tab, "Issue a key"))).Should().Be(302);
        var key = await tab.Page.GetByRole(AriaRole.Status).Locator("code").TextContentAsync();
        (await tab.Page.ContentAsync()).Should().Contain(key);
        (await OpensAsync(key!, id)).Should().Be(200);
        await tab.Page.ReloadAsync();
        (await tab.Page.ContentAsync()).Should().NotContain(key);

        await tab.Page.Locator("summary", new() { HasText = "Revoke" }).ClickAsync();
        (await tab.PressAsync(Button(tab, "Revoke"))).Should().Be(302);
        (await OpensAsync(key!, id)).Should().Be(401);
    }

    [BrowserFact]
    public async Task Somebody_is_locked_and_let_in_again()
    {
        var email = $"{app.NewCode("locked")}@demo.pipeline";
        var id = (
            await app.PostAsync(
                "users",
                new
                {
                    email,
                    name = "Locked",
                    password = "eleven rivers at dusk",
                }
            )
        ).Id("id");
        await using var hers = await app.OpenAsync();
        await hers.SignInAsync(email, "eleven rivers at dusk");
        await using var tab = await app.OpenAsAsync("administrator", new(JavaScript: false));
        foreach (var locked in new[] { true, false })
        {
            await tab.GoAsync($"/admin/people/{id}");
            await tab.Page.Locator("#f-locked").SetCheckedAsync(locked);
            (await tab.PressAsync(Button(tab, "Save"))).Should().Be(302);
            (await app.ReplyAsync($"users/{id}")).Flag("locked").Should().Be(locked);
            await hers.GoAsync("/");
            new Uri(hers.Page.Url).AbsolutePath.Should().Be("/sign-in", "a session that was ended stays ended");
        }
    }

    [BrowserFact]
    public async Task What_a_role_may_not_do_is_not_offered()
    {
        await using var manager = await app.OpenAsAsync("manager");
        await manager.GoAsync("/admin");
        (await manager.Page.Locator("main .choices a").AllTextContentsAsync())
            .Should()
            .Equal("Portfolios", "Organisations");
        (await manager.GoAsync("/admin/portfolios")).Should().Be(200);
        (await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Make a portfolio" }).CountAsync()).Should().Be(0);
        await using var investor = await app.OpenAsAsync("investor");
        await investor.GoAsync("/");
        (await investor.Page.GetByRole(AriaRole.Link, new() { Name = "Administration" }).CountAsync()).Should().Be(0);
    }

    private static ILocator Button(Tab tab, string name) =>
        tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<Guid> PortfolioAsync(string name)
    {
        var organisation = (await app.ReplyAsync("organisations")).Id("items.0.id");
        var code = app.NewCode(name);
        return (
            await app.PostAsync(
                "portfolios",
                new
                {
                    code,
                    name,
                    organisationId = organisation,
                    currency = "EUR",
                }
            )
        ).Id("id");
    }

    private async Task<IReadOnlyList<string>> MembersAsync(Guid portfolio) =>
        [
            .. (await app.ReplyAsync($"portfolios/{portfolio}/members"))
                .Items()
                .Select(m => m["role"]!.GetValue<string>()),
        ];

    private async Task<int> OpensAsync(string key, Guid portfolio)
    {
        using var client = new HttpClient { BaseAddress = new(app.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var answer = await client.GetAsync(new Uri($"/api/v1/portfolios/{portfolio}", UriKind.Relative));
        return (int)answer.StatusCode;
    }
}
