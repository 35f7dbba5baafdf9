using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>
/// Readers among writers and an import: whatever was answered is asked again with its own instants, at once and when everything is over. As many rounds as
/// show it; as many seconds as <c>PIPELINE_TEST_VIEW_SECONDS</c> says, where it does (CONTRIBUTING).
/// </summary>
internal sealed class ViewRun(PipelineApi api, ITestOutputHelper output)
{
    private const int Rounds = 12,
        Grants = 60;

    private readonly ConcurrentBag<(string Path, string Query, string? Json, ViewedBook? Book)> _answers = [];
    private int _compared;

    public async Task RunAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var projects = new List<TestProject>();
        for (var i = 0; i < 3; i++)
            projects.Add(await fund.ProjectAsync());
        using var over = new CancellationTokenSource();
        var writing = projects
            .Select((project, i) => WriteAsync(project, i, over.Token))
            .Append(ImportAsync(fund, over.Token))
            .Append(JudgeAsync(fund, over.Token))
            .ToList();
        await Task.WhenAll(ReadAsync(fund, projects[0]), ReadAsync(fund, projects[1]));
        await over.CancelAsync();
        var written = (await Task.WhenAll(writing)).Sum();
        foreach (var answer in _answers)
            await AgainAsync(answer.Path, answer.Query, answer.Json, answer.Book);
        output.WriteLine($"{_answers.Count} answers, {_compared} compared, {written} writes");
        written.Should().BeGreaterThan(Rounds, "writers were at work");
    }

    private static TimeSpan? Asked =>
        Environment.GetEnvironmentVariable("PIPELINE_TEST_VIEW_SECONDS") is { Length: > 0 } seconds
            ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
            : null;

    private async Task ReadAsync(Fund fund, TestProject project)
    {
        var clock = Stopwatch.StartNew();
        for (var round = 0; Asked is { } time ? clock.Elapsed < time : round < Rounds; round++)
        {
            var seen = await JsonAsync($"portfolios/{fund.Id}/dashboard");
            await JsonAsync($"{project.Path}/ratios");
            await FileAsync($"portfolios/{fund.Id}/subsidies.csv", seen);
            await FileAsync($"portfolios/{fund.Id}/360giving.json", seen);
            var path = $"portfolios/{fund.Id}/report.xlsx";
            var book = await BookAsync(path, "");
            var query = $"?asOf={book.AsOf}&knownAt={Uri.EscapeDataString(book.KnownAt)}";
            _answers.Add((path, query, null, book));
            await AgainAsync(path, query, null, book);
        }
    }

    private async Task<string> JsonAsync(string path)
    {
        var reply = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        var query = $"?asOf={reply.Text("asOf")}&knownAt={Uri.EscapeDataString(reply.Text("knownAt"))}";
        var json = TextOf(reply);
        _answers.Add((path, query, json, null));
        await AgainAsync(path, query, json, null);
        return query;
    }

    // A register does not say its instants: it is asked for those of a dashboard.
    private async Task FileAsync(string path, string query)
    {
        var text = TextOf((await api.Administrator.GetAsync(path + query)).ShouldBe(200));
        _answers.Add((path, query, text, null));
        await AgainAsync(path, query, text, null);
    }

    private async Task AgainAsync(string path, string query, string? json, ViewedBook? book)
    {
        if (book is not null)
            (await BookAsync(path, query)).ShouldBeTheSameAs(book);
        else
            TextOf((await api.Administrator.GetAsync(path + query)).ShouldBe(200)).Should().Be(json, path + query);
        Interlocked.Increment(ref _compared);
    }

    private static string TextOf(Reply reply) => Encoding.UTF8.GetString(reply.Bytes);

    private async Task<ViewedBook> BookAsync(string path, string query) =>
        ViewedBook.Read((await api.Administrator.GetAsync(path + query)).ShouldBe(200).Bytes);

    private static async Task<int> WriteAsync(TestProject project, int seed, CancellationToken over)
    {
        var random = new Random(seed);
        var written = 0;
        for (; !over.IsCancellationRequested; written += 4)
        {
            var commitment = await project.CommitAsync(random.Next(1, 9_000), lever: Lever(random));
            (await project.DeliverAsync(commitment, 1)).ShouldBe(201);
            await project.TerritoriesAsync($"Nanterre {written}", "Rennes");
            (await project.PlanAsync(("experimentation", Lever(random), random.Next(1, 9_000)))).ShouldBe(200);
            await project.DescribeAsync(modelled: random.Next(2) == 0);
        }
        return written;
    }

    private static string Lever(Random random) =>
        new[] { "funding", "expertiseAndNetworks", "strategyAndGovernance", "evaluation" }[random.Next(4)];

    private static async Task<int> ImportAsync(Fund fund, CancellationToken over)
    {
        var rows = 0;
        for (; !over.IsCancellationRequested; rows += Grants)
        {
            var first = rows;
            var table = GrantTable.Of([.. Enumerable.Range(first, Grants).Select(n => GrantTable.Row(n + 1))]);
            (await fund.ImportAsync(table.Csv())).ShouldBe(200);
            await Task.Delay(100, CancellationToken.None);
        }
        return rows;
    }

    private async Task<int> JudgeAsync(Fund fund, CancellationToken over)
    {
        var written = 0;
        for (; !over.IsCancellationRequested; written++)
        {
            (
                await api.Administrator.PutAsync(
                    $"portfolios/{fund.Id}",
                    new
                    {
                        code = fund.Code,
                        currency = fund.Currency,
                        name = $"Fund {written}",
                        organisationId = fund.OrganisationId,
                        policy = new { capacityBuildingTarget = written % 100 / 100m, nearBand = 0.2m },
                    },
                    "*"
                )
            ).ShouldBe(200);
            await Task.Delay(50, CancellationToken.None);
        }
        return written;
    }
}
