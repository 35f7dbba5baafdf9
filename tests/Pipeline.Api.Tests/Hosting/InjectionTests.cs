using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Webhooks;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What people call things stands in headers, sheets and lines of what goes out, and adds nothing to them.</summary>
public sealed class InjectionTests(WebhookApi api) : IClassFixture<WebhookApi>
{
    // All that a message has, whatever it is about.
    private static readonly string[] HeadersOfMessages =
    [
        "Host",
        "User-Agent",
        "Content-Type",
        "Content-Length",
        "webhook-id",
        "webhook-timestamp",
        "webhook-signature",
    ];

    [Theory]
    [InlineData("\"; filename=\"planted.exe")]
    [InlineData("x\"; X-Planted=\"1\\")]
    [InlineData("=?utf-8?q?=0D=0AX-Planted:_yes?=")]
    [InlineData("=?utf-8?b?DQpYLVBsYW50ZWQ6IHllcw==?=")]
    [InlineData("%0d%0aX-Planted: yes")]
    [InlineData("x, everybody@example.org; Bcc: <everybody@example.org>")]
    [InlineData("x'; filename*=UTF-8''planted.exe")]
    [InlineData("x\tX-Planted: yes")]
    public async Task A_name_adds_nothing_to_a_header(string name)
    {
        await using var receiver = await Receiver.StartAsync();
        var administrator = api.Administrator;
        var organisation = (await administrator.PostAsync("organisations", new { name, actorProfile = "investor" }))
            .ShouldBe(201)
            .Id("id");
        var portfolio = (
            await administrator.PostAsync(
                "portfolios",
                new
                {
                    code = $"{name} {api.NewCode("C")}",
                    name,
                    organisationId = organisation,
                    currency = "EUR",
                }
            )
        ).ShouldBe(201).Id("id");
        var webhook = new
        {
            url = $"{receiver.Url}?a=%0d%0aX-Planted:%201",
            events = new[] { "project.created" },
            description = name,
        };
        (await administrator.PostAsync($"portfolios/{portfolio}/webhooks", webhook)).ShouldBe(201);
        var fund = await Fund.OpenAsync(api);
        var body = new
        {
            code = $"{name} {api.NewCode("P")}",
            name,
            portfolioId = portfolio,
            ownerOrganisationId = organisation,
            startedOn = "2015-01-01",
        };
        var made = (await administrator.PostAsync("projects", body)).ShouldBe(201);
        var project = new TestProject(fund, made.Id("id"), body.code);
        var document = (await UploadAsync(project, $"{name}.txt", name)).ShouldBe(201).Id("id");

        var received = (await receiver.WaitAsync(1))[0];
        received.Headers.Keys.Should().BeEquivalentTo(HeadersOfMessages);
        received.Path.Should().Be("/hook");
        received.Body.Should().NotContain("lanted");
        foreach (
            var path in new[]
            {
                $"{project.Path}/documents/{document}/content",
                $"portfolios/{portfolio}/report.xlsx",
                $"portfolios/{portfolio}/360giving.csv",
                $"portfolios/{portfolio}/excel-connection",
                $"projects/export.csv?portfolioId={portfolio}",
            }
        )
        {
            using var response = await administrator.Http.GetAsync($"/api/v1/{path}");
            ((int)response.StatusCode).Should().Be(200, path);
            response.Headers.Concat(response.Content.Headers).Should().NotContain(h => h.Key.StartsWith("X-Planted"));
            var disposition = response.Content.Headers.GetValues("Content-Disposition").Single();
            disposition.Should().NotContainAny("\r", "\n");
            var parsed = System.Net.Http.Headers.ContentDispositionHeaderValue.Parse(disposition);
            parsed.DispositionType.Should().Be("attachment", path);
            parsed
                .Parameters.Select(p => p.Name)
                .Should()
                .BeSubsetOf(["filename", "filename*"], path)
                .And.OnlyHaveUniqueItems(path);
        }
    }

