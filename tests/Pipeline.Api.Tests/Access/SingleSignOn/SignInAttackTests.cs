using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Hosting;

namespace Pipeline.Api.Tests.Access.SingleSignOn;

/// <summary>The way to the provider and back, tampered with at each step, and a provider that does not do its duty.</summary>
[SqliteOnly("A provider is distrusted before a database is asked.")]
public sealed class SignInAttackTests(SingleSignOnApi api) : IClassFixture<SingleSignOnApi>
{
    [Fact]
    public async Task A_code_is_good_for_one_session_and_whoever_uses_it_again_ends_it()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var code = await browser.FetchCodeAsync(visitor);
        var tokens = (await browser.RedeemAsync(code)).ShouldBe(200);
        (await api.With(tokens.Text("accessToken")).GetAsync("me")).ShouldBe(200);
        (await browser.RedeemAsync(code)).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await api.With(tokens.Text("accessToken")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Of_many_who_use_a_code_at_once_one_at_most_comes_in()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var code = await browser.FetchCodeAsync(visitor);
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.RedeemAsync(code)));
        replies.Count(r => r.Status == 200).Should().Be(1);
        replies.Where(r => r.Status != 200).Should().AllSatisfy(r => r.ShouldBeProblem(401, "sign_in_code_not_valid"));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_the_secret_that_it_began_with_or_too_late()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var code = await browser.FetchCodeAsync(visitor);
        (await browser.RedeemAsync(code, new string('v', 43))).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await browser.RedeemAsync(code[..^2] + (code[^2] == 'A' ? 'B' : 'A') + code[^1])).ShouldBeProblem(
            401,
            "sign_in_code_not_valid"
        );
        (await browser.RedeemAsync("nonsense")).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await browser.RedeemAsync(code, "short")).ShouldBeProblem(422, "invalid_form");
        (await browser.RedeemAsync(code)).ShouldBe(200);

        var late = await browser.FetchCodeAsync(visitor);
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        (await browser.RedeemAsync(late)).ShouldBeProblem(401, "sign_in_code_not_valid");
    }

    [Fact]
    public async Task The_way_back_belongs_to_the_browser_that_went()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var callback = api.Provider.Visit(await NewBrowser().BeginAsync(), visitor);
        await ShouldFailAsync(NewBrowser(), callback, "without the cookie that it set out with");
        var begun = NewBrowser();
        await begun.BeginAsync();
        await ShouldFailAsync(begun, callback, "with the cookie of another way");
    }

    [Theory]
    [InlineData("state", "forged")]
    [InlineData("state", "")]
    [InlineData("code", "made-up")]
    [InlineData("code", "")]
    public async Task What_the_provider_did_not_say_is_not_believed(string name, string value)
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var callback = api.Provider.Visit(await browser.BeginAsync(), visitor);
        var query = QueryHelpers
            .ParseQuery(callback.Query)
            .ToDictionary(p => p.Key, p => p.Key == name ? value : p.Value.ToString());
        await ShouldFailAsync(
            browser,
            new(QueryHelpers.AddQueryString(callback.GetLeftPart(UriPartial.Path), query!)),
            "it was tampered with"
        );
    }

    [Fact]
    public async Task An_answer_of_the_provider_counts_once()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var callback = api.Provider.Visit(await browser.BeginAsync(), visitor);
        (await browser.RedeemAsync(Browser.CodeIn(await browser.ComeBackAsync(callback)))).ShouldBe(200);
        await ShouldFailAsync(browser, callback, "it was used");
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_is_told_so()
    {
        var declined = await NewBrowser().SignInAsync(new("reluctant") { Error = "access_denied" });
        declined.ShouldBeProblem(401, "sign_in_declined");
        (await NewBrowser().SignInAsync(new("unlucky") { Error = "server_error" })).ShouldBeProblem(
            401,
            "sign_in_failed"
        );
    }

    [Theory]
    [InlineData(Fault.Error)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.Failure)]
    [InlineData(Fault.Redirect)]
    [InlineData(Fault.Flood)]
    public async Task A_provider_that_fails_is_no_failure_of_ours(Fault fault)
    {
        var (_, visitor) = await api.NewVisitorAsync();
        visitor.AtToken = fault;
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(401, "sign_in_failed");
        (visitor.AtToken, visitor.AtUserInformation) = (Fault.None, fault);
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(401, "sign_in_failed");
        visitor.AtUserInformation = Fault.None;
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
    }

    [Fact]
    public async Task A_provider_that_names_nobody_signs_nobody_in()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        visitor.AtUserInformation = Fault.Nobody;
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(401, "sign_in_failed");
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_not_waited_for()
    {
        // The request itself has all the time it wants: what ends the waiting is the provider's own limit.
        await using var host = api.With(
            ("Pipeline:SingleSignOn:TimeoutSeconds", "1"),
            ("Pipeline:Limits:RequestSeconds", "1000")
        );
        var (_, visitor) = await api.NewVisitorAsync();
        visitor.AtToken = Fault.Silence;
        (await new Browser(host, api.Provider).SignInAsync(visitor)).ShouldBeProblem(401, "sign_in_failed");
        (visitor.AtToken, visitor.AtUserInformation) = (Fault.None, Fault.Silence);
        (await new Browser(host, api.Provider).SignInAsync(visitor)).ShouldBeProblem(401, "sign_in_failed");
    }

    [Fact]
    public async Task It_comes_back_to_listed_pages_alone_also_when_it_fails()
    {
        var (_, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        var end = await browser.ComeBackAsync(
            api.Provider.Visit(await browser.BeginAsync(SingleSignOnApi.Portal), visitor)
        );
        end.OriginalString.Should().StartWith($"{SingleSignOnApi.Portal}#code=");
        (await browser.RedeemAsync(Browser.CodeIn(end))).ShouldBe(200);

        foreach (var fault in new[] { Fault.Garbage, Fault.None })
        {
            var failing = new Visitor("failing")
            {
                Error = fault == Fault.None ? "access_denied" : null,
                AtToken = fault,
            };
            (await browser.ComeBackAsync(api.Provider.Visit(await browser.BeginAsync(SingleSignOnApi.Portal), failing)))
                .OriginalString.Should()
                .StartWith($"{SingleSignOnApi.Portal}#code=");
        }
        foreach (
            var elsewhere in new[]
            {
                "https://evil.test/",
                "https://other.test",
                "https://other.test/deeper",
                "//evil.test",
                "/sign-in",
                "",
            }
        )
            (await browser.RedeemAsync(Browser.CodeIn(Ours(await browser.BeginAsync(elsewhere))))).ShouldBeProblem(
                400,
                "sign_in_not_begun"
            );
        (
            await browser.RedeemAsync(Browser.CodeIn(Ours(await browser.BeginAsync(challenge: "too-short"))))
        ).ShouldBeProblem(400, "sign_in_not_begun");
    }

    [Fact]
    public async Task Cookies_of_the_way_are_for_this_way_alone()
    {
        using var answer = await NewBrowser(new("https://pipeline.test"))
            .GetAsync($"/sign-in/provider?challenge={new string('c', 43)}");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie
            .Should()
            .Contain("path=/sign-in/callback")
            .And.Contain("samesite=lax")
            .And.Contain("httponly")
            .And.Contain("secure");
        answer
            .Headers.Location!.OriginalString.Should()
            .Contain(Uri.EscapeDataString("https://pipeline.test/sign-in/callback"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_provider_is_told_the_address_that_people_use()
    {
        await using var host = api.With(("Pipeline:Proxies", "127.0.0.1"));
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = Wire.Serve(host),
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sign-in/provider?challenge={new string('c', 43)}")
        {
            Headers = { Host = "pipeline.example.org" },
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await http.SendAsync(request);
        answer
            .Headers.Location!.OriginalString.Should()
            .Contain(Uri.EscapeDataString("https://pipeline.example.org/sign-in/callback"));
        answer.Headers.GetValues("Set-Cookie").Single().Should().Contain("secure");
    }

    [Fact]
    public async Task Every_step_is_limited_and_made_up_codes_do_not_reach_the_provider_without_end()
    {
        await using var host = api.With(("Pipeline:Limits:SignInsPerMinute", "3"));
        var (browser, asked) = (new Browser(host, api.Provider), api.Provider.Asked);
        var callback = api.Provider.Visit(await browser.BeginAsync(), new("prying"));
        // One way there, and with its cookie and state as many ways back as one likes, with made-up codes.
        foreach (
            var (path, status) in new[]
            {
                (callback.PathAndQuery, 302),
                (callback.PathAndQuery, 302),
                (callback.PathAndQuery, 302),
                (callback.PathAndQuery, 429),
                ("/Sign-In/Callback" + callback.Query, 429),
            }
        )
        {
            using var answer = await browser.GetAsync(path, keepCookies: true);
            ((int)answer.StatusCode).Should().Be(status);
        }
        (api.Provider.Asked - asked).Should().BeGreaterThan(0);

        for (var i = 0; i < 2; i++)
            await browser.BeginAsync();
        using var refused = await browser.GetAsync($"/sign-in/provider?challenge={new string('c', 43)}");
        ((int)refused.StatusCode, refused.Content.Headers.ContentType!.MediaType).Should().Be((429, "text/html"));
        (await browser.RedeemAsync("anything")).ShouldBeProblem(429, "too_many_requests");
    }

    private Browser NewBrowser(Uri? address = null) => new(api, api.Provider, address);

    // A code comes back all the same, to our own page, and says what happened.
    private static async Task ShouldFailAsync(Browser browser, Uri callback, string because)
    {
        var end = Ours(await browser.ComeBackAsync(callback));
        (await browser.RedeemAsync(Browser.CodeIn(end)))
            .ShouldBeProblem(401, "sign_in_failed")
            .Text("detail")
            .Should()
            .NotBeEmpty(because);
    }

    private static Uri Ours(Uri end)
    {
        end.OriginalString.Should().StartWith("/sign-in#code=");
        return end;
    }
}
