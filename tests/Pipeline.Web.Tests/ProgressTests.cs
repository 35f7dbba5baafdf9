using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A progress report on its page: written, saved as one types, submitted; and the managers' table.</summary>
[Collection(OneProgram.Name)]
public sealed class ProgressTests(WebApp app)
{
    [BrowserFact]
    public async Task A_report_is_saved_while_one_writes_submitted_and_answered()
    {
        var id = (await app.ReplyAsync("projects?q=DEMO-05")).Id("items.0.id");
        var period = (await app.ReplyAsync($"projects/{id}/progress-reports")).Text("items.0.period");
        var path = $"projects/{id}/progress-reports/{period}";
        var indicator = (await app.ReplyAsync(path)).Text("indicatorReadings.0.indicator");
        await using (var tab = await app.OpenAsAsync("owner"))
        {
            await tab.GoAsync($"/{path}");
            await tab.Page.GetByLabel("Activities").FillAsync("We opened a second workshop");
            await Assertions
                .Expect(tab.Page.Locator("[data-autosaved]"))
                .ToHaveTextAsync("Saved as you write.", new() { Timeout = 15_000 });
            var saved = await app.ReplyAsync(path);
            (saved.Text("sections.0.text"), saved.Text("status")).Should().Be(("We opened a second workshop", "draft"));

            // What was saved meanwhile does not make the form stale; what is missing is named.
            await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Submit" }));
            (await tab.Page.GetByRole(AriaRole.Alert).Locator("li[data-code=required]").CountAsync()).Should().Be(4);
            foreach (var section in new[] { "Results", "Difficulties", "Lessons", "Next steps" })
                await tab.Page.GetByLabel(section).FillAsync($"{section} as planned");
            var value = tab.Page.Locator($"[name='readings.{indicator}']");
            await value.FillAsync("1.00000000001");
            await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Submit" }));
            (await tab.Page.Locator(".field.wrong").Locator($"[name='readings.{indicator}']").CountAsync())
                .Should()
                .Be(1, "what is wrong is said at its field");
            await value.FillAsync("1.5");
            await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Submit" }));
            (await app.ReplyAsync(path)).Text("status").Should().Be("submitted");
        }
        await using (var tab = await app.OpenAsAsync("manager"))
        {
            await tab.GoAsync($"/portfolios/{app.Portfolio}/reports");
            await tab.FollowAsync(tab.Page.Locator($"tr[data-id='{id}'] td a").First);
            await tab.FollowAsync(
                tab.Page.Locator("#decision").GetByRole(AriaRole.Button, new() { Name = "Decision" })
            );
            (await app.ReplyAsync(path)).Text("state").Should().Be("accepted");
            (await app.ReplyAsync($"projects/{id}/indicator-readings?indicator={indicator}"))
                .Items()
                .Should()
                .Contain(r => $"{r["on"]}" == period && r["value"]!.GetValue<decimal>() == 1.5m);
        }
    }
}
