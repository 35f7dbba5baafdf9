using System.Globalization;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The pages of a project's modules: agreements, economic model, alliances, impacts, risks.</summary>
[Collection(OneProgram.Name)]
public sealed class ModuleTests(WebApp app)
{
    // Whoever writes in a browser without script: lists grow and shrink all the same.
    private static readonly Look Plain = new(JavaScript: false);

    private async Task<Guid> ProjectAsync(string code) => (await app.ReplyAsync($"projects?q={code}")).Id("items.0.id");

    [BrowserFact]
    public async Task An_agreement_is_written_row_by_row_without_a_script()
    {
        var project = await ProjectAsync("DEMO-03");
        await using var tab = await app.OpenAsAsync("owner", Plain);
        await tab.GoAsync($"/projects/{project}/agreements");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Record the agreement" }));
        await FillAsync(tab, "signedOn", "2026-01-05");
        await FillAsync(tab, "startsOn", "2026-02-01");
        await FillAsync(tab, "endsOn", "2029-01-31");
        await FillAsync(tab, "objectives[0].text", "The first");
        await MoreAsync(tab, "objectives");
        await MoreAsync(tab, "objectives");
        await FillAsync(tab, "objectives[1].text", "The second");
        await FillAsync(tab, "objectives[2].text", "The third");
        // What is taken away is gone from the page, and the others move up.
        await tab.PressAsync(tab.Page.Locator("button[name=_less][value='objectives[1]']"));
        (await At(tab, "objectives[1].text").InputValueAsync()).Should().Be("The third");
        (await app.ReplyAsync($"projects/{project}/history"))
            .Items()
            .Should()
            .NotContain(e => e["kind"]!.ToString() == "agreement");
        (await SaveAsync(tab)).Should().Be(302);

        var stored = await app.ReplyAsync($"projects/{project}/agreements/{app.Portfolio}");
        stored.Items("objectives").Select(o => o["text"]!.ToString()).Should().Equal("The first", "The third");
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("saved");
        (await tab.Page.TextContentAsync("main")).Should().Contain("36 months").And.Contain("Not planned yet");
    }

    [BrowserFact]
    public async Task A_fault_stands_at_its_row_though_a_blank_row_came_before_it()
    {
        var project = await ProjectAsync("DEMO-04");
        await using var tab = await app.OpenAsAsync("owner", Plain);
        await tab.GoAsync($"/projects/{project}/risks/edit");
        await MoreAsync(tab, "risks");
        await At(tab, "risks[1].passage").SelectOptionAsync("any");
        await At(tab, "risks[1].likelihood").SelectOptionAsync("2");
        await At(tab, "risks[1].severity").SelectOptionAsync("3");
        (await SaveAsync(tab)).Should().Be(422);

        // The blank row is gone; the other one is the first now, where the API's fault leads.
        var fault = tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=risk_unnamed] a");
        (await fault.GetAttributeAsync("href")).Should().EndWith("#f-risks[0].code");
        (await At(tab, "risks[0].severity").InputValueAsync()).Should().Be("3");
        await FillAsync(tab, "risks[0].label", "Nobody comes");
        (await SaveAsync(tab)).Should().Be(302);
        (await app.ReplyAsync($"projects/{project}/risks")).Text("risks.0.label").Should().Be("Nobody comes");

