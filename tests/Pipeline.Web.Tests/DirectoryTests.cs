using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>What everybody shares: organisations, reference data, the audit.</summary>
[Collection(OneProgram.Name)]
public sealed class DirectoryTests(WebApp app)
{
    [BrowserFact]
    public async Task An_organisation_is_added_found_and_changed()
    {
        var name = app.NewCode("Écluse");
        await using var tab = await app.OpenAsAsync("administrator", new("fr", JavaScript: false));
        await tab.GoAsync("/admin/organisations/new");
        await tab.Page.GetByLabel("Nom", new() { Exact = true }).FillAsync(name);
        await tab.Page.GetByLabel("Liste publique").FillAsync("FR-SIREN");
        (await tab.PressAsync(Button(tab, "Ajouter une organisation"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong #f-actorProfile").CountAsync()).Should().Be(1);
        await tab.Page.GetByLabel("Type").SelectOptionAsync("foundation");
        (await tab.PressAsync(Button(tab, "Ajouter une organisation"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong [id='f-identifier.id']").CountAsync())
            .Should()
            .Be(1, "half an identifier is none");
        await tab.Page.GetByLabel("Liste publique").FillAsync("");
        await tab.Page.GetByLabel("Taille").SelectOptionAsync("small");
        (await tab.PressAsync(Button(tab, "Ajouter une organisation"))).Should().Be(302);

        await tab.GoAsync("/admin/organisations");
        await tab.Page.GetByLabel("Partie d'un nom").FillAsync(name.Replace('É', 'e'));
        await tab.FollowAsync(Button(tab, "Rechercher"));
        await Assertions
            .Expect(tab.Page.GetByRole(AriaRole.Row, new() { Name = name }))
            .ToContainTextAsync("Petite ou moyenne (PME)");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = name }));
        await tab.Page.GetByLabel("Pays").FillAsync("Belgique");
        (await tab.PressAsync(Button(tab, "Enregistrer"))).Should().Be(302);
        var id = new Uri(tab.Page.Url).Segments[^1];
        var kept = await app.ReplyAsync($"organisations/{id}");
        (kept.Text("country"), kept.Text("size"))
            .Should()
            .Be(("Belgique", "small"), "a size that was not touched stays");
    }

    [BrowserFact]
    public async Task Needs_and_published_figures_are_changed_in_both_languages()
    {
        await using var tab = await app.OpenAsAsync("administrator", new(JavaScript: false));
        await tab.GoAsync("/admin/reference");
        await tab.Page.Locator("[id='f-need.modelling.evaluation']").SelectOptionAsync("2");
        (await tab.PressAsync(Button(tab, "Save"))).Should().Be(302);
        (await app.ReplyAsync("reference"))
            .Items("needProfile.items")
            .Single(n =>
                n["phase"]!.GetValue<string>() == "modelling" && n["lever"]!.GetValue<string>() == "evaluation"
            )["need"]!
            .GetValue<int>()
            .Should()
            .Be(2);

        var before = (await app.ReplyAsync("reference/ratio-references")).Items().Count;
        await tab.GoAsync("/admin/reference/figures");
        (await tab.PressAsync(tab.Page.Locator("button[name=_more]"))).Should().Be(200);
        var another = tab.Page.Locator($"[id='f-items[{before}]']");
        await another.GetByLabel("Name in English").FillAsync("Our own funds");
        await another.GetByLabel("Share, per cent").FillAsync("120");
        (await tab.PressAsync(Button(tab, "Save"))).Should().Be(422);
        (await another.Locator(".field.wrong").CountAsync())
            .Should()
            .Be(6, "a figure is known in both languages, with its source and within its limits");
        await another.GetByLabel("Name in French").FillAsync("Nos propres fonds");
        await another.GetByLabel("Shown beside").SelectOptionAsync("evaluation");
        await another.GetByLabel("Share, per cent").FillAsync("12.5");
        await another.GetByLabel("A share of what, in English").FillAsync("Of all grants");
        await another.GetByLabel("A share of what, in French").FillAsync("De toutes les subventions");
        await another.GetByLabel("Source").FillAsync("Annual report 2025");
        (await tab.PressAsync(tab.Page.Locator("button[name=_less][value='items[0]']"))).Should().Be(200);
        (await tab.PressAsync(Button(tab, "Save"))).Should().Be(302);

        var after = await app.ReplyAsync("reference/ratio-references");
        after.Items().Should().HaveCount(before);
        (after.Text($"items.{before - 1}.label.fr"), after.Figure($"items.{before - 1}.value"))
            .Should()
            .Be(("Nos propres fonds", 0.125m));
    }

    [BrowserFact]
    public async Task The_audit_says_who_changed_what_and_that_nobody_has_rewritten_it()
    {
        await using var tab = await app.OpenAsAsync("administrator", new("fr", JavaScript: false));
        await tab.GoAsync("/admin/audit");
        var newest = int.Parse(
            await tab.Page.Locator("#changes li[data-id]").First.GetAttributeAsync("data-id") ?? "",
            null
        );
        newest.Should().Be((await app.ReplyAsync("audit?limit=1")).Number("items.0.sequence"));
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Plus ancien" }));
        int.Parse(await tab.Page.Locator("#changes li[data-id]").First.GetAttributeAsync("data-id") ?? "", null)
            .Should()
            .BeLessThan(newest);

        await tab.FollowAsync(Button(tab, "Vérifier l'audit"));
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync())
            .Should()
            .Contain("telles qu'elles ont été écrites")
            .And.Contain((await app.ReplyAsync("audit/verify")).Text("lastHash"));
        (await tab.GoAsync("/admin/audit?verify=perhaps")).Should().Be(422);
    }

    private static ILocator Button(Tab tab, string name) =>
        tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
