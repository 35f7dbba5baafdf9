using System.Text.RegularExpressions;

namespace Pipeline.Api.Tests.Common;

/// <summary>Asks for pages as a browser does, by cookie, without one.</summary>
internal static partial class PageBrowser
{
    /// <summary>A person's browser; that of nobody where the client has not signed in.</summary>
    public static async Task<HttpClient> BrowserOfAsync(this PipelineApi api, Client person, string? language = null)
    {
        var browser = api.CreateClient(new() { AllowAutoRedirect = false });
        if (language is not null)
            browser.DefaultRequestHeaders.AcceptLanguage.Add(new(language));
        if (person.UserId == Guid.Empty)
            return browser;
        var email = (await person.GetAsync("me")).ShouldBe(200).Text("email");
        var form = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
                ["email"] = email,
                ["password"] = PipelineApi.Password,
            }
        );
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        ((int)answer.StatusCode).Should().Be(302, "{0} signs in", email);
        return browser;
    }

    /// <summary>A page that has to be there, with its texts as they are read.</summary>
    public static async Task<string> PageAsync(this HttpClient browser, string path) =>
        System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();
}
