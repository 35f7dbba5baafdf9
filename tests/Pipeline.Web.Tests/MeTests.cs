using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A person's own page.</summary>
[Collection(OneProgram.Name)]
public sealed class MeTests(WebApp app)
{
    private const string First = "eleven rivers at dusk",
        Second = "seven bridges at dawn";

    [BrowserFact]
    public async Task Somebody_changes_their_name_and_sees_it_at_the_top_of_every_page()
    {
        await using var tab = await NewAsync(new(JavaScript: false));
        await tab.GoAsync("/me");
        await tab.Page.GetByLabel("Name").FillAsync(" ");
        (await tab.PressAsync(Button(tab, "Save"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong #f-name").CountAsync()).Should().Be(1);
        await tab.Page.GetByLabel("Name").FillAsync("Another Name");
        (await tab.PressAsync(Button(tab, "Save"))).Should().Be(302);
        (await tab.Page.Locator("header a[href='/me']").TextContentAsync()).Should().Be("Another Name");
    }

    [BrowserFact]
    public async Task A_password_is_changed_and_a_wrong_one_is_said_at_its_field()
    {
        await using var tab = await NewAsync(new("fr"));
        await tab.GoAsync("/me/password");
        await FillAsync(tab, "not the password", Second);
        (await tab.PressAsync(Button(tab, "Changer le mot de passe"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong #f-current").CountAsync()).Should().Be(1);
        (await tab.Page.Locator("#f-current").InputValueAsync()).Should().BeEmpty();
        await FillAsync(tab, First, "court");
        (await tab.PressAsync(Button(tab, "Changer le mot de passe"))).Should().Be(422);
        (await tab.Page.Locator(".field.wrong #f-new").CountAsync()).Should().Be(1);
        await FillAsync(tab, First, Second);
        (await tab.PressAsync(Button(tab, "Changer le mot de passe"))).Should().Be(302);
        new Uri(tab.Page.Url).AbsolutePath.Should().Be("/sign-in", "every session ends with the password");
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync())
            .Should()
            .Contain("Votre mot de passe est changé");
    }

    [BrowserFact]
    public async Task Wrong_passwords_count_also_where_a_form_has_a_key()
    {
        await using var tab = await NewAsync(new());
        await tab.GoAsync("/me/password");
        // Ten failures let an account rest: then the right one is refused too.
        for (var i = 0; i < 10; i++)
        {
            await FillAsync(tab, "not the password", Second);
            (await tab.PressAsync(Button(tab, "Change the password"))).Should().Be(422);
        }
        await FillAsync(tab, First, Second);
        (await tab.PressAsync(Button(tab, "Change the password"))).Should().Be(422);
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("li[data-code=wrong_password]").CountAsync()).Should().Be(1);
    }

    [BrowserFact]
    public async Task Another_device_is_seen_and_signed_out()
    {
        await using var tab = await NewAsync(new(JavaScript: false));
        await tab.GoAsync("/me");
        (await tab.Page.Locator("#sessions tbody tr").CountAsync()).Should().Be(1);
        (await tab.Page.Locator("#sessions tbody").TextContentAsync())
            .Should()
            .Contain("Chrome on Linux")
            .And.Contain("this device");
        await using var other = await app.OpenAsync();
        await other.SignInAsync(await EmailAsync(tab), First);
        await tab.GoAsync("/me");
        var row = tab.Page.Locator("#sessions tbody tr:not(:has(.tag))");
        await row.Locator("summary").ClickAsync();
        (await tab.PressAsync(row.GetByRole(AriaRole.Button, new() { Name = "End" }))).Should().Be(302);
        await other.GoAsync("/");
        new Uri(other.Page.Url).AbsolutePath.Should().Be("/sign-in");
        (await tab.GoAsync("/me")).Should().Be(200, "one's own goes on");
    }

    [BrowserFact]
    public async Task The_address_of_a_calendar_is_shown_once_replaced_and_ended()
    {
        await using var tab = await NewAsync(new(JavaScript: false));
        await tab.GoAsync("/me");
        (await tab.PressAsync(Button(tab, "Make an address"))).Should().Be(302);
        var first = await AddressAsync(tab);
        (await CalendarAsync(first)).Should().Be(200);
        await tab.GoAsync("/me");
        (await tab.Page.Locator(".secret").CountAsync()).Should().Be(0, "it is shown once");

        (await tab.PressAsync(await ConfirmAsync(tab, "Make another address"))).Should().Be(302);
        var second = await AddressAsync(tab);
        (await CalendarAsync(first), await CalendarAsync(second)).Should().Be((404, 200));
        (await tab.PressAsync(await ConfirmAsync(tab, "End the address"))).Should().Be(302);
        (await CalendarAsync(second)).Should().Be(404);
        (await Button(tab, "Make an address").CountAsync()).Should().Be(1);

        async Task<int> CalendarAsync(string path)
        {
            using var answer = await app.Api.GetAsync(new Uri(path, UriKind.Relative));
            return (int)answer.StatusCode;
        }
    }

    private static async Task<string> AddressAsync(Tab tab) =>
        new Uri((await tab.Page.Locator(".secret code").TextContentAsync())!).AbsolutePath;

    private static async Task<ILocator> ConfirmAsync(Tab tab, string name)
    {
        var question = tab.Page.Locator("#calendar details", new() { HasText = name });
        await question.Locator("summary").ClickAsync();
        return question.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }

    private static async Task<string> EmailAsync(Tab tab) =>
        (await tab.Page.Locator(".sub").TextContentAsync())!.Split(' ')[^1].Trim();

    private static ILocator Button(Tab tab, string name) =>
        tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task FillAsync(Tab tab, string current, string next)
    {
        await tab.Page.Locator("#f-current").FillAsync(current);
        await tab.Page.Locator("#f-new").FillAsync(next);
    }

    // Whoever changes their password is nobody whom other tests sign in as.
    private async Task<Tab> NewAsync(Look look)
    {
        var email = $"{app.NewCode("own")}@demo.pipeline";
        using var answer = await app.Api.PostAsJsonAsync(
            new Uri("/api/v1/users", UriKind.Relative),
            new
            {
                email,
                name = "Own",
                password = First,
            }
        );
        (await Reply.ReadAsync(answer)).ShouldBe(201);
        var tab = await app.OpenAsync(look);
        await tab.SignInAsync(email, First);
        return tab;
    }
}