        // Its id stays with it.
        var id = (await app.ReplyAsync($"projects/{project}/risks")).Id("risks.0.id");
        await tab.GoAsync($"/projects/{project}/risks/edit");
        await FillAsync(tab, "risks[0].answer", "We go to them.");
        (await SaveAsync(tab)).Should().Be(302);
        (await app.ReplyAsync($"projects/{project}/risks")).Id("risks.0.id").Should().Be(id);
    }

    [BrowserFact]
    public async Task Enter_in_a_field_saves_and_adds_no_row()
    {
        var project = await ProjectAsync("DEMO-04");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/projects/{project}/agreements/{app.Portfolio}");
        await FillAsync(tab, "signedOn", "2026-01-05");
        await FillAsync(tab, "startsOn", "2026-02-01");
        await FillAsync(tab, "endsOn", "2029-01-31");
        await FillAsync(tab, "reviewEveryMonths", "6");
        var sent = await tab.Page.RunAndWaitForResponseAsync(
            () => At(tab, "reviewEveryMonths").PressAsync("Enter"),
            r => r.Request.Method == "POST"
        );
        sent.Status.Should().Be(302);
        (await app.ReplyAsync($"projects/{project}/agreements/{app.Portfolio}"))
            .Number("reviewEveryMonths")
            .Should()
            .Be(6);
    }

    [BrowserFact]
    public async Task A_stale_list_shows_what_is_stored_now_and_keeps_what_was_typed()
    {
        var project = await ProjectAsync("DEMO-06");
        await using var mine = await app.OpenAsAsync("manager", Plain);
        await using var other = await app.OpenAsAsync("owner", Plain);
        foreach (var (tab, label) in new[] { (mine, "Mine"), (other, "Somebody else's") })
        {
            await tab.GoAsync($"/projects/{project}/risks/edit");
            await FillAsync(tab, "risks[0].label", label);
            await At(tab, "risks[0].passage").SelectOptionAsync("any");
            await At(tab, "risks[0].likelihood").SelectOptionAsync("1");
            await At(tab, "risks[0].severity").SelectOptionAsync("1");
        }
        (await SaveAsync(other)).Should().Be(302);
        (await SaveAsync(mine)).Should().Be(412);
        (await mine.Page.Locator(".meanwhile").First.TextContentAsync()).Should().Contain("Somebody else's");
        (await At(mine, "risks[0].label").InputValueAsync()).Should().Be("Mine");
        (await SaveAsync(mine)).Should().Be(302);
        (await app.ReplyAsync($"projects/{project}/risks")).Text("risks.0.label").Should().Be("Mine");
    }

    [BrowserFact]
    public async Task Lists_within_rows_go_with_their_row_and_what_an_alliance_misses_is_named()
    {
        var project = await ProjectAsync("DEMO-05");
        var names = (await app.ReplyAsync("organisations")).Items().Select(o => o["name"]!.ToString()).ToList();
        await using var tab = await app.OpenAsAsync("manager", Plain);
        await tab.GoAsync($"/projects/{project}/alliances");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Add an alliance" }));
        await FillAsync(tab, "name", "Side by side");
        await At(tab, "form").SelectOptionAsync("territorialDialogue");
        await tab.Page.GetByLabel("Societal innovation").CheckAsync();
        await FillAsync(tab, "startedOn", "2025-05-01");
        await FillAsync(tab, "partners[0].organisationId", names[0]);
        await FillAsync(tab, "partners[0].since", "2025-05-01");
        await MoreAsync(tab, "partners");
        await FillAsync(tab, "partners[1].organisationId", names[1]);
        await FillAsync(tab, "partners[1].since", "2025-06-01");
        await At(tab, "partners[1].objectives[0].axis").SelectOptionAsync("internalPerformance");
        await FillAsync(tab, "partners[1].objectives[0].text", "Learn how it is done");
        await MoreAsync(tab, "partners[1].objectives");
        await At(tab, "partners[1].objectives[1].axis").SelectOptionAsync("externalMobilisation");
        await FillAsync(tab, "partners[1].objectives[1].text", "Win others over");
        await tab.PressAsync(tab.Page.Locator("button[name=_less][value='partners[0]']"));
        (await At(tab, "partners[0].objectives[1].text").InputValueAsync()).Should().Be("Win others over");
        await FillAsync(tab, "commonGood[0].text", "People get to work");
        await At(tab, "commonGood[0].dimension").SelectOptionAsync("personal");
        (await SaveAsync(tab)).Should().Be(302);

        var alliance = (await app.ReplyAsync($"projects/{project}/alliances"))
            .Items()
            .Single(a => a["name"]!.ToString() == "Side by side");
        alliance["partners"]!.AsArray().Should().ContainSingle().Which!["objectives"]!.AsArray().Should().HaveCount(2);
        var state = tab.Page.Locator("[data-criterion=doubleImpact]");
        (await state.GetAttributeAsync("data-met")).Should().Be("false");
        (await tab.Page.Locator("#double").TextContentAsync()).Should().Contain($"{names[1]}: a gain");

        // Given a gain, it is met.
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }));
        await At(tab, "partners[0].gains[0].kind").SelectOptionAsync("skills");
        (await SaveAsync(tab)).Should().Be(302);
        (await state.GetAttributeAsync("data-met")).Should().Be("true");
        (await tab.Page.Locator("#versions [data-id]").CountAsync()).Should().Be(2);
    }

    [BrowserFact]
    public async Task The_economic_model_has_the_figures_of_the_api()
    {
        var project = await ProjectAsync("DEMO-10");
        await ModuleStory.OfAsync(app, project);
        await using var tab = await app.OpenAsAsync("investor", new("fr"));
        await tab.GoAsync($"/projects/{project}/economics");
        foreach (var which in new[] { "current", "target" })
        {
            var picture = await app.ReplyAsync($"projects/{project}/economics/{which}");
            foreach (var share in picture.Items("shares"))
            {
                var source = share["source"]!.ToString();
                (await FigureAsync(tab, $"{which}.shares.{source}.share"))
                    .Should()
                    .Be(share["share"]!.GetValue<decimal>());
                (await FigureAsync(tab, $"{which}.shares.{source}.yearlyAmount"))
                    .Should()
                    .Be(share["yearlyAmount"]!["amount"]!.GetValue<decimal>());
            }
            foreach (var remark in picture.Items("remarks"))
                (await tab.Page.Locator($"[data-code={remark["code"]}]").CountAsync()).Should().Be(1);
        }
        var page = await tab.Page.TextContentAsync("main");
        page.Should().Contain("90\u202f000,50\u00a0€").And.Contain("31 mars 2026");
        (await tab.Page.Locator("#trajectory .status.missed").CountAsync()).Should().Be(1, "one milestone is late");
        (await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Modifier" }).CountAsync())
            .Should()
            .Be(0, "an investor reads");
    }

    [BrowserTheory]
    [InlineData("en", "Skills sponsorship", "Partnership of organisations")]
    [InlineData("fr", "Mécénat de compétences", "Partenariat entre organisations")]
    public async Task What_changed_is_told_in_words(string language, params string[] words)
    {
        var project = await ProjectAsync("DEMO-10");
        await ModuleStory.OfAsync(app, project);
        await using var tab = await app.OpenAsAsync("administrator", new(language));
        await tab.GoAsync($"/projects/{project}/history");
        var told = await tab.Page.Locator(".changes dt, .changes dd").AllTextContentsAsync();
        told.Should().HaveCountGreaterThan(20);
        foreach (var text in told)
            text.Should().NotMatchRegex("[0-9a-f]{8}-[0-9a-f]{4}-").And.NotMatchRegex("\\b[a-z]{2,}[A-Z][a-z]+");
        var page = await tab.Page.TextContentAsync("#changes");
        foreach (var word in words)
            page.Should().Contain(word);
    }

    [BrowserFact]
    public async Task A_milestone_is_refused_at_its_field_and_half_a_size_is_asked_for()
    {
        var project = await ProjectAsync("DEMO-07");
        await using var tab = await app.OpenAsAsync("owner", new("fr", JavaScript: false));
        await tab.GoAsync($"/projects/{project}/economics/target");
        await FillAsync(tab, "sizing.territories", "3");
        await FillAsync(tab, "trajectory[0].milestone", "Une ville qui paie");
        await FillAsync(tab, "trajectory[0].dueOn", "2027-06-30");
        await FillAsync(tab, "resources[0].yearlyAmount.amount", "12 500,50");
        await At(tab, "resources[0].source").SelectOptionAsync("earned");
        (await SaveAsync(tab, "Enregistrer")).Should().Be(422);
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("a").First.GetAttributeAsync("href"))
            .Should()
            .EndWith("#f-sizing.beneficiaries");
        await FillAsync(tab, "sizing.beneficiaries", "400");
        await FillAsync(tab, "sizing.yearlyCost.amount", "90 000");
        (await SaveAsync(tab, "Enregistrer")).Should().Be(302);

        var stored = await app.ReplyAsync($"projects/{project}/economics/target");
        stored.Figure("resources.0.yearlyAmount.amount").Should().Be(12_500.5m);
        stored.Number("sizing.beneficiaries").Should().Be(400);
    }

    [BrowserFact]
    public async Task An_impact_that_is_too_early_is_grey_and_a_reading_of_it_a_sign()
    {
        var project = await ProjectAsync("DEMO-09");
        await using var tab = await app.OpenAsAsync("owner", Plain);
        await tab.GoAsync($"/projects/{project}/impacts/new");
        await FillAsync(tab, "statement", "Towns trust each other");
        await At(tab, "kind").SelectOptionAsync("trust");
        await At(tab, "facet").SelectOptionAsync("territorial");
        await At(tab, "foreseen").SelectOptionAsync("wanted");
        await At(tab, "dimension").SelectOptionAsync("societal");
        await At(tab, "level").SelectOptionAsync("ecosystem");
        await FillAsync(tab, "since", "2025-01-01");
        (await SaveAsync(tab)).Should().Be(422);
        var refused = tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=facet_of_another_kind]");
        (await refused.TextContentAsync()).Should().Contain("Trust").And.NotContain("territorial'");
        await At(tab, "facet").SelectOptionAsync("territories");
        (await SaveAsync(tab)).Should().Be(302);

        (await tab.Page.Locator("[data-state=tooEarly]").First.GetAttributeAsync("class"))
            .Should()
            .Contain("early")
            .And.NotContain("missed");
        await tab.Page.GetByLabel("Not seen").CheckAsync();
        await FillAsync(tab, "note", "Nothing yet, of course.");
        await tab.PressAsync(tab.Page.Locator("#readings button"));
        (await tab.Page.Locator("#readings .timeline .early").TextContentAsync()).Should().Contain("a sign");
        (await tab.Page.Locator("#clock circle.clock-sign").CountAsync()).Should().BeGreaterThan(0);
        (await tab.Page.Locator("main .missed").CountAsync()).Should().Be(0, "too early is never a failure");
    }

    [BrowserFact]
    public async Task Who_may_not_write_is_offered_nothing_and_refused()
    {
        var project = await ProjectAsync("DEMO-10");
        var story = await ModuleStory.OfAsync(app, project);
        await using var tab = await app.OpenAsAsync("investor");
        foreach (
            var (page, edit) in new[]
            {
                ("agreements", $"agreements/{app.Portfolio}"),
                ("economics", "economics/current"),
                ("alliances", "alliances/new"),
                ($"alliances/{story.Alliance}", "edit"),
                ("impacts", "impacts/new"),
                ("risks", "risks/edit"),
            }
        )
        {
            (await tab.GoAsync($"/projects/{project}/{page}")).Should().Be(200);
            (await tab.Page.Locator($"main a[href$='/{edit}']").CountAsync()).Should().Be(0, page);
        }
        (await tab.GoAsync($"/projects/{project}/risks/edit")).Should().Be(403);
    }

    private static ILocator At(Tab tab, string field) => tab.Page.Locator($"[id='f-{field}']");

    private static Task FillAsync(Tab tab, string field, string value) => At(tab, field).FillAsync(value);

    private static async Task MoreAsync(Tab tab, string list) =>
        (await tab.PressAsync(tab.Page.Locator($"button[name=_more][value='{list}']"))).Should().Be(200);

    private static Task<int> SaveAsync(Tab tab, string says = "Save") =>
        tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = says, Exact = true }));

    private static async Task<decimal> FigureAsync(Tab tab, string path) =>
        decimal.Parse(
            (await tab.Page.Locator($"data[data-figure='{path}']").First.GetAttributeAsync("value"))!,
            CultureInfo.InvariantCulture
        );
}
