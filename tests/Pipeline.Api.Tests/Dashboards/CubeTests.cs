using Pipeline.Api.Tests.Common;
using Pipeline.Application.Cubes;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A portfolio by two dimensions: whatever the two, it adds up to the ledger.</summary>
[UseCases(typeof(GetCube))]
public sealed class CubeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly IReadOnlyList<string> Dimensions = Codes.All<CubeDimension>();

    [Fact]
    public async Task Every_pair_of_dimensions_adds_up_to_the_ledger_on_a_random_life_as_of_any_day()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var history = new RandomHistory(api, fund, other);
        var random = new Random(20_181_201);
        await history.LiveAsync([.. Enumerable.Range(0, 90).Select(_ => random.Next(1_000_000))]);
        var replay = await api.InDatabaseAsync(Replay.ReadAsync);
        foreach (var portfolio in new[] { fund, other })
            for (var i = 0; i < 3; i++)
            {
                var asOf = api.Clock.Today.AddDays(-random.Next(i * 300 + 1));
                var known = history.Instants[^(1 + random.Next(i * 10 + 1))];
                var expected = replay.Of(portfolio.Id, asOf, known);
                foreach (var (rows, columns) in Dimensions.SelectMany(r => Dimensions.Select(c => (r, c))))
                    if (rows != columns)
                        foreach (var basis in Enum.GetValues<Basis>())
                            Compare(
                                await AskAsync(portfolio, rows, columns, Codes.Of(basis), asOf, known),
                                expected,
                                basis
                            );
                var projects = await AskAsync(portfolio, "domain", "phase", "projects", asOf, known);
                projects.Number("total").Should().Be(expected.Projects.Count);
                foreach (var phase in projects.Items("columnValues").Select(v => v["code"]!.GetValue<string>()))
                    projects
                        .Items("cells")
                        .Where(c => c["column"]!.GetValue<string>() == phase)
                        .Sum(c => c["value"]!.GetValue<int>())
                        .Should()
                        .BeGreaterThanOrEqualTo(expected.Projects.Count(p => Codes.Of(p.Life.Phase) == phase));
            }
    }

    [Fact]
    public async Task Levels_and_sizes_come_from_the_territories_and_a_past_view_keeps_them()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(amount: 100.01m);
        await PutAsync(
            project,
            new
            {
                name = "Nantes",
                level = "local",
                region = "paysDeLaLoire",
                sizeSegment = "from50000",
            },
            new
            {
                name = "Bretagne",
                level = "regional",
                region = "bretagne",
            }
        );
        var before = await AskAsync(fund, "level", "sizeSegment", "committed", api.Clock.Today, null);
        Amount(before, "local", "from50000").Should().Be(50.01m);
        Amount(before, "regional", "from50000").Should().Be(50.00m);
        Amount(before, "national", "from50000").Should().Be(0, "an empty cell is shown as what it is");

        await api.DaysGoByAsync(1);
        await PutAsync(project, new { name = "France", level = "national" });
        var known = DateTimeOffset.Parse(before.Text("knownAt"), System.Globalization.CultureInfo.InvariantCulture);
        var again = await AskAsync(fund, "level", "sizeSegment", "committed", api.Clock.Today.AddDays(-1), known);
        again["cells"]!.ToJsonString().Should().Be(before["cells"]!.ToJsonString());
        var now = await AskAsync(fund, "level", "sizeSegment", "committed", api.Clock.Today, null);
        Amount(now, "national", "none").Should().Be(100.01m);
    }

    [Fact]
    public async Task Money_is_laid_out_by_the_contract_that_it_is_given_by()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(70);
        await project.LendAsync(30);
        await project.PlanAsync(("experimentation", "funding", 40));
        var cube = await AskAsync(fund, "instrument", "lever", "committed", api.Clock.Today, null);
        (Amount(cube, "grant", "funding"), Amount(cube, "loan", "funding")).Should().Be((70m, 30m));
        var planned = await AskAsync(fund, "instrument", "lever", "planned", api.Clock.Today, null);
        Amount(planned, "none", "funding").Should().Be(40m, "a plan names no contract");
    }

    [Theory]
    [InlineData("rows=domain&columns=domain&measure=committed", "same_dimension", "columns")]
    [InlineData("columns=domain&measure=committed", "required", "rows")]
    [InlineData("rows=domain&columns=colour&measure=committed", "unknown_code", "columns")]
    [InlineData("rows=domain&columns=region&measure=mean", "unknown_code", "measure")]
    [InlineData("rows=domain&columns=region&measure=committed&asOf=2999-01-01", "date_in_future", "asOf")]
    public async Task What_cannot_be_asked_is_named(string query, string code, string field)
    {
        var fund = await Fund.OpenAsync(api);
        var reply = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube?{query}")).ShouldBe(422);
        (reply.Text("errors.0.code"), reply.Text("errors.0.field")).Should().Be((code, field));
    }

    private async Task PutAsync(TestProject project, params object[] territories) =>
        (
            await api.Administrator.PutAsync($"{project.Path}/territories", territories, await project.ETagAsync())
        ).ShouldBe(200);

    private static void Compare(Reply cube, Replay.Figures expected, Basis basis)
    {
        var (rows, columns) = (cube.Text("rows"), cube.Text("columns"));
        var sum = expected.Money.Where(m => m.Key.Item1 == basis).Sum(m => m.Value);
        var cells = cube.Items("cells")
            .Select(c =>
                (
                    Row: c["row"]!.GetValue<string>(),
                    Column: c["column"]!.GetValue<string>(),
                    Cents: Cents(c["value"]!["amount"]!)
                )
            )
            .ToList();
        (cells.Sum(c => c.Cents), Cents(cube["total.amount"]!)).Should().Be((sum, sum), "{0} by {1}", rows, columns);
        if (Tagged(rows) is { } dimension && columns is not ("phase" or "lever" or "funderProfile"))
            foreach (var row in cells.GroupBy(c => c.Row))
                row.Sum(c => c.Cents)
                    .Should()
                    .Be(expected.Parts.GetValueOrDefault((dimension, row.Key, basis)), "{0} is {1}", rows, row.Key);
        foreach (var column in cells.GroupBy(c => c.Column))
        {
            var of = expected.Money.Where(m =>
                m.Key.Item1 == basis
                && (columns == "phase" ? Codes.Of(m.Key.Item2) : Codes.Of(m.Key.Item3)) == column.Key
            );
            if (columns is "phase" or "lever")
                column.Sum(c => c.Cents).Should().Be(of.Sum(m => m.Value), "{0} is {1}", columns, column.Key);
        }
    }

    private static TagDimension? Tagged(string dimension) =>
        dimension switch
        {
            "sdg" => TagDimension.Sdg,
            "domain" => TagDimension.Domain,
            "region" => TagDimension.Region,
            _ => null,
        };

    private async Task<Reply> AskAsync(
        Fund fund,
        string rows,
        string columns,
        string measure,
        DateOnly asOf,
        DateTimeOffset? known
    ) =>
        (
            await api.Administrator.GetAsync(
                $"portfolios/{fund.Id}/cube?rows={rows}&columns={columns}&measure={measure}&asOf={asOf:yyyy-MM-dd}"
                    + (known is { } k ? $"&knownAt={k.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z" : "")
            )
        ).ShouldBe(200);

    private static decimal Amount(Reply cube, string row, string column) =>
        cube.Items("cells")
            .Single(c => c["row"]!.GetValue<string>() == row && c["column"]!.GetValue<string>() == column)["value"]![
            "amount"
        ]!.GetValue<decimal>();

    private static long Cents(System.Text.Json.Nodes.JsonNode amount) => (long)(amount.GetValue<decimal>() * 100);
}
