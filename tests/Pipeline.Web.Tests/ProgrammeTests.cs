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

    private static ILocator At(Tab tab, string field) => tab.Page.Locator($"[id='f-{field}']");
}
