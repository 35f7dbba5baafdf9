using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>Forms of pages that are older than what happened since: of another session, sent again with something else, or without the version that they were drawn with.</summary>
[SqliteOnly("Forms are told from each other before any database is asked.")]
public sealed partial class PageFormTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_form_of_another_session_is_refused_in_words_and_signing_in_twice_leads_on()
    {
        using var browser = Browser();
        var old = TokenOf(await browser.GetStringAsync(At("/sign-in")));
        await SignInAsync(browser, old, "/sign-in");

        using var again = await SignInAsync(browser, old, "/sign-in?returnUrl=%2Fprojects");
        again.Headers.Location!.ToString().Should().EndWith("/projects");

        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        foreach (var token in new[] { old, null })
        {
            using var refused = await PostAsync(browser, Report(project), token, ("_handler", "report"));
            ((int)refused.StatusCode).Should().Be(400);
            (await refused.Content.ReadAsStringAsync()).Should().Contain("<main").And.Contain("load its page again");
        }
    }

    [Fact]
    public async Task What_is_sent_after_going_back_is_asked_anew_and_keeps_what_was_typed()
    {
        using var browser = Browser();
        await SignInAsync(browser, TokenOf(await browser.GetStringAsync(At("/sign-in"))), "/sign-in");
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var page = await browser.GetStringAsync(At(Report(project)));
        var form = page[page.IndexOf("name=\"effectiveOn\"", StringComparison.Ordinal)..];
        var before = page[..^form.Length];
        var (token, key, version) = (
            Token().Matches(before)[^1].Groups[1].Value,
            Key().Matches(before)[^1].Groups[1].Value,
            Version().Matches(before)[^1].Groups[1].Value
        );
        (await SendAsync("The first", version: null)).Should().Be((428, true), "it was drawn with a version");
        (await SendAsync("The first", version)).Should().Be((302, false));
        (await SendAsync("The first", version)).Should().Be((302, false), "it is the same, and was done");
        (await project.ReportAsync("resume", "2016-03-01")).ShouldBe(201);
        (await SendAsync("The second", version))
            .Should()
            .Be((412, true), "it is another one, of what was there before");

        async Task<(int Status, bool Kept)> SendAsync(string reason, string? version)
        {
            var fields = new List<(string, string)>
            {
                ("_handler", "report"),
                ("_key", key),
                ("effectiveOn", "2016-01-01"),
                ("reason", reason),
            };
            if (version is not null)
                fields.Add(("_version", version));
            using var answer = await PostAsync(browser, Report(project), token, [.. fields]);
            return (
                (int)answer.StatusCode,
                // What leads on carries the page too, which nobody is shown.
                answer.Headers.Location
                    is null
                    && (await answer.Content.ReadAsStringAsync()).Contains(reason, StringComparison.Ordinal)
            );
        }
    }

    private HttpClient Browser() => api.CreateClient(new() { AllowAutoRedirect = false });

    private static string Report(TestProject project) => $"/projects/{project.Id}/report?trigger=hold";

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string token, string path)
    {
        var answer = await PostAsync(
            browser,
            path,
            token,
            ("_handler", "sign-in"),
            ("email", PipelineApi.AdministratorEmail),
            ("password", PipelineApi.Password)
        );
        ((int)answer.StatusCode).Should().Be(302);
        return answer;
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string path,
        string? token,
        params (string Name, string Value)[] fields
    )
    {
        var sent = fields.ToDictionary(f => f.Name, f => f.Value);
        if (token is not null)
            sent["__RequestVerificationToken"] = token;
        using var content = new FormUrlEncodedContent(sent);
        return await browser.PostAsync(At(path), content);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_key\" value=\"([^\"]+)")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"_version\" value=\"([^\"]+)")]
    private static partial Regex Version();
}
