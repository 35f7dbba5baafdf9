using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Common;

/// <summary>Small things of the contract that hold for every address, each by one of them.</summary>
[UseCases(typeof(ListImports))]
public sealed class AsWrittenTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_user_is_put_as_it_was_posted()
    {
        var somebody = await api.NewUserAsync("Somebody");
        var path = $"users/{somebody.UserId}";
        var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        var email = read.Text("email");
        var put = await api.Administrator.PutAsync(
            path,
            new
            {
                email,
                name = "Somebody else",
                administrator = false,
            },
            read.ETag
        );
        (put.ShouldBe(200).Text("name"), put.Text("email")).Should().Be(("Somebody else", email));
        (
            await api.Administrator.PutAsync(path, new { email = "another@test.pipeline", name = "Third" }, put.ETag)
        ).ShouldBlame("email", "fixed");
        (await api.Administrator.PutAsync(path, new { name = "Fourth" }, put.ETag)).ShouldBe(200);
    }

    [Fact]
    public async Task Every_reply_to_a_write_has_the_version_that_the_next_one_needs()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(100);
        var delivery = (await project.DeliverAsync(commitment, 10)).ShouldBe(201);
        await IsTheProject_sAsync(delivery);
        await IsTheProject_sAsync((await project.ReverseAsync(commitment, delivery.Id("id"))).ShouldBe(201));
        (await api.Administrator.GetAsync($"{project.Path}/commitments/{commitment}/deliveries"))
            .Items()
            .Select(d => $"\"{d["version"]}\"")
            .Should()
            .OnlyContain(tag => tag == project.ETagAsync().Result);
        var user = await api.NewUserAsync("The owner");
        await IsTheProject_sAsync(
            (await api.Administrator.PutAsync($"{project.Path}/members/{user.UserId}", null)).ShouldBe(200)
        );
        var holding = $"portfolios/{other.Id}/holdings/{project.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        await api.DaysGoByAsync(2);
        await IsTheProject_sAsync(
            (
                await api.Administrator.PostAsync(
                    $"{holding}/end",
                    new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" }
                )
            ).ShouldBe(200)
        );

        async Task IsTheProject_sAsync(Reply reply)
        {
            var now = await project.ETagAsync();
            (reply.ETag, $"\"{reply["version"]}\"").Should().Be((now, now));
        }
    }

    [Fact]
    public async Task An_owner_is_named_against_the_version_that_was_read_where_one_is_sent()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var user = await api.NewUserAsync("The owner");
        var path = $"{project.Path}/members/{user.UserId}";
        (await api.Administrator.PutAsync(path, null, "\"0\"")).ShouldBeProblem(412, "stale");
        (await api.Administrator.PutAsync(path, null, await project.ETagAsync())).ShouldBe(200);
        (await api.Administrator.PutAsync(path, null)).ShouldBe(200);
    }

    [Fact]
    public async Task Imports_and_reports_are_found_and_ordered()
    {
        var fund = await Fund.OpenAsync(api);
        var (first, second) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await first.ReportAsync("hold", "2016-02-01", "Waiting")).ShouldBe(201);
        (await second.ReportAsync("hold", "2016-01-01", "Waiting")).ShouldBe(201);
        var reports = $"portfolios/{fund.Id}/transitions";
        (await IdsAsync($"{reports}?sort=reportedAt")).Should().Equal(first.Id, second.Id);
        (await IdsAsync($"{reports}?sort=-reportedAt")).Should().Equal(second.Id, first.Id);
        (await IdsAsync($"{reports}?sort=effectiveOn")).Should().Equal(second.Id, first.Id);
        (await IdsAsync($"{reports}?q={second.Code.ToUpperInvariant()}")).Should().Equal(second.Id);
        (await api.Administrator.GetAsync($"{reports}?sort=x")).ShouldBlame("sort", "unknown_sort");

        var imports = $"portfolios/{fund.Id}/imports";
        foreach (var query in new[] { "sort=-recordedAt", "sort=recordedAt", "sort=-fileName", "sort=fileName", "q=x" })
            (await api.Administrator.GetAsync($"{imports}?{query}")).ShouldBe(200).Items().Should().BeEmpty();
        (await api.Administrator.GetAsync($"{imports}?sort=x")).ShouldBlame("sort", "unknown_sort");

        async Task<IEnumerable<Guid>> IdsAsync(string path) =>
            (await api.Administrator.GetAsync(path))
                .ShouldBe(200)
                .Items()
                .Select(t => t["projectId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_key_keeps_no_refusal_that_another_header_mends()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var key = Guid.CreateVersion7(api.Clock.GetUtcNow());
        var body = new
        {
            trigger = "hold",
            effectiveOn = "2016-01-01",
            reason = "Waiting",
        };
        (await SendAsync(null)).ShouldBeProblem(428, "if_match_required");
        (await SendAsync("\"999\"")).ShouldBeProblem(412, "stale");
        (await SendAsync(await project.ETagAsync())).ShouldBe(201).Replayed.Should().BeFalse();
        (await SendAsync("\"999\"")).ShouldBe(201).Replayed.Should().BeTrue();

        Task<Reply> SendAsync(string? ifMatch) =>
            api.Administrator.PostAsync($"{project.Path}/transitions", body, ifMatch, key);
    }

    [Theory]
    [InlineData("{0}", 200)]
    [InlineData("{1}", 200)]
    [InlineData("\"999\", {0}", 200)]
    [InlineData("W/\"abc\", {0}, \"abc\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"998\", \"999\"", 412)]
    [InlineData("W/{0}", 412)]
    [InlineData("\"abc\"", 412)]
    [InlineData("\"{1}", 400)]
    [InlineData("{1}\"", 400)]
    [InlineData("abc", 400)]
    [InlineData("{0} {0}", 400)]
    [InlineData("*, {0}", 400)]
    public async Task One_of_the_tags_that_are_sent_is_the_current_one_or_it_is_said_why_not(string sent, int status)
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var tag = await project.ETagAsync();
        var body = new
        {
            name = "Renamed",
            socioEconomicModel = "operator",
            sdgs = Array.Empty<int>(),
            domains = Array.Empty<string>(),
        };
        var header = string.Format(null, sent, tag, tag.Trim('"'));
        var reply = (await api.Administrator.PutAsync(project.Path, body, header)).ShouldBe(status);
        var read = await project.GetAsync();
        (read.Text("name") == "Renamed").Should().Be(status == 200);
        if (status == 400)
            reply.ShouldBeProblem(400, "unreadable").Text("detail").Should().Contain("If-Match");
        if (status == 412)
            reply.ShouldBeProblem(412, "stale");
    }

    [Theory]
    [InlineData("fr", "Introuvable")]
    [InlineData("en", "Not Found")]
    public async Task The_title_is_in_the_language_that_was_asked_for(string language, string title) =>
        (await api.Administrator.GetAsync("nothing/here", language)).ShouldBe(404).Text("title").Should().Be(title);

    [Fact]
    public async Task What_history_withholds_is_said_to_be_withheld()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.EvaluateAsync("conception", "relevance", "narrated", "2015-06-01");
        var changes = (await api.Administrator.GetAsync($"{project.Path}/history"))
            .ShouldBe(200)
            .Items("items.0.changes");
        changes
            .Where(c => c["redacted"]!.GetValue<bool>())
            .Select(c => c["field"]!.GetValue<string>())
            .Should()
            .Equal("evaluator");
        changes.Should().HaveCountGreaterThan(3);
    }

    [Theory]
    [InlineData("projects?Page=1", "Page", "unknown_parameter")]
    [InlineData("projects?portfolioId={018f0000-0000-7000-8000-000000000000}", "portfolioId", "invalid_id")]
    public async Task Queries_are_as_exact_as_bodies(string path, string field, string code) =>
        (await api.Administrator.GetAsync(path)).ShouldBlame(field, code);

    [Theory]
    [InlineData("ABC")]
    [InlineData("XXX")]
    public async Task A_currency_is_one_that_money_is_paid_in(string currency)
    {
        var fund = await Fund.OpenAsync(api);
        (
            await api.Administrator.PostAsync(
                "portfolios",
                new
                {
                    code = api.NewCode("FUND"),
                    name = "Elsewhere",
                    organisationId = fund.OrganisationId,
                    currency,
                }
            )
        ).ShouldBlame("currency", "unknown_currency");
    }
}
