using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Cubes;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A portfolio by two dimensions: whatever the two, it adds up to the ledger.</summary>
[UseCases(typeof(GetCube), typeof(GetCubeProjects))]
public sealed class CubeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly IReadOnlyList<string> Dimensions = Codes.All<CubeDimension>();
    private static readonly int[] Deeds = [300, 200, 100];
    private static readonly (string Rows, string Columns)[] Behind =
    [
        ("region", "funderProfile"),
        ("lever", "domain"),
        ("level", "instrument"),
    ];

    [Fact]
    public async Task Every_cell_of_every_pair_of_dimensions_is_the_ledger_s_on_random_lives_as_of_any_day()
    {
        var (seen, lived) = (new HashSet<Basis>(), new HashSet<string>());
        foreach (var (world, seed) in Worlds.Or(1, 2, 3).Index())
        {
            var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
            var history = new RandomHistory(api, fund, other);
            var random = new Random(seed);
            await history.LiveAsync([
                .. Enumerable.Range(0, Deeds[world % Deeds.Length]).Select(_ => random.Next(1_000_000)),
            ]);
            var hand = await api.InDatabaseAsync(CubeByHand.ReadAsync);
            // One world as it stands, and two as they stood; of one the other fund, which has little.
            var portfolio = world == 1 ? other : fund;
            var asOf = api.Clock.Today.AddDays(world == 0 ? 0 : -random.Next(1, 200));
            var known = history.Instants[^(1 + (world == 0 ? 0 : random.Next(1, 15)))];
            var figures = hand.FiguresOf(portfolio.Id, asOf, known);
            lived.UnionWith(history.Book.Log.Select(d => d.Kind));
            if (history.Book.Log.Where(d => d.Kind == "project").GroupBy(d => d.Id).Any(d => d.Count() > 1))
                lived.Add("another owner");
            seen.UnionWith(figures.Lines.Where(l => l.Cents != 0).Select(l => l.Basis));
            foreach (var (rows, columns) in Dimensions.SelectMany(r => Dimensions.Select(c => (r, c))))
            {
                if (rows == columns)
                    continue;
                foreach (var basis in Enum.GetValues<Basis>())
                {
                    var lines = figures.Lines.Where(l => l.Basis == basis).ToList();
                    var cube = await AskAsync(portfolio, rows, columns, Codes.Of(basis), asOf, known);
                    var money = hand.Money(lines, rows, columns, known);
                    Compare(
                        cube,
                        money.ToDictionary(c => c.Key, c => c.Value.Cents),
                        c => Cents(c["value"]!["amount"]!)
                    );
                    var of = money.ToDictionary(c => c.Key, c => (long)c.Value.Projects);
                    Compare(cube, of, c => c["projects"]!.GetValue<long>());
                    Cents(cube["total.amount"]!).Should().Be(lines.Sum(l => l.Cents), "{0} by {1}", rows, columns);
                }
                var counted = await AskAsync(portfolio, rows, columns, "projects", asOf, known);
                Compare(counted, hand.Projects(figures, rows, columns, known), c => c["value"]!.GetValue<long>());
                counted.Number("total").Should().Be(figures.Projects.Count, "{0} by {1} of {2}", rows, columns, seed);
                counted.Items("cells").Should().OnlyContain(c => c["value"]!.ToString() == c["projects"]!.ToString());
            }
            var (down, across) = Behind[world % Behind.Length];
            foreach (var measure in Codes.All<CubeMeasure>())
                await CompareProjectsAsync(portfolio, down, across, measure, asOf, known);
        }
        seen.Should().BeEquivalentTo(Enum.GetValues<Basis>(), "each ledger has something to add up");
        lived.Should().Contain(["body", "territories", "another owner"], "what never happens shows nothing");
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
    public async Task A_row_is_what_the_dashboard_says_of_it_whatever_it_is_crossed_with()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync(
            tags: new { domains = new[] { "health", "housing", "education" }, sdgs = new[] { 1, 4, 11 } }
        );
        foreach (
            var (lever, amount) in new[]
            {
                ("funding", 10.01m),
                ("expertiseAndNetworks", 20.02m),
                ("evaluation", 0.05m),
            }
        )
            (await project.TryCommitAsync(amount, lever: lever)).ShouldBe(201);
        await project.LendAsync(0.07m);
        var dashboard = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard")).ShouldBe(200);
        foreach (var (dimension, key) in new[] { ("domain", "code"), ("sdg", "code") })
        {
            var expected = dashboard
                .Items($"breakdown.{dimension}")
                .Where(i => i["committed"]!["amount"]!.GetValue<decimal>() != 0)
                .ToDictionary(i => i[key]!.ToString(), i => i["committed"]!["amount"]!.GetValue<decimal>());
            expected.Should().HaveCount(3);
            foreach (var other in Dimensions.Where(d => d != dimension && !(d == "family" && dimension == "domain")))
            {
                Sums(await AskAsync(fund, dimension, other, "committed", api.Clock.Today, null), "row")
                    .Should()
                    .BeEquivalentTo(expected, "{0} by {1}", dimension, other);
                Sums(await AskAsync(fund, other, dimension, "committed", api.Clock.Today, null), "column")
                    .Should()
                    .BeEquivalentTo(expected, "{0} by {1}", other, dimension);
            }
        }

        static Dictionary<string, decimal> Sums(Reply cube, string side) =>
            cube.Items("cells")
                .GroupBy(c => c[side]!.GetValue<string>(), c => c["value"]!["amount"]!.GetValue<decimal>())
                .Select(g => (g.Key, Sum: g.Sum()))
                .Where(g => g.Sum != 0)
                .ToDictionary(g => g.Key, g => g.Sum);
    }

    [Fact]
    public async Task Money_that_was_called_off_is_of_no_project()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = (await project.TryCommitAsync(100)).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment.Id("id")}/cancellation",
                new { cancelledOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Called off" }
            )
        ).ShouldBe(200);
        (await AskAsync(fund, "lever", "phase", "committed", api.Clock.Today, null))
            .Items("cells")
            .Should()
            .OnlyContain(c => c["projects"]!.GetValue<int>() == 0);
    }

    [Fact]
    public async Task The_projects_behind_a_part_of_a_cube_have_it_between_them_and_its_files_say_the_same()
    {
        var fund = await Fund.OpenAsync(api);
        var both = await fund.ProjectAsync(tags: new { domains = new[] { "health", "housing" } });
        var one = await fund.ProjectAsync(tags: new { domains = new[] { "housing" } });
        await both.CommitAsync(100.01m);
        await one.CommitAsync(30);
        var query = "rows=domain&columns=lever&measure=committed";
        var housing = await BehindAsync(fund, $"{query}&row=housing&column=funding");
        housing
            .Items()
            .Select(i => (i["projectId"]!.GetValue<Guid>(), i["value"]!["amount"]!.GetValue<decimal>()))
            .Should()
            .BeEquivalentTo([(both.Id, 50.00m), (one.Id, 30m)], "a part of a project is its part, not all of it");
        (await BehindAsync(fund, query)).Figure("total.amount").Should().Be(130.01m, "all cells are the ledger");
        (await BehindAsync(fund, $"{query}&row=education")).Items().Should().BeEmpty();
        housing.Items().Should().OnlyContain(i => i["inScope"]!.GetValue<bool>());
        var elsewhere = await Fund.OpenAsync(api);
        var holding = $"portfolios/{elsewhere.Id}/holdings/{one.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        (await one.TryCommitAsync(40, more: new { portfolioId = elsewhere.Id })).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{holding}/end",
                new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" }
            )
        ).ShouldBe(200);
        (await (await elsewhere.MemberAsync("investor")).GetAsync($"portfolios/{elsewhere.Id}/cube/projects?{query}"))
            .ShouldBe(200)
            .Items()
            .Should()
            .ContainSingle("its money stays in the books")
            .Which["inScope"]!
            .GetValue<bool>()
            .Should()
            .BeFalse("it has left the portfolio");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube/projects?{query}&row=weather")).ShouldBlame(
            "row",
            "unknown_code"
        );

        var cube = await AskAsync(fund, "domain", "lever", "committed", api.Clock.Today, null);
        var csv = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube.csv?{query}")).ShouldBe(200);
        var lines = System.Text.Encoding.UTF8.GetString(csv.Bytes).Trim().Split('\n');
        lines.Should().HaveCount(1 + cube.Items("cells").Count, "empty cells are lines too");
        lines.Should().ContainSingle(l => l.StartsWith("health,", StringComparison.Ordinal) && l.Contains("50.01"));
        var sheet = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube.xlsx?{query}")).ShouldBe(200);
        using var book = Book.Open(sheet.Bytes);
        book.Cells("Cube").Select(c => c.InnerText).Should().Contain("80");
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
        await fund.ProjectAsync();
        var counted = await AskAsync(fund, "instrument", "lever", "projects", api.Clock.Today, null);
        foreach (
            var (row, column, projects) in new[]
            {
                ("grant", "funding", 1),
                ("loan", "funding", 1),
                ("none", "none", 1),
            }
        )
            Cell(counted, row, column).GetValue<int>().Should().Be(projects, "{0} by {1}", row, column);
        counted.Number("total").Should().Be(2, "a project counts once, however many contracts it has");
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

    private async Task<Reply> BehindAsync(Fund fund, string query) =>
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube/projects?{query}")).ShouldBe(200);

    // Each cell, each row and each column is what its projects have in it.
    private async Task CompareProjectsAsync(
        Fund fund,
        string rows,
        string columns,
        string measure,
        DateOnly asOf,
        DateTimeOffset known
    )
    {
        var query = Query(rows, columns, measure, asOf, known);
        var cube = await AskAsync(fund, rows, columns, measure, asOf, known);
        foreach (var cell in cube.Items("cells").Where(c => c["projects"]!.GetValue<int>() > 0))
        {
            var behind = await BehindAsync(fund, $"{query}&row={cell["row"]}&column={cell["column"]}");
            behind["total"]!.ToJsonString().Should().Be(cell["value"]!.ToJsonString());
            behind.Items().Should().HaveCount(cell["projects"]!.GetValue<int>());
            behind.Items().Sum(i => Worth(i["value"]!)).Should().Be(Worth(cell["value"]!));
        }
        (await BehindAsync(fund, query))["total"]!.ToJsonString().Should().Be(cube["total"]!.ToJsonString());
    }

    private async Task PutAsync(TestProject project, params object[] territories) =>
        (
            await api.Administrator.PutAsync($"{project.Path}/territories", territories, await project.ETagAsync())
        ).ShouldBe(200);

    // Cell by cell; and each combination is there once, empty ones included.
    private static void Compare(
        Reply cube,
        Dictionary<(string Row, string Column), long> expected,
        Func<JsonNode, long> worth
    )
    {
        var cells = cube.Items("cells")
            .ToDictionary(c => (c["row"]!.GetValue<string>(), c["column"]!.GetValue<string>()), worth);
        Used(cells).Should().Equal(Used(expected), "{0} by {1}", cube.Text("rows"), cube.Text("columns"));
        cells.Should().HaveCount(cube.Items("rowValues").Count * cube.Items("columnValues").Count);

        static IEnumerable<KeyValuePair<(string, string), long>> Used(Dictionary<(string, string), long> cells) =>
            cells.Where(c => c.Value != 0).OrderBy(c => c.Key);
    }

    private async Task<Reply> AskAsync(
        Fund fund,
        string rows,
        string columns,
        string measure,
        DateOnly asOf,
        DateTimeOffset? known
    ) =>
        (
            await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube?{Query(rows, columns, measure, asOf, known)}")
        ).ShouldBe(200);

    private static string Query(string rows, string columns, string measure, DateOnly asOf, DateTimeOffset? known) =>
        $"rows={rows}&columns={columns}&measure={measure}&asOf={asOf:yyyy-MM-dd}"
        + (known is { } k ? $"&knownAt={k.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z" : "");

    private static decimal Amount(Reply cube, string row, string column) =>
        Cell(cube, row, column)["amount"]!.GetValue<decimal>();

    private static JsonNode Cell(Reply cube, string row, string column) =>
        cube.Items("cells")
            .Single(c => c["row"]!.GetValue<string>() == row && c["column"]!.GetValue<string>() == column)["value"]!;

    private static decimal Worth(JsonNode value) =>
        (value is JsonObject ? value["amount"]! : value).GetValue<decimal>();

    private static long Cents(JsonNode amount) => (long)(amount.GetValue<decimal>() * 100);
}
