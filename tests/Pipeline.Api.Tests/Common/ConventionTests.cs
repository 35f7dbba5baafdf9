using Pipeline.Application.Organisations;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Common;

/// <summary>What holds for every address of the contract.</summary>
[UseCases(typeof(ListOrganisations), typeof(GetReference))]
public sealed class ConventionTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("me")]
    [InlineData("projects")]
    [InlineData("reference")]
    [InlineData("nothing/here")]
    public async Task Without_a_token_nothing_answers(string path) =>
        (await api.Anonymous().GetAsync(path)).ShouldBeProblem(401, "unauthenticated");

    [Fact]
    public async Task A_forged_token_is_none()
    {
        var forger = api.Anonymous();
        forger.Http.DefaultRequestHeaders.Authorization = new("Bearer", "CfDJ8-forged");
        (await forger.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Unknown_addresses_and_methods_are_problems_too()
    {
        (await api.Administrator.GetAsync("nothing/here")).ShouldBeProblem(404, "not_found");
        (await api.Administrator.GetAsync("projects/not-a-uuid")).ShouldBeProblem(404, "not_found");
        (await api.Administrator.DeleteAsync("reference")).ShouldBeProblem(405, "method_not_allowed");
        (await api.Administrator.GetAsync("projects/018f0000-0000-7000-8000-000000000000")).ShouldBeProblem(
            404,
            "not_found"
        );
    }

    [Theory]
    [InlineData("projects?q=%00")]
    [InlineData("organisations?q=a%00b")]
    public async Task A_search_for_the_character_NUL_is_refused(string path) =>
        (await api.Administrator.GetAsync(path)).ShouldBeProblem(422, "invalid_text");

    [Fact]
    public async Task Signing_in_with_the_character_NUL_is_refused() =>
        (
            await api.Anonymous()
                .PostAsync("auth/login", """{ "email": "a\u0000@test.pipeline", "password": "correct horse" }""")
        ).ShouldBeProblem(422, "invalid_text");

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("null", 422)]
    [InlineData("[]", 422)]
    [InlineData("\"text\"", 422)]
    [InlineData("""{ "name": NaN }""", 400)]
    [InlineData("""{ "name": "a", "name": "b", "actorProfile": "association" }""", 422)]
    [InlineData("""{ "name": { }, "actorProfile": 3 }""", 422)]
    [InlineData("""{ "name": "\u0000", "actorProfile": "association" }""", 422)]
    [InlineData("""{ "name": "\ud800", "actorProfile": "association" }""", 422)]
    public async Task A_body_that_cannot_be_read_is_refused_and_nothing_written(string body, int status)
    {
        var before = (await api.Administrator.GetAsync("organisations")).Number("totalItems");
        var reply = await api.Administrator.PostAsync("organisations", body);
        reply.Status.Should().BeOneOf(400, 422);
        if (status == 400)
            reply.ShouldBeProblem(400, "unreadable");
        reply.Text("detail").Should().NotBeEmpty();
        (await api.Administrator.GetAsync("organisations")).Number("totalItems").Should().Be(before);
    }

    [Fact]
    public async Task Depth_size_and_type_of_a_body_are_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200);
        (await api.Administrator.PostAsync("organisations", deep)).Status.Should().BeOneOf(400, 422);
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = new string('x', 31_000_000), actorProfile = "association" }
            )
        )
            .Status.Should()
            .BeOneOf(413, 422);
        using var text = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organisations")
        {
            Content = new StringContent("name=x", null, "text/plain"),
        };
        using var answer = await api.Administrator.Http.SendAsync(text);
        (await Reply.ReadAsync(answer)).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Fact]
    public async Task All_faults_of_a_body_are_told_at_once()
    {
        var reply = (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = 7,
                    startedOn = "soon",
                    colour = "blue",
                }
            )
        ).ShouldBe(422);
        reply
            .Items("errors")
            .Select(e => (e["field"]!.GetValue<string>(), e["code"]!.GetValue<string>()))
            .Should()
            .Contain([
                ("code", "invalid_text"),
                ("startedOn", "invalid_date"),
                ("colour", "unknown_field"),
                ("name", "required"),
                ("portfolioId", "required"),
                ("ownerOrganisationId", "required"),
            ]);
    }

    [Fact]
    public async Task Messages_come_in_the_asked_language_and_codes_never_change()
    {
        var (en, fr) = (
            await api.Administrator.PostAsync("organisations", new { }, language: "en"),
            await api.Administrator.PostAsync("organisations", new { }, language: "fr-FR")
        );
        fr.Text("errors.0.code").Should().Be(en.Text("errors.0.code"));
        fr.Text("errors.0.message").Should().NotBe(en.Text("errors.0.message"));
        var (labels, libelles) = (
            await api.Administrator.GetAsync("reference", "en"),
            await api.Administrator.GetAsync("reference", "fr")
        );
        libelles.Text("phases.3.code").Should().Be("scalingOut");
        (labels.Text("phases.3.label"), libelles.Text("phases.3.label")).Should().Be(("Scaling-out", "Essaimage"));
        (await api.Administrator.GetAsync("reference", "de"))
            .Text("phases.3.label")
            .Should()
            .Be("Scaling-out", "English where a language is not spoken");
    }

    [Fact]
    public async Task Every_mutable_resource_sends_an_etag_and_a_write_needs_it()
    {
        var created = (
            await api.Administrator.PostAsync("organisations", new { name = "Versioned", actorProfile = "association" })
        ).ShouldBe(201);
        created.Location.Should().EndWith($"/api/v1/organisations/{created.Id("id")}");
        var path = $"organisations/{created.Id("id")}";
        var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        read.ETag.Should().Be(created.ETag).And.NotBeNull();

        var body = new { name = "Renamed", actorProfile = "association" };
        (await api.Administrator.PutAsync(path, body)).ShouldBeProblem(428, "if_match_required");
        var renamed = (await api.Administrator.PutAsync(path, body, read.ETag)).ShouldBe(200);
        renamed.ETag.Should().NotBe(read.ETag);
        (await api.Administrator.PutAsync(path, body, read.ETag)).ShouldBeProblem(412, "stale");
    }

    [Fact]
    public async Task Lists_are_cut_into_pages_that_neither_repeat_nor_skip()
    {
        var fund = await Fund.OpenAsync(api);
        for (var i = 0; i < 7; i++)
            await fund.ProjectAsync();
        var pages = new[] { 1, 2, 3, 4 }.Select(async page =>
            (
                await api.Administrator.GetAsync(
                    $"projects?portfolioId={fund.Id}&page={page}&pageSize=3&sort=startedOn"
                )
            ).ShouldBe(200)
        );
        var read = await Task.WhenAll(pages);
        read[0].Number("totalItems").Should().Be(7);
        read[0].Number("totalPages").Should().Be(3);
        read.Select(p => p.Items().Count).Should().Equal(3, 3, 1, 0);
        read.SelectMany(p => p.Items()).Select(p => p["id"]!.GetValue<Guid>()).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("pageSize=x", "pageSize")]
    [InlineData("sort=colour", "sort")]
    [InlineData("phase=beginning", "phase")]
    [InlineData("phase=1", "phase")]
    [InlineData("standing=Active", "standing")]
    [InlineData("sdg=18", "sdg")]
    [InlineData("sdg=x", "sdg")]
    [InlineData("domain=cars", "domain")]
    [InlineData("region=bavaria", "region")]
    [InlineData("portfolioId=7", "portfolioId")]
    public async Task A_parameter_that_cannot_be_names_itself(string query, string field) =>
        (await api.Administrator.GetAsync($"projects?{query}")).ShouldBe(422).Text("errors.0.field").Should().Be(field);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/index.html")]
    public async Task Health_and_documentation_are_open(string path)
    {
        using var answer = await api.Anonymous().Http.GetAsync(new Uri(path, UriKind.Relative));
        ((int)answer.StatusCode).Should().Be(200);
    }
}
