using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A cohort as those who run it and those who take part see it.</summary>
[Collection(OneProgram.Name)]
public sealed class ProgrammeTests(WebApp app)
{
    [BrowserFact]
    public async Task A_manager_chooses_and_says_who_was_there_and_an_owner_hands_in_a_file()
    {
        var programme = (await app.ReplyAsync("programmes")).Id("items.0.id");
        var cohort = (await app.ReplyAsync($"programmes/{programme}/cohorts")).Id("items.0.id");
        var organisation = (await app.ReplyAsync("organisations")).Text("items.0.name");
        await using var manager = await app.OpenAsAsync("manager", new("fr", JavaScript: false));
        await manager.GoAsync($"/portfolios/{app.Portfolio}/programmes");
        await manager.FollowAsync(manager.Page.Locator($"tr[data-id='{cohort}'] a"));

        await At(manager, "organisationId").FillAsync(organisation);
        await At(manager, "territory").FillAsync("Pays de la Forme");
        await At(manager, "nature").SelectOptionAsync("academic");
        await At(manager, "participants").FillAsync("Directrice\nChargée de mission\nUne de trop");
        (await manager.PressAsync(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Sélectionner" })))
            .Should()
            .Be(422);
        await At(manager, "participants").FillAsync("Directrice\nChargée de mission");
        await manager.PressAsync(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Sélectionner" }));
        var chosen = (await app.ReplyAsync($"cohorts/{cohort}/participations"))
            .Items()
            .Single(p => p["territory"]!.GetValue<string>() == "Pays de la Forme");
        chosen["participants"]!.AsArray().Should().HaveCount(2);

        (await manager.Page.Locator("tr[data-id='S1']").TextContentAsync())
            .Should()
            .NotContain("S1")
            .And.Contain("Comprendre");
        await manager.FollowAsync(manager.Page.Locator("tr[data-id='S1'] a"));
        await At(manager, $"present.{chosen["id"]}").SelectOptionAsync("false");
        await manager.PressAsync(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }));
        (await app.ReplyAsync($"cohorts/{cohort}/sessions/S1")).Items("attendance").Should().HaveCount(2);

        var mine = (await app.ReplyAsync($"cohorts/{cohort}/participations")).Id("items.0.id");
        await using var owner = await app.OpenAsAsync("owner", new(JavaScript: false));
        await owner.GoAsync($"/portfolios/{app.Portfolio}/cohorts/{cohort}");
        (await owner.Page.Locator("#figures tbody tr").CountAsync()).Should().Be(1, "others are not theirs to see");
        await owner.FollowAsync(owner.Page.Locator("#figures tbody a"));
        (await owner.Page.Locator("#steps form").CountAsync()).Should().Be(0);
        await At(owner, "kind").SelectOptionAsync("coherence");
        await At(owner, "title").FillAsync("Ambition and means");
        await At(owner, "url").FillAsync("https://example.org/coherence");
        await owner.PressAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in a file" }));
        (await app.ReplyAsync($"participations/{mine}")).Texts("missingFiles").Should().NotContain("coherence");
    }

    [BrowserFact]
    public async Task A_manager_offers_a_programme_of_their_own_making_and_a_commitment_pays_for_it()
    {
        var path = $"/portfolios/{app.Portfolio}/programmes";
        await using var manager = await app.OpenAsAsync("manager", new("fr", JavaScript: false));
        await manager.GoAsync(path);
        await manager.FollowAsync(manager.Page.Locator($"a[href='{path}/new']"));
        await At(manager, "code").FillAsync("experience");
        await At(manager, "name").FillAsync("Parcours du littoral");
        await At(manager, "themes").FillAsync("Tiers-lieux\nTiers-lieux");
        (await SaveAsync(manager)).Should().Be(422);
        (await FaultAsync(manager, "themes")).Should().Contain("Tiers-lieux");
        await At(manager, "themes").FillAsync("Tiers-lieux");
        await At(manager, "sessions[4].month").FillAsync("12");
        (await SaveAsync(manager)).Should().Be(422);
        (await FaultAsync(manager, "sessions[4].month")).Should().NotBeEmpty();
        await At(manager, "months").FillAsync("12");
        (await SaveAsync(manager)).Should().Be(409, "another programme of the portfolio is called so");
        (await FaultAsync(manager, "code")).Should().NotBeEmpty();
        await At(manager, "code").FillAsync("LITTORAL");
        await At(manager, "partnerOrganisationIds[0].organisationId").FillAsync("Personne d'ici");
        (await SaveAsync(manager)).Should().Be(422);
        (await FaultAsync(manager, "partnerOrganisationIds[0].organisationId")).Should().NotBeEmpty();
        await At(manager, "partnerOrganisationIds[0].organisationId").FillAsync("Maison des partenariats");
        (await SaveAsync(manager)).Should().Be(302);
        var made = (await app.ReplyAsync($"programmes?portfolioId={app.Portfolio}"))
            .Items()
            .Single(p => p["code"]!.ToString() == "LITTORAL");
        (made["months"]!.GetValue<int>(), made["sessions"]!.AsArray().Count).Should().Be((12, 5));
        made["partners"]![0]!["name"]!.ToString().Should().Be("Maison des partenariats");

        await manager.FollowAsync(manager.Page.Locator($"a[href$='{made["id"]}/edit']"));
        await manager.Page.Locator("[name='sessions[1].coached']").UncheckAsync();
        await manager.PressAsync(manager.Page.Locator("[name=_less][value='partnerOrganisationIds[0]']"));
        (await SaveAsync(manager)).Should().Be(302);
        var changed = await app.ReplyAsync($"programmes/{made["id"]}");
        changed.Texts("coachings").Should().Equal("S3", "S4");
        changed.Items("partners").Should().BeEmpty();

        var project = (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id");
        await manager.GoAsync($"/projects/{project}/ledger");
        await At(manager, "funderOrganisationId").FillAsync("Fondation Exemple");
        await At(manager, "lever").SelectOptionAsync("expertiseAndNetworks");
        await At(manager, "amount.amount").FillAsync("1 250,50");
        await At(manager, "programmeId").SelectOptionAsync($"{made["id"]}");
        await At(manager, "lever").SelectOptionAsync("funding");
        var agree = manager.Page.Locator("#agree button").Last;
        (await manager.PressAsync(agree)).Should().Be(422, "funding pays for no programme");
        (await FaultAsync(manager, "programmeId")).Should().NotBeEmpty();
        await At(manager, "lever").SelectOptionAsync("expertiseAndNetworks");
        (await manager.PressAsync(agree)).Should().Be(302);
        (await manager.Page.Locator("#commitments").TextContentAsync()).Should().Contain("Parcours du littoral");
        await manager.FollowAsync(manager.Page.Locator("#details a", new() { HasText = "Parcours du littoral" }));
        (
            await manager
                .Page.Locator($"#p-{made["id"]} data[data-figure$='.money.committed']")
                .GetAttributeAsync("value")
        )
            .Should()
            .Be("1250.5");
        await manager.GoAsync($"/projects/{project}/history");
        (await manager.Page.Locator("main").TextContentAsync()).Should().Contain("Parcours du littoral");
    }

    [BrowserFact]
    public async Task A_manager_keeps_the_register_of_catalysts()
    {
        await using var manager = await app.OpenAsAsync("manager", new("en", JavaScript: false));
        await manager.GoAsync("/catalysts");
        await manager.FollowAsync(manager.Page.Locator("a[href='/catalysts/new']"));
        await At(manager, "organisationId").FillAsync("Fondation Exemple");
        await At(manager, "territories").FillAsync("Baie de l'Exemple");
        await At(manager, "since").FillAsync("2020-01-01");
        (await SaveAsync(manager)).Should().Be(422);
        (await FaultAsync(manager, "missions")).Should().NotBeEmpty();
        await manager.Page.Locator("[name=missions][value=dialogue]").CheckAsync();
        await At(manager, "organisationId").FillAsync("Maison des partenariats");
        (await SaveAsync(manager)).Should().Be(409, "it is in the register already");
        (await FaultAsync(manager, "organisationId")).Should().NotBeEmpty();
        await At(manager, "organisationId").FillAsync("Fondation Exemple");
        (await SaveAsync(manager)).Should().Be(302);
        await manager.FollowAsync(manager.Page.Locator("tr a", new() { HasText = "Fondation Exemple" }));
        await At(manager, "territories").FillAsync("Baie de l'Exemple\nVal de l'Exemple");
        await manager.Page.Locator("[name=engineering][value=project]").CheckAsync();
        (await SaveAsync(manager)).Should().Be(302);
        var kept = (await app.ReplyAsync("catalysts"))
            .Items()
            .Single(c => c["organisation"]!["name"]!.ToString() == "Fondation Exemple");
        kept["territories"]!.AsArray().Should().HaveCount(2);
        kept["engineering"]!.AsArray().Select(e => e!.ToString()).Should().Equal("project");
        kept["version"]!.GetValue<long>().Should().Be(2);
    }

    private static Task<int> SaveAsync(Tab tab) => tab.PressAsync(tab.Page.Locator("form .actions button"));

    // What is said at the field itself, to which the summary above leads.
    private static async Task<string> FaultAsync(Tab tab, string field)
    {
        (await tab.Page.Locator($"[role=alert] a[href$='#f-{field}']").CountAsync()).Should().Be(1);
        return await tab.Page.Locator($".field:has([id='f-{field}']) .fault").InnerTextAsync();
    }

    private static ILocator At(Tab tab, string field) => tab.Page.Locator($"[id='f-{field}']");
}
