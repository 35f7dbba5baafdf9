using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What nobody means well with: refused with a reason, never a failure of ours, and nothing written.</summary>
public sealed class HostileInputTests(WireApi api) : IClassFixture<WireApi>
{
    public static TheoryData<string, byte[]> Bodies =>
        new()
        {
            {
                "100 levels",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100))
            },
            { "100 lists", Encoding.UTF8.GetBytes(new string('[', 100) + new string(']', 100)) },
            {
                "a key twice",
                """{ "name": "a", "actorProfile": "association", "actorProfile": "foundation" }"""u8.ToArray()
            },
            {
                "a key twice, once escaped",
                """{ "name": "a", "n\u0061me": "b", "actorProfile": "association" }"""u8.ToArray()
            },
            { "UTF-16", Encoding.Unicode.GetBytes("""{ "name": "a", "actorProfile": "association" }""") },
            {
                "UTF-16 with its mark",
                [
                    .. Encoding.Unicode.Preamble,
                    .. Encoding.Unicode.GetBytes("""{ "name": "a", "actorProfile": "association" }"""),
                ]
            },
            {
                "invalid UTF-8 in a text",
                [.. "{ \"name\": \"a"u8, 0xC3, 0x28, .. "\", \"actorProfile\": \"association\" }"u8]
            },
            { "invalid UTF-8 in a code", [.. "{ \"name\": \"a\", \"actorProfile\": \""u8, 0xFF, .. "\" }"u8] },
            {
                "invalid UTF-8 in a key",
                [.. "{ \""u8, 0xFF, .. "\": 1, \"name\": \"a\", \"actorProfile\": \"association\" }"u8]
            },
            { "overlong UTF-8", [.. "{ \"name\": \""u8, 0xC0, 0x80, .. "\", \"actorProfile\": \"association\" }"u8] },
            { "half a surrogate in a text", """{ "name": "\ud800", "actorProfile": "association" }"""u8.ToArray() },
            {
                "half a surrogate in a key",
                """{ "\ud800": 1, "name": "a", "actorProfile": "association" }"""u8.ToArray()
            },
            { "half a surrogate in a code", """{ "name": "a", "actorProfile": "\ud800" }"""u8.ToArray() },
            { "NUL in a text", """{ "name": "a\u0000b", "actorProfile": "association" }"""u8.ToArray() },
            { "U+FFFE in a text", """{ "name": "a\ufffeb", "actorProfile": "association" }"""u8.ToArray() },
            { "a number without end", Encoding.UTF8.GetBytes("""{ "name": """ + new string('9', 400_000) + "}") },
            { "a comment", """{ /* x */ "name": "a", "actorProfile": "association" }"""u8.ToArray() },
            { "two documents", """{ "name": "a", "actorProfile": "association" } { "name": "b" }"""u8.ToArray() },
            { "XML", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"u8.ToArray() },
        };

    [Fact]
    public async Task A_page_says_too_that_NUL_is_no_text()
    {
        using var browser = api.CreateClient();
        using var asked = await browser.GetAsync(new Uri("/sign-in?returnUrl=%00", UriKind.Relative));
        ((int)asked.StatusCode, asked.Content.Headers.ContentType?.MediaType).Should().Be((422, "text/html"));
        using var form = new StringContent(
            "_handler=sign-in&email=a%00b&password=c",
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        using var posted = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        ((int)posted.StatusCode, posted.Content.Headers.ContentType?.MediaType).Should().Be((400, "text/html"));
        using var untrue = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["_handler"] = "sign-in", ["email"] = "a" }
        );
        using var refused = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), untrue);
        ((int)refused.StatusCode).Should().Be(400, "it has no token of the page");
    }

    [Theory]
    [InlineData("""{ "name": "a", "name": "b", "actorProfile": "association" }""", "A name stands twice in the body.")]
    [InlineData("""{ "name": "a",, }""", "The body is no valid JSON: line 1, position 15.")]
    public async Task A_body_that_is_no_JSON_is_refused_with_the_place(string body, string sentence)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await api.Administrator.Http.PostAsync(
            new Uri("/api/v1/organisations", UriKind.Relative),
            content
        );
        (await Reply.ReadAsync(answer)).ShouldBe(400).Text("detail").Should().Be(sentence);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_meant_to_break_something(string what, byte[] body)
    {
        var before = (await api.Administrator.GetAsync("organisations")).Number("totalItems");
        foreach (var key in new[] { null, (Guid?)Guid.CreateVersion7(api.Clock.GetUtcNow()) })
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organisations") { Content = content };
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key.ToString());
            using var answer = await api.Administrator.Http.SendAsync(request);
            var reply = await Reply.ReadAsync(answer);
            reply.Status.Should().BeOneOf([400, 422], what);
            reply.MediaType.Should().Be("application/problem+json");
        }
        (await api.Administrator.GetAsync("organisations")).Number("totalItems").Should().Be(before);
    }

    [Theory]
    [InlineData("organisations?q=a%00b", "q")]
    [InlineData("projects?q=%00", "q")]
    [InlineData("projects?q=%EF%BF%BE", "q")]
    [InlineData("projects?sort=name%00", "sort")]
    [InlineData("projects/export.csv?region=%00", "region")]
    public async Task NUL_in_a_question(string path, string field) =>
        (await api.Administrator.GetAsync(path))
            .ShouldBeProblem(422, "invalid_text")
            .ShouldBlame(field, "invalid_text");

    [Fact]
    public async Task NUL_in_a_name_to_sign_in_with() =>
        (
            await api.Anonymous().PostAsync("auth/login", new { email = "a\0@test.pipeline", password = "b" })
        ).ShouldBlame("email", "invalid_text");

    [Theory]
    [InlineData("""{ "severities": { "\ud800": "warn" } }""")]
    [InlineData("""{ "severities": { "": "warn" } }""")]
    [InlineData("""{ "severities": { "__proto__": "warn" } }""")]
    public async Task A_table_with_impossible_keys(string policy)
    {
        var fund = await Fund.OpenAsync(api);
        var body =
            $$"""{ "code": "{{api.NewCode("X")}}", "name": "X", "organisationId": "{{fund.OrganisationId}}", "currency": "EUR", "policy": {{policy}} }""";
        (await api.Administrator.PostAsync("portfolios", body)).Status.Should().BeOneOf(400, 422);
    }

    [Theory]
    [InlineData("GET", "/api/v1/projects/%00")]
    [InlineData("GET", "/api/v1/projects/..%2f..%2fetc%2fpasswd")]
    [InlineData("GET", "/api/v1/../../../etc/passwd")]
    [InlineData("GET", "/docs/..%2f..%2fappsettings.json")]
    [InlineData("GET", "/docs/../appsettings.json")]
    [InlineData("GET", "/docs/%2e%2e/appsettings.json")]
    [InlineData("GET", "/docs/%2e%2e%5cappsettings.json")]
    [InlineData("GET", "/appsettings.json")]
    [InlineData("GET", "/pipeline.db")]
    [InlineData("GET", "/api/v1//projects")]
    [InlineData("GET", "/api/v1/projects;x=1")]
    [InlineData("GET", "/api/v1/projects/%ff%fe")]
    [InlineData("GET", "/api/v1/projects/%")]
    [InlineData("GET", "/api/v1/projects/%zz")]
    [InlineData("GET", "/openapi/..%2fv1.json")]
    [InlineData("GET", "/openapi/v2.json")]
    [InlineData("GET", "/api/v1/projects?page=%00")]
    [InlineData("GET", "/api/v1/projects?portfolioId=%ff")]
    [InlineData("GET", "/api/v1/projects?page=1&page=2")]
    [InlineData("GET", "/api/v1/projects?sort=name;drop%20table%20Users")]
    [InlineData("GET", "/api/v1/portfolios/01989c3e-7a10-7c21-9b5e-0d6f4a2b8c11/report.xlsx?lang=%00")]
    [InlineData("TRACE", "/api/v1/me")]
    [InlineData("OPTIONS", "/api/v1/me")]
    [InlineData("HEAD", "/api/v1/me")]
    [InlineData("PROPFIND", "/api/v1/me")]
    [InlineData("PATCH", "/api/v1/projects")]
    [InlineData("DELETE", "/api/v1/users")]
    [InlineData("CONNECT", "example.org:443")]
    [InlineData("GET", "http://example.org/appsettings.json")]
    [InlineData("OPTIONS", "*")]
    [InlineData("G\0T", "/api/v1/me")]
    public async Task An_address_or_a_method_that_is_meant_to_find_a_gap(string method, string target)
    {
        var answer = await AskAsync(
            $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {api.Administrator.Http.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n"
        );
        Wire.StatusOf(answer).Should().BeInRange(400, 499, answer);
        answer.Should().NotContain("ConnectionStrings").And.NotContain("   at ").And.NotContain("LogLevel");
    }

    [Theory]
    [InlineData("/api/v1/projects?q=%00")]
    [InlineData("/api/v1/projects?q=%ff%fe")]
    [InlineData("/api/v1/projects?q=%25_%5B%5D%5E'%22--")]
    [InlineData("/api/v1/organisations?q=%ed%a0%80")]
    [InlineData("/api/v1/reference?%00=%00&&&=")]
    public async Task A_search_for_anything_is_only_a_search(string target)
    {
        var answer = await AskAsync(
            $"GET {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {api.Administrator.Http.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n"
        );
        Wire.StatusOf(answer).Should().BeOneOf([200, 400, 422], answer);
    }

    [Theory]
    [InlineData("If-Match: \"9999999999999999999999\"", 412)]
    [InlineData("If-Match: ;;;", 400)]
    [InlineData("If-Match: \"998\", \"999\"", 412)]
    [InlineData("Idempotency-Key: '; drop table Users", 428)]
    [InlineData("Accept-Language: ;;q=x,,,*;q=9", 428)]
    [InlineData("Accept: nothing/atall", 428)]
    [InlineData("Content-Encoding: br", 415)]
    [InlineData("Content-Type: application/json; charset=\"", 415)]
    [InlineData("X-HTTP-Method-Override: DELETE", 428)]
    [InlineData("X-Original-URL: /api/v1/users", 428)]
    [InlineData("traceparent: 00-zz-zz-01", 428)]
    [InlineData("Transfer-Encoding: chunked, identity", 400)]
    [InlineData("Expect: something", 428)]
    public async Task A_header_that_is_meant_to_confuse(string header, int status)
    {
        var organisation = (
            await api.Administrator.PostAsync("organisations", new { name = "Target", actorProfile = "association" })
        )
            .ShouldBe(201)
            .Id("id");
        var type = header.StartsWith("Content-Type", StringComparison.Ordinal)
            ? ""
            : "Content-Type: application/json\r\n";
        var answer = await AskAsync(
            $"PUT /api/v1/organisations/{organisation} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n{type}"
                + $"Authorization: {api.Administrator.Http.DefaultRequestHeaders.Authorization}\r\nContent-Length: 45\r\nConnection: close\r\n\r\n"
                + """{ "name": "Hit", "actorProfile": "investor" }"""
        );
        Wire.StatusOf(answer).Should().BeInRange(400, 499, answer).And.BeOneOf([status, 400, 428, 412, 415], answer);
        (await api.Administrator.GetAsync($"organisations/{organisation}"))
            .ShouldBe(200)
            .Text("name")
            .Should()
            .Be("Target");
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer  ")]
    [InlineData("Bearer CfDJ8AAAA.AAAA")]
    [InlineData("Bearer \u00ff\u00fe")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("bearer null")]
    public async Task A_token_that_is_none(string authorization) =>
        Wire.StatusOf(
                await AskAsync(
                    $"GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: {authorization}\r\nConnection: close\r\n\r\n"
                )
            )
            .Should()
            .BeOneOf(400, 401);

    [Fact]
    public async Task Ids_that_are_tried_one_after_the_other_tell_nothing()
    {
        var (mine, theirs) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var outsider = await mine.MemberAsync("manager");
        var project = await theirs.ProjectAsync();
        var missing = Guid.CreateVersion7(api.Clock.GetUtcNow());
        foreach (
            var path in new[]
            {
                "projects/{0}",
                "projects/{0}/transitions",
                "projects/{0}/transitions/available",
                "projects/{0}/plan",
                "projects/{0}/commitments",
                "projects/{0}/ratios",
                "projects/{0}/evaluations",
            }
        )
            await AlikeAsync(outsider, path, project.Id, missing);
        foreach (
            var path in new[]
            {
                "portfolios/{0}",
                "portfolios/{0}/members",
                "portfolios/{0}/dashboard",
                "portfolios/{0}/report.xlsx",
                "portfolios/{0}/transitions",
            }
        )
            await AlikeAsync(outsider, path, theirs.Id, missing);
    }

    // The same status, code and sentence: what exists out of scope cannot be told from what does not.
    private static async Task AlikeAsync(Client outsider, string path, Guid theirs, Guid missing)
    {
        var (hidden, absent) = (
            await outsider.GetAsync(string.Format(null, path, theirs)),
            await outsider.GetAsync(string.Format(null, path, missing))
        );
        hidden
            .ShouldBeProblem(404, "not_found")
            .Text("detail")
            .Should()
            .Be(absent.ShouldBeProblem(404, "not_found").Text("detail"), path);
    }

    private async Task<string> AskAsync(string request)
    {
        using var wire = new Wire(Wire.PortOf(api));
        await wire.SendAsync(request);
        return await wire.ReadAsync();
    }
}