    [Fact]
    public async Task What_is_called_something_is_called_so_on_one_line()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        const string torn = "Bread\r\nX-Planted: yes";
        var money = project.Money(10);
        var commitment = new
        {
            portfolioId = fund.Id,
            funderOrganisationId = fund.OrganisationId,
            lever = "funding",
            phase = "conception",
            nature = "cash",
            amount = money,
            agreedOn = "2015-02-01",
            reference = torn,
        };
        foreach (
            var (path, body, field) in new (string, object, string)[]
            {
                ("organisations", new { name = torn, actorProfile = "company" }, "name"),
                (
                    "organisations",
                    new
                    {
                        name = "Bread",
                        actorProfile = "company",
                        country = torn,
                    },
                    "country"
                ),
                ("portfolios", Portfolio("CODE", torn), "name"),
                ("portfolios", Portfolio(torn, "Bread"), "code"),
                ("projects", Project("CODE", torn), "name"),
                ("projects", Project(torn, "Bread"), "code"),
                ("users", new { email = "mallory@example.org", name = torn }, "name"),
                ($"portfolios/{fund.Id}/api-keys", new { name = torn, access = "read" }, "name"),
                (
                    $"portfolios/{fund.Id}/webhooks",
                    new
                    {
                        url = "https://127.0.0.1/",
                        events = new[] { "project.created" },
                        description = torn,
                    },
                    "description"
                ),
                ("views", new { name = torn, query = "" }, "name"),
                ($"{project.Path}/commitments", commitment, "reference"),
                ($"{project.Path}/alliances", Fields.Merge(Access.AccessWorld.Together, new { name = torn }), "name"),
                (
                    "programmes",
                    new
                    {
                        code = "BREAD",
                        name = torn,
                        portfolioId = fund.Id,
                    },
                    "name"
                ),
            }
        )
            (await api.Administrator.PostAsync(path, body)).ShouldBlame(field, "invalid_text");
        (await UploadAsync(project, "bread.txt", torn)).ShouldBlame("title", "invalid_text");
        (await UploadAsync(project, $"{torn}.txt", "Bread")).ShouldBlame("file", "invalid_text");
        (await api.Administrator.GetAsync($"{project.Path}/documents")).ShouldBe(200).Items().Should().BeEmpty();

        object Portfolio(string code, string name) =>
            new
            {
                code,
                name,
                organisationId = fund.OrganisationId,
                currency = "EUR",
            };
        object Project(string code, string name) =>
            new
            {
                code,
                name,
                portfolioId = fund.Id,
                ownerOrganisationId = fund.OrganisationId,
                startedOn = "2015-01-01",
            };
    }

    // As a program sends it that takes a file's name as it is (RFC 5987).
    private async Task<Reply> UploadAsync(TestProject project, string name, string title)
    {
        using var file = new ByteArrayContent("A note"u8.ToArray());
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}"
        );
        using var form = new MultipartFormDataContent
        {
            file,
            { new StringContent(title), "title" },
            { new StringContent("evidence"), "kind" },
        };
        using var response = await api.Administrator.Http.PostAsync($"/api/v1/{project.Path}/documents", form);
        return await Reply.ReadAsync(response);
    }

    [Fact]
    public async Task What_an_earlier_release_took_on_several_lines_is_read_as_ever()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(10);
        const string torn = "Bread\r\nX-Planted: yes";
        await api.InDatabaseAsync(async db =>
            await db.Projects.Where(p => p.Id == project.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, torn))
            + await db.Portfolios.Where(p => p.Id == fund.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, torn))
            + await db
                .Organisations.Where(o => o.Id == fund.OrganisationId)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.Name, torn))
        );
        (await project.GetAsync()).Text("name").Should().Be(torn);
        foreach (
            var path in new[]
            {
                $"portfolios/{fund.Id}/dashboard",
                $"portfolios/{fund.Id}/360giving.json",
                $"portfolios/{fund.Id}/360giving.csv",
                $"projects/export.csv?portfolioId={fund.Id}",
                $"projects?portfolioId={fund.Id}",
            }
        )
            (await api.Administrator.GetAsync(path)).Status.Should().Be(200, path);
        // A workbook with it comes back as it went, and what is written about it next needs another name.
        var book = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx")).ShouldBe(200).Bytes;
        var again = await api.Administrator.UploadAsync($"imports?portfolioId={fund.Id}", "portfolio.xlsx", book!);
        (again.ShouldBe(200).Number("updated"), again.Number("rejected")).Should().Be((0, 0));
        (await project.DescribeAsync()).Text("name").Should().NotContain("\n");
    }
}
