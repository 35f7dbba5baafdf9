using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What every reply carries, and what none does.</summary>
public sealed class HeaderTests(WireApi api) : IClassFixture<WireApi>
{
    [Theory]
    [InlineData("/api/v1/me", 401)]
    [InlineData("/api/v1/nothing/here", 401)]
    [InlineData("/nothing", 404)]
    [InlineData("/sign-in", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/docs/index.html", 200)]
    [InlineData("/docs/swagger-ui.css", 200)]
    public async Task Every_reply_tells_browsers_to_keep_out(string path, int status)
    {
        using var answer = await GetAsync(api.CreateClient(), path);
        ((int)answer.StatusCode).Should().Be(status);
        // Forms of pages have to say where they come from.
        ShouldBeGuarded(answer, path is "/nothing" or "/sign-in" ? "same-origin" : "no-referrer");
        answer.Headers.Contains("Server").Should().BeFalse();
        answer.Headers.Contains("X-Powered-By").Should().BeFalse();
    }

    [Fact]
    public async Task Replies_and_refusals_of_the_API_are_kept_by_nobody()
    {
        foreach (
            var (path, status) in new[]
            {
                ("/api/v1/me", 200),
                ("/api/v1/reference", 200),
                ("/api/v1/projects?page=0", 422),
                ("/api/v1/projects/none", 404),
            }
        )
        {
            using var answer = await GetAsync(api.Administrator.Http, path);
            ((int)answer.StatusCode).Should().Be(status);
            ShouldBeGuarded(answer);
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
            answer.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'");
        }
    }

    [Fact]
    public async Task The_id_of_a_request_is_the_problems_trace_id_and_can_be_handed_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects/none");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var answer = await api.Administrator.Http.SendAsync(request);
        answer.Headers.GetValues("X-Request-Id").Single().Should().Be("0af7651916cd43dd8448eb211c80319c");
        (await Reply.ReadAsync(answer)).Text("traceId").Should().Be("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task The_page_of_the_documentation_keeps_to_its_own_policy()
    {
        using var answer = await GetAsync(api.CreateClient(), "/docs/index.html");
        var html = await answer.Content.ReadAsStringAsync();
        answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .Should()
            .Contain("script-src 'self';")
            .And.Contain("frame-ancestors 'none'");
        Regex
            .Matches(html, "<script[^>]*>")
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(
                script =>
                    script.Value.Contains("src=\"./", StringComparison.Ordinal)
                    || script.Value.Contains("src=\"swagger", StringComparison.Ordinal)
                    || script.Value.Contains("src=\"index", StringComparison.Ordinal),
                "an inline script would not run"
            );
        Regex.Matches(html, "(src|href)=\"(https?:)?//").Should().BeEmpty("nothing is fetched from elsewhere");
        Regex.Matches(html, " on[a-z]+=").Should().BeEmpty();
    }

    [Fact]
    public async Task No_other_origin_reads_anything_unless_it_is_named()
    {
        using var plain = await PreflightAsync(api.CreateClient());
        plain.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();

        await using var host = api.With(("Pipeline:Cors:Origins", "https://portal.example.org"));
        using var named = await PreflightAsync(host.CreateClient());
        named.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://portal.example.org");
        named.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
        using var other = await PreflightAsync(host.CreateClient(), "https://evil.example.org");
        other.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me")
        {
            Headers = { { "Origin", "https://portal.example.org" } },
        };
        using var refusal = await host.CreateClient().SendAsync(request);
        refusal
            .Headers.Contains("Access-Control-Allow-Origin")
            .Should()
            .BeTrue("a page has to be able to read why it is refused");
    }

    private static void ShouldBeGuarded(HttpResponseMessage answer, string referrer = "no-referrer")
    {
        var header = (string name) =>
            answer.Headers.TryGetValues(name, out var values) ? values.Single() : $"no {name}";
        header("X-Content-Type-Options").Should().Be("nosniff");
        header("X-Frame-Options").Should().Be("DENY");
        header("Referrer-Policy").Should().Be(referrer);
        header("Content-Security-Policy").Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'");
        header("X-Request-Id").Should().MatchRegex("^[0-9a-f]{32}$");
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative));

    private static async Task<HttpResponseMessage> PreflightAsync(
        HttpClient client,
        string origin = "https://portal.example.org"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/projects");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return await client.SendAsync(request);
    }
}
