using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Exports;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Exports;

/// <summary>Spreadsheets that are connected: keys over HTTP Basic, and queries that ask for what is there.</summary>
[UseCases(typeof(GetExcelConnection))]
public sealed partial class ExcelConnectionTests(PipelineApi api, ITestOutputHelper output)
    : IClassFixture<PipelineApi>,
        IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("excel")]
    [InlineData("")]
    [InlineData("someone@example.org")]
    public async Task A_key_is_taken_as_the_password_of_any_user_name(string user)
    {
        var (fund, key) = await KeyAsync();
        var client = Basic($"{user}:{key}");
        (await client.GetAsync("me")).ShouldBe(200);
        (await client.GetAsync($"projects/export.json?portfolioId={fund.Id}")).ShouldBe(200);
        (
            await client.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = "More", access = "read" })
        ).ShouldBeProblem(403, "managers_only");
    }

    [Theory]
    [InlineData("excel:pl_wrong")]
    [InlineData("excel:")]
    [InlineData("excel")]
    [InlineData("")]
    public async Task What_is_no_key_is_nobody(string credentials) =>
        (await Basic(credentials).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");

    [Fact]
    public async Task A_person_s_password_is_not_taken_nor_what_is_no_Base64()
    {
        (await Basic($"{PipelineApi.AdministratorEmail}:{PipelineApi.Password}").GetAsync("me")).ShouldBeProblem(
            401,
            "unauthenticated"
        );
        var client = api.Anonymous();
        client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic ????");
        (await client.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_any_more()
    {
        var (fund, key) = await KeyAsync();
        var id = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/api-keys")).Id("items.0.id");
        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/api-keys/{id}")).ShouldBe(204);
        (await Basic($"excel:{key}").GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("projects/export.json", true)]
    [InlineData("deliveries/export.xlsx", true)]
    [InlineData("projects", false)]
    [InlineData("me", false)]
    public async Task Files_alone_ask_for_a_password(string path, bool asks)
    {
        using var answer = await api.Anonymous().Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
        ((int)answer.StatusCode).Should().Be(401);
        answer.Headers.WwwAuthenticate.Any(h => h.Scheme == "Basic").Should().Be(asks);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_query_asks_for_a_path_and_columns_that_exist(string language)
    {
        var (fund, key) = await KeyAsync();
        var project = await fund.ProjectAsync();
        await project.DeliverAsync(await project.CommitAsync(10), 1);
        (await project.ReportAsync("stop", "2016-01-01", "The end")).ShouldBe(201);
        var reply = (
            await api.Administrator.GetAsync($"portfolios/{fund.Id}/excel-connection?lang={language}")
        ).ShouldBe(200);
        reply.MediaType.Should().Be("text/plain");
        var text = Encoding.UTF8.GetString(reply.Bytes);
        text.Should().NotContain(key).And.NotContain("pl_");
        var queries = MQuery.All(text);
        queries.Should().HaveCount(4);
        foreach (var query in queries)
        {
            query.Address.Should().Be(PipelineApi.LinkAddress);
            query.Parameters.Should().Equal(("portfolioId", $"{fund.Id}"), ("lang", language));
            var rows = (
                await Basic($"excel:{key}")
                    .GetAsync(
                        $"{query.Path["api/v1/".Length..]}?{string.Join('&', query.Parameters.Select(p => $"{p.Name}={p.Value}"))}"
                    )
            )
                .ShouldBe(200)
                .Json!.AsArray();
            rows.Should().NotBeEmpty();
            var row = rows[0]!.AsObject();
            query.Columns.Should().Equal(row.Select(p => p.Key));
            query.Types.Select(t => t.Name).Should().Equal(query.Columns);
            foreach (var (name, type) in query.Types)
                ShouldHold(row[name], type);
        }
    }

    [Fact]
    public void The_query_of_the_guide_is_the_one_that_is_written()
    {
        var guide = MQuery.All(File.ReadAllText(Path.Combine(CommandLine.Root, "docs", "excel.md")));
        using var scope = api.Services.CreateScope();
        var connection = new ExcelConnection(
            Guid.Parse("0198a4c2-0013-7c21-9b5e-0d6f4a2b8c13"),
            "MOBILITY",
            Domain.Common.Language.En
        );
        var written = MQuery.All(scope.ServiceProvider.GetRequiredService<IExcelConnectionWriter>().Write(connection));
        guide.Should().NotBeEmpty();
        foreach (var query in guide)
            written
                .Select(w => w with { Address = query.Address })
                .Should()
                .ContainSingle(w => w.Text.Replace(PipelineApi.LinkAddress, query.Address) == query.Text);
    }

    [Fact]
    public async Task LibreOffice_reads_a_register_with_a_key_and_nothing_with_a_wrong_one()
    {
        if (!await LibreOffice.CanBeToldAsync(_folder))
        {
            output.WriteLine(
                "LibreOffice (soffice) or python3-uno is not installed: nothing was read, this did NOT run."
            );
            return;
        }
        await using var served = await ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder));
        var client = new Client(served.Http);
        await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        var ledgers = await ServedLedgers.OpenAsync(client);
        var project = await ledgers.ProjectAsync("P-1");
        var deliveries = await ledgers.CommitmentAsync(project);
        (await client.PostAsync(deliveries, ServedLedgers.Delivery(123_45, project))).ShouldBe(201);
        var body = new { name = "Office", access = "read" };
        var key = (await client.PostAsync($"portfolios/{ledgers.PortfolioId}/api-keys", body))
            .ShouldBe(201)
            .Text("key");
        var amount = (await client.GetAsync("deliveries/export.json")).ShouldBe(200).Json![0]!["amount"]!;

        var address = new Uri(served.Address, "/api/v1/deliveries/export.xlsx");
        var read = await LibreOffice.OpenAsync(address, [$"{key}0", key], _folder);

        read[0].Should().BeNull("the key is wrong");
        var line = read[1]!.Single(row => row!.AsArray().Any(cell => $"{cell}" == $"{project}"))!.AsArray();
        var heading = read[1]!.Select(row => row!.AsArray()).First(row => row.Any(cell => $"{cell}" == "Delivered"));
        var column = heading.Select(cell => $"{cell}").ToList().IndexOf("Delivered");
        line[column]!.GetValue<decimal>().Should().Be(amount.GetValue<decimal>()).And.Be(123.45m);
    }

    private static void ShouldHold(JsonNode? value, string type)
    {
        if (value is null)
            return;
        var fits = type switch
        {
            "type text" => value.GetValueKind() == System.Text.Json.JsonValueKind.String,
            "type date" => DateOnly.TryParseExact(
                value.GetValue<string>(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                0,
                out _
            ),
            "type datetimezone" => value.GetValue<string>().EndsWith('Z'),
            _ => value.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        };
        fits.Should().BeTrue("{0} is {1}", value.ToJsonString(), type);
    }

    private Client Basic(string credentials)
    {
        var client = api.Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))
        );
        return client;
    }

    private async Task<(Fund Fund, string Key)> KeyAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var issued = await api.Administrator.PostAsync(
            $"portfolios/{fund.Id}/api-keys",
            new { name = "Excel", access = "read" }
        );
        return (fund, issued.ShouldBe(201).Text("key"));
    }

    /// <summary>A query in M, taken apart as far as it names things of the program.</summary>
    private sealed partial record MQuery(
        string Text,
        string Address,
        string Path,
        IReadOnlyList<(string Name, string Value)> Parameters,
        IReadOnlyList<string> Columns,
        IReadOnlyList<(string Name, string Type)> Types
    )
    {
        public static IReadOnlyList<MQuery> All(string text) =>
            [.. Whole().Matches(text.ReplaceLineEndings("\n")).Select(m => Of(m.Value))];

        private static MQuery Of(string text) =>
            new(
                text,
                Contents().Match(text).Groups[1].Value,
                Relative().Match(text).Groups[1].Value,
                [
                    .. Assigned()
                        .Matches(Asked().Match(text).Groups[1].Value)
                        .Select(m => (m.Groups[1].Value, m.Groups[2].Value)),
                ],
                [.. Literal().Matches(FromRecords().Match(text).Groups[1].Value).Select(m => m.Groups[1].Value)],
                [.. Typed().Matches(text).Select(m => (m.Groups[1].Value, m.Groups[2].Value))]
            );

        [GeneratedRegex("^let\n.*?^in\n *Typed", RegexOptions.Singleline | RegexOptions.Multiline)]
        private static partial Regex Whole();

        [GeneratedRegex("Web\\.Contents\\(\\s*\"([^\"]+)\"")]
        private static partial Regex Contents();

        [GeneratedRegex("RelativePath = \"([^\"]+)\"")]
        private static partial Regex Relative();

        [GeneratedRegex("Query = \\[([^\\]]+)\\]")]
        private static partial Regex Asked();

        [GeneratedRegex("(\\w+) = \"([^\"]*)\"")]
        private static partial Regex Assigned();

        [GeneratedRegex("Table\\.FromRecords\\(Source, \\{([^}]+)\\}")]
        private static partial Regex FromRecords();

        [GeneratedRegex("\"([^\"]+)\"")]
        private static partial Regex Literal();

        [GeneratedRegex("\\{\"(\\w+)\", ([^\"}]+)\\}")]
        private static partial Regex Typed();
    }
}
