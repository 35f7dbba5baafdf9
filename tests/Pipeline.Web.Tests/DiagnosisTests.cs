using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A self-diagnosis as its owner answers it, and what helps where something is missing.</summary>
[Collection(OneProgram.Name)]
public sealed class DiagnosisTests(WebApp app)
{
    private async Task<Guid> ProjectAsync(string code) => (await app.ReplyAsync($"projects?q={code}")).Id("items.0.id");

    [BrowserFact]
    public async Task Answers_are_saved_and_shown_by_section_with_what_helps()
    {
        var id = await ProjectAsync("DEMO-10");
        await using var tab = await app.OpenAsAsync("owner", new("fr", JavaScript: false));
        await tab.GoAsync($"/projects/{id}/diagnoses");
        await tab.Page.GetByLabel("La vision est explicite et partagée").SelectOptionAsync("begun");
        await tab.Page.GetByLabel("Les asymétries des partenaires sont reconnues").SelectOptionAsync("mastered");
        await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les réponses" }));

        var placed = tab.Page.Locator("tr[data-id=allianceConditions] data[data-figure*='.degrees.']");
        (await placed.EvaluateAllAsync<string[]>("all => all.map(d => d.dataset.figure + '=' + d.value)"))
            .Should()
            .Equal("sections.allianceConditions.degrees.mastered=1", "sections.allianceConditions.degrees.begun=1");
        var gap = tab.Page.Locator("#gaps li[data-id=sharedVision]");
        (await gap.Locator("a[href^='/resources?criterion=']").CountAsync()).Should().Be(1);
        (await gap.Locator("span[data-id] a").CountAsync()).Should().Be(3, "each resource leads to itself");
        (await app.ReplyAsync($"projects/{id}/diagnoses")).Items().Should().ContainSingle();
    }

    [BrowserFact]
    public async Task An_unmet_criterion_of_the_checklist_names_what_helps_and_leads_to_all_of_it()
    {
        var id = await ProjectAsync("DEMO-10");
        var resources = (await app.ReplyAsync($"projects/{id}/transitions/available"))
            .Items()
            .Single(t => t["trigger"]!.GetValue<string>() == "advance")["criteria"]!
            .AsArray()
            .Single(c => c!["code"]!.GetValue<string>() == "evaluation.sizing")!["resources"]!
            .AsArray()
            .Select(r => r!["code"]!.GetValue<string>());
        await using var french = await app.OpenAsAsync("owner", new("fr", JavaScript: false));
        await using var tab = await app.OpenAsAsync("owner", new(JavaScript: false));
        foreach (var (reader, says) in new[] { (french, "Ce qui aide"), (tab, "What helps") })
        {
            await reader.GoAsync($"/projects/{id}");
            var named = reader.Page.Locator("[data-resources='evaluation.sizing']");
            (await named.Locator("span[data-id]").EvaluateAllAsync<string[]>("all => all.map(s => s.dataset.id)"))
                .Should()
                .Equal(resources);
            (await named.TextContentAsync()).Should().Contain(says).And.Contain("(").And.NotContain("KIT l.");
        }
        await tab.FollowAsync(tab.Page.Locator("[data-resources='evaluation.sizing'] a").First);
        (await tab.Page.Locator("tr[data-id=animationBenchmark]").TextContentAsync())
            .Should()
            .Contain("Kit “Co-construction territoriale”, 2016");
    }
}
