using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Whoever uses no mouse does the same.</summary>
[Collection(OneProgram.Name)]
public sealed class KeyboardTests(WebApp app)
{
    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task An_owner_signs_in_reports_and_is_led_to_what_is_missing(string language, bool script)
    {
        var project = (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id");
        await using var tab = await app.OpenAsync(new(language, JavaScript: script));
        await tab.GoAsync("/sign-in");
        await TypeAsync("#f-email", "owner@demo.pipeline");
        await TypeAsync("#f-password", WebApp.Password);
        await EnterAsync("form:has(#f-password) button");

        // The first stop leads past the head of the page.
        await tab.Page.Keyboard.PressAsync("Tab");
        (await tab.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).Should().EndWith("#main");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForFunctionAsync("document.activeElement.id === 'main'");
        await tab.Page.Keyboard.PressAsync("Tab");
        (await tab.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")).Should().BeTrue();

        await EnterAsync($"#mine a[href='/projects/{project}']");
        await EnterAsync($"a[href='/projects/{project}/report']");
        await EnterAsync("a[href*='trigger=advance']");
        await TypeAsync("[name=narrative]", "Ready");
        await EnterAsync("form:has([name=narrative]) .actions button");
        (await tab.Page.Locator("[role=alert] [data-code=gate_not_met]").CountAsync()).Should().Be(1);
        if (script)
            (await tab.Page.EvaluateAsync<string>("document.activeElement.getAttribute('role')")).Should().Be("alert");
        await EnterAsync("[role=alert] [data-code='evaluation.sizing'] a");
        tab.Page.Url.Should().EndWith($"/projects/{project}/evaluations#record");

        async Task StepToAsync(string place)
        {
            for (var steps = 0; !await HasFocusAsync(); steps++)
            {
                steps.Should().BeLessThan(120, "{0} is reached by the keyboard on {1}", place, tab.Page.Url);
                await tab.Page.Keyboard.PressAsync("Tab");
            }
            Task<bool> HasFocusAsync() =>
                tab.Page.EvaluateAsync<bool>("p => document.activeElement?.matches(p) === true", place);
        }

        async Task TypeAsync(string place, string text)
        {
            await StepToAsync(place);
            await tab.Page.Keyboard.TypeAsync(text);
        }

        async Task EnterAsync(string place)
        {
            await StepToAsync(place);
            (
                await tab.Page.EvaluateAsync<bool>(
                    "getComputedStyle(document.activeElement).outlineStyle !== 'none' || getComputedStyle(document.activeElement).boxShadow !== 'none'"
                )
            )
                .Should()
                .BeTrue("one sees where one is, on {0}", place);
            await tab.PressKeyAsync("Enter");
        }
    }
}
