using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>In and out, by password and by one click into the demonstration.</summary>
[Collection(OneProgram.Name)]
public sealed class SignInTests(WebApp app)
{
    [BrowserTheory]
    [InlineData("en", "Email", "Password", "Sign in", "Sign out", true)]
    [InlineData("fr", "Adresse e-mail", "Mot de passe", "Se connecter", "Se déconnecter", true)]
    [InlineData("fr", "Adresse e-mail", "Mot de passe", "Se connecter", "Se déconnecter", false)]
    public async Task Somebody_signs_in_and_out(
        string language,
        string email,
        string password,
        string signIn,
        string signOut,
        bool script
    )
    {
        await using var tab = await app.OpenAsync(new(language, JavaScript: script));
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        new Uri(tab.Page.Url).AbsolutePath.Should().Be("/sign-in");
        await tab.Page.GetByLabel(email, new() { Exact = true }).FillAsync("investor@demo.pipeline");
        await tab.Page.GetByLabel(password, new() { Exact = true }).FillAsync(WebApp.Password);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = signIn, Exact = true }));
        new Uri(tab.Page.Url)
            .AbsolutePath.Should()
            .Be($"/portfolios/{app.Portfolio}", "one comes back to where one was");

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = signOut, Exact = true }));
        await tab.GoAsync("/");
        new Uri(tab.Page.Url).AbsolutePath.Should().Be("/sign-in");
    }

    [BrowserFact]
    public async Task A_wrong_password_is_refused_in_words_and_the_name_kept()
    {
        await using var tab = await app.OpenAsync(new("fr"));
        await tab.GoAsync("/sign-in");
        await tab.Page.GetByLabel("Adresse e-mail").FillAsync("investor@demo.pipeline");
        await tab.Page.GetByLabel("Mot de passe").FillAsync("not the password");
        var answer = await tab.PressAsync(
            tab.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true })
        );
        answer.Should().Be(401);
        var refused = tab.Page.GetByRole(AriaRole.Alert);
        (await refused.Locator("[data-code=invalid_credentials]").CountAsync()).Should().Be(1);
        (await refused.EvaluateAsync<bool>("e => e === document.activeElement")).Should().BeTrue();
        (await tab.Page.GetByLabel("Adresse e-mail").InputValueAsync()).Should().Be("investor@demo.pipeline");
        (await tab.Page.GetByLabel("Mot de passe").InputValueAsync()).Should().BeEmpty();
    }

    [BrowserTheory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_led_elsewhere(string returnUrl)
    {
        await using var tab = await app.OpenAsync();
        await tab.GoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Investor" }));
        tab.Page.Url.Should().Be(app.Address + "/");
    }

    [BrowserFact]
    public async Task A_session_that_is_ended_elsewhere_ends_the_cookie()
    {
        await using var tab = await app.OpenAsync();
        await tab.SignInAsync("finance@demo.pipeline", WebApp.Password);
        using var client = new HttpClient { BaseAddress = new(app.Address) };
        var own = (await ReplyAsync(client, HttpMethod.Post, "login")).Text("accessToken");
        client.DefaultRequestHeaders.Authorization = new("Bearer", own);
        var sessions = (await ReplyAsync(client, HttpMethod.Get, "sessions")).Items();
        // The newest is the one that asks.
        foreach (var session in sessions.OrderBy(s => s["createdAt"]!.GetValue<DateTimeOffset>()).SkipLast(1))
            (await ReplyAsync(client, HttpMethod.Delete, $"sessions/{session["id"]}")).ShouldBe(204);

        await tab.GoAsync("/");
        new Uri(tab.Page.Url).AbsolutePath.Should().Be("/sign-in");
    }

    [BrowserFact]
    public async Task Every_page_that_is_open_to_everybody_is_sound()
    {
        foreach (var look in Look.All.Append(new(Width: 320)))
        {
            await using var tab = await app.OpenAsync(look);
            foreach (var page in Sites.Open)
            {
                (await tab.GoAsync(page)).Should().Be(200, page);
                await tab.ShouldBeSoundAsync();
            }
        }
    }

    private static async Task<Reply> ReplyAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/auth/{path}", UriKind.Relative));
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { email = "finance@demo.pipeline", password = WebApp.Password });
        using var answer = await client.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }
}
