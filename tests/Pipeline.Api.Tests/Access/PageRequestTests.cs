using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>
/// Pages as browsers and probes ask for them: forms that are older than what happened since, addresses that ask for what there is not, HEAD, and what is said of the
/// last form.
/// </summary>
[SqliteOnly("Requests are told from each other before any database is asked.")]
public sealed partial class PageRequestTests(PipelineApi api) : IClassFixture<PipelineApi>
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
                ("step", "send"),
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

    [Fact]
    public async Task What_an_address_asks_for_and_no_page_takes_is_refused_in_words()
    {
        using var browser = await SignedInAsync();
        foreach (
            var (address, code) in new[]
            {
                ("/projects?phse=modelling", "unknown_parameter"),
                ("/projects?columns=code&columns=zzz", "unknown_code"),
                ("/projects/export.csv?phse=modelling", "unknown_parameter"),
                ("/me?asOf=2026-01-01", "unknown_parameter"),
                ("/projects?phase=zzz", "unknown_code"),
            }
        )
        {
            using var refused = await browser.GetAsync(At(address));
            ((int)refused.StatusCode).Should().Be(422, address);
            var said = await refused.Content.ReadAsStringAsync();
            said.Should().Contain("<main", address).And.Contain($"data-code=\"{code}\"", address);
            said.Should().NotContain("scalingOut", "{0} is told what phases are called", address);
        }
        foreach (var address in new[] { "/projects?q=a&columns=code&sort=-name&page=1&pageSize=25", "/?", "/me" })
        {
            using var shown = await browser.GetAsync(At(address));
            ((int)shown.StatusCode).Should().Be(200, address);
        }
    }

    [Fact]
    public void Every_page_says_what_its_address_may_ask_for()
    {
        var pages = Path.Combine(CommandLine.Root, "src", "Pipeline.Api", "Web", "Pages");
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(pages, "*.razor", SearchOption.AllDirectories))
        {
            var page = File.ReadAllText(file);
            var asked = Asks()
                .Matches(page)
                .SelectMany(m => m.Groups[1].Success ? [m.Groups[1].Value] : new[] { "page", "pageSize" })
                .Distinct()
                .ToList();
            read += asked.Count;
            var taken = Taken().Matches(page).SelectMany(m => Name().Matches(m.Value).Select(n => n.Groups[1].Value));
            asked.Except(taken).Should().BeEmpty(file);
        }
        read.Should().BeGreaterThan(80);
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_is_but_by_the_api()
    {
        using var browser = await SignedInAsync();
        var feed = (await api.Administrator.PostAsync("me/calendar", null)).ShouldBe(201).Text("url");
        foreach (
            var (address, type) in new[]
            {
                ("/projects", "text/html"),
                ("/projects/export.csv", "text/csv"),
                ("/.well-known/pipeline-closing-keys", "application/json"),
                (new Uri(feed).AbsolutePath, "text/calendar"),
            }
        )
        {
            using var asked = new HttpRequestMessage(HttpMethod.Head, At(address));
            using var answer = await browser.SendAsync(asked);
            ((int)answer.StatusCode).Should().Be(200, address);
            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
            (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }
        using var unknown = new HttpRequestMessage(HttpMethod.Head, At("/nowhere"));
        ((int)(await browser.SendAsync(unknown)).StatusCode).Should().Be(404);
        using var ofApi = new HttpRequestMessage(HttpMethod.Head, At("/api/v1/me"));
        ((int)(await api.Administrator.Http.SendAsync(ofApi)).StatusCode).Should().Be(405);
    }

    [Theory]
    [InlineData("/api/v1/projects")]
    [InlineData("/projects/export.csv")]
    [InlineData(
        "/projects/0198a4c2-0023-7c21-9b5e-0d6f4a2b8c23/documents/0198a4c2-0023-7c21-9b5e-0d6f4a2b8c24/content"
    )]
    [InlineData("/calendar/x.ics")]
    public async Task Who_signs_in_is_led_to_a_page(string returnUrl)
    {
        using var browser = Browser();
        var token = TokenOf(await browser.GetStringAsync(At("/sign-in")));
        using var answer = await SignInAsync(browser, token, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        new Uri(answer.Headers.Location!.ToString(), UriKind.RelativeOrAbsolute)
            .ToString()
            .Should()
            .EndWith("/")
            .And.NotContain(returnUrl);
    }

    [Fact]
    public async Task Whoever_signs_in_is_led_back_to_an_address_with_letters()
    {
        using var browser = Browser();
        var token = TokenOf(await browser.GetStringAsync(At("/sign-in")));
        using var answer = await SignInAsync(browser, token, "/sign-in?returnUrl=%2Fprojects%3Fq%3D%C3%A9t%C3%A9");
        answer.Headers.Location!.OriginalString.Should().EndWith("/projects?q=%C3%A9t%C3%A9");
    }

    [Fact]
    public async Task Whoever_types_what_is_no_character_is_nobody_that_is_known()
    {
        using var browser = Browser();
        var token = TokenOf(await browser.GetStringAsync(At("/sign-in")));
        var statuses = new List<System.Net.HttpStatusCode>();
        foreach (var email in new[] { "nobody@test.pipeline", "no\uFFFEbody@test.pipeline" })
        {
            using var answer = await PostAsync(
                browser,
                "/sign-in",
                token,
                ("_handler", "sign-in"),
                ("email", email),
                ("password", "correct horse battery")
            );
            statuses.Add(answer.StatusCode);
        }
        statuses.Distinct().Should().ContainSingle().Which.Should().NotBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_was_done_is_said_by_the_page_that_follows_and_by_no_other()
    {
        using var browser = await SignedInAsync();
        var token = TokenOf(await browser.GetStringAsync(At("/admin/organisations/new")));
        using var done = await PostAsync(
            browser,
            "/admin/organisations/new",
            token,
            ("_handler", "add"),
            ("_key", "0198a4c2-0023-7c21-9b5e-0d6f4a2b8c25"),
            ("name", "Flash Foundation"),
            ("actorProfile", "foundation")
        );
        ((int)done.StatusCode).Should().Be(302);
        const string said = "role=\"status\"";
        (await browser.GetStringAsync(At("/me"))).Should().NotContain(said, "another tab is about something else");
        var next = done.Headers.Location!.ToString();
        (await browser.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute))).Should().Contain(said);
        (await browser.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute))).Should().NotContain(said, "once");
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        (await SignInAsync(browser, TokenOf(await browser.GetStringAsync(At("/sign-in"))), "/sign-in")).Dispose();
        return browser;
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

    [GeneratedRegex(@"(?:Asked<[^>]+>\(|View\[|Query\[|Http\.Request\)\[)""(\w+)""|AskedPage\(\)")]
    private static partial Regex Asks();

    [GeneratedRegex(@"@attribute \[Takes\([^)]*\)\]")]
    private static partial Regex Taken();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex Name();

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_key\" value=\"([^\"]+)")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"_version\" value=\"([^\"]+)")]
    private static partial Regex Version();
}
