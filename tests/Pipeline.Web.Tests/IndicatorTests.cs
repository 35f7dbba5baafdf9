using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Indicators on their pages: asked for, aimed at, read and taken back; and the evaluations to come.</summary>
[Collection(OneProgram.Name)]
public sealed class IndicatorTests(WebApp app)
{
    [BrowserFact]
    public async Task An_indicator_is_asked_for_read_and_taken_back()
    {
        var project = (await app.ReplyAsync("projects?q=DEMO-06")).Id("items.0.id");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/portfolios/{app.Portfolio}/indicators");
        (await tab.PressAsync(tab.Page.Locator("#edit button[name=_more]"))).Should().Be(200);
        var last = tab.Page.Locator("#edit fieldset").Last;
        await last.GetByLabel("Short code").FillAsync("TREES");
        await last.GetByLabel("Name in English").FillAsync("Trees planted");
        await last.GetByLabel("Name in French").FillAsync("Arbres plantés");
        await last.GetByLabel("Unit").FillAsync("trees");
        await last.GetByLabel("Which way is better").SelectOptionAsync("up");
        await last.GetByLabel("Total over projects").SelectOptionAsync("sum");
        await tab.FollowAsync(tab.Page.Locator("#edit").GetByRole(AriaRole.Button, new() { Name = "Save" }));
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("are saved");
        (await tab.Page.Locator("#totals").TextContentAsync()).Should().Contain("Trees planted");

        await tab.GoAsync($"/projects/{project}/indicators");
        var form = tab.Page.Locator("#record");
        await form.GetByLabel("Indicator").SelectOptionAsync("TREES");
        await form.GetByLabel("Value", new() { Exact = true }).FillAsync("1,250.123456789");
        await form.GetByLabel("Where the value comes from").FillAsync("Counted");
        await tab.FollowAsync(form.GetByRole(AriaRole.Button, new() { Name = "Record a reading" }));
        var reading = await app.ReplyAsync($"projects/{project}/indicator-readings?indicator=TREES");
        reading["items.0.value"]!.GetValue<decimal>().Should().Be(1_250.123456789m);

        var entry = tab.Page.Locator($"[data-id='{reading.Id("items.0.id")}']");
        (await entry.TextContentAsync()).Should().Contain("1,250.123456789").And.Contain("trees");
        await entry.Locator("summary").ClickAsync();
        await entry.GetByLabel("Reason").FillAsync("Counted twice");
        await tab.FollowAsync(entry.GetByRole(AriaRole.Button, new() { Name = "Take back" }));
        (await app.ReplyAsync($"projects/{project}/indicator-readings?indicator=TREES")).Items().Should().HaveCount(2);
    }

    [BrowserFact]
    public async Task An_evaluation_is_planned()
    {
        var project = (await app.ReplyAsync("projects?q=DEMO-06")).Id("items.0.id");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/projects/{project}/evaluation-plan");
        var last = tab.Page.Locator("#edit fieldset").Filter(new() { Has = tab.Page.Locator("input[type=date]") }).Last;
        await last.GetByLabel("Due on").FillAsync("2035-06-30");
        await last.GetByLabel("Phase").SelectOptionAsync("modelling");
        await last.GetByLabel("Form").SelectOptionAsync("relevance");
        await last.GetByLabel("Maturity").SelectOptionAsync("measured");
        await last.GetByLabel("Who is to do it").SelectOptionAsync("trustedThirdParty");
        await last.GetByLabel("Beneficiaries").CheckAsync();
        await last.GetByLabel("Budget, in EUR").FillAsync("2,500");
        await tab.FollowAsync(tab.Page.Locator("#edit").GetByRole(AriaRole.Button, new() { Name = "Save" }));
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("is saved");
        var plan = await app.ReplyAsync($"projects/{project}/evaluation-plan");
        plan["evaluations.0.budget.amount"]!.GetValue<decimal>().Should().Be(2_500);
        plan.Text("evaluations.0.dueOn").Should().Be("2035-06-30");
    }
}
