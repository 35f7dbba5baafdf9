using System.Text.RegularExpressions;
using FluentAssertions.Execution;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>What holds on every page.</summary>
[Collection(OneProgram.Name)]
public sealed partial class FrameTests(WebApp app)
{
    // What links and filters of a page ask of the site; its files are asked for elsewhere.
    private const string Asking = """
        [...document.querySelectorAll('main a[href^="/"][href*="?"]:not([download])')].map(a => a.getAttribute('href')).concat(
            [...document.querySelectorAll('main form[method=get]')].map(f =>
                f.getAttribute('action') + '?' + new URLSearchParams(new FormData(f))))
        """;

    // Every page that a link or an address leads to; those of one record by the demonstration's own.
    private Task<IReadOnlyList<string>> PagesAsync() => Sites.FillAsync(app, Sites.Signed);

    // The longer words on the narrowest screen; colours are the same in every language.
    [BrowserTheory]
    [InlineData("en", 1280)]
    [InlineData("fr", 320)]
    public async Task Every_page_is_sound_in_both_themes_and_languages(string language, int width)
    {
        using var all = new AssertionScope();
        var asked = new Dictionary<string, string>();
        await using var tab = await app.OpenAsAsync("administrator", new(language, Width: width));
        foreach (var page in await PagesAsync())
        {
            (await tab.GoAsync(page)).Should().Be(200, page);
            (await tab.Page.Locator("h1").CountAsync()).Should().Be(1, page);
            (await tab.Page.Locator("html").GetAttributeAsync("lang")).Should().Be(language);
            await tab.ShouldBeSoundAsync();
            if (language != "en")
                continue;
            await tab.ShouldBeSoundInTheDarkAsync();
            foreach (var address in await tab.Page.EvaluateAsync<string[]>(Asking))
                asked.TryAdd(KindOf(address), address);
        }
        foreach (var address in asked.Values)
            (await tab.Page.Context.APIRequest.GetAsync(address)).Status.Should().Be(200, address);
        if (language == "en")
            asked.Should().HaveCountGreaterThan(40, "pages lead to views of others, and filter themselves");
    }

    // Links of one kind ask for the same of the same page.
    private static string KindOf(string address) => Value().Replace(Id().Replace(address, "id"), "=");

    [GeneratedRegex(@"=[^&#]*")]
    private static partial Regex Value();

    [GeneratedRegex(@"[0-9a-f]{8}-[-0-9a-f]{27}")]
    private static partial Regex Id();

    [BrowserFact]
    public async Task An_unknown_page_is_a_page_in_words()
    {
        await using var tab = await app.OpenAsAsync("owner", new("fr"));
        foreach (var page in new[] { "/nowhere", "/portfolios/00000000-0000-7000-8000-00000000000a", "/error" })
        {
            (await tab.GoAsync(page)).Should().Be(404, page);
            (await tab.Page.Locator("h1").TextContentAsync()).Should().Be("Cette page n'existe pas");
        }
    }

    [BrowserFact]
    public async Task Language_and_theme_are_chosen_and_kept()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync("/");
        await tab.FollowAsync(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Français" }));
        (await tab.Page.Locator("html").GetAttributeAsync("lang")).Should().Be("fr");
        await tab.FollowAsync(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sombre" }));
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        (await tab.Page.Locator("html").GetAttributeAsync("data-theme")).Should().Be("dark");
        (await tab.Page.Locator("html").GetAttributeAsync("lang")).Should().Be("fr");
    }

    [BrowserFact]
    public async Task Cookies_open_pages_and_tokens_the_api()
    {
        await using var tab = await app.OpenAsAsync("manager");
        (await tab.GoAsync("/api/v1/me")).Should().Be(401);
        using var page = await app.Api.GetAsync(new Uri("/", UriKind.Relative));
        page.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/sign-in", "a token opens no page");
    }
}
