using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks;

/// <summary>
/// The product served in a process of its own on generated databases, each line in turn with its yardstick: <c>small</c> has a portfolio of 1,000 and
/// 10,000 projects of others, <c>large</c> the same with 100,000 more, 10,000 of them in one portfolio. Both are kept in the folder for the next run.
/// </summary>
internal static partial class SpeedBenchmark
{
    private sealed record Setting(string Small, string Large, Guid Thousand, Guid TenThousand)
    {
        public string LargeFile => Path.Combine(Large, "pipeline.db");
    }

    private static readonly string[] OwnData = ["modules", "large-dashboards", "run", "million", "instances"];

    public static async Task<int> RunAsync(string[] options)
    {
        var folder = Path.Combine(Path.GetTempPath(), "pipeline-speed");
        var wanted = options;
        for (; wanted is ["--folder" or "--program", var given, .. var rest]; wanted = rest)
            if (wanted[0] == "--folder")
                folder = given;
            else
                Served.Program = Path.GetFullPath(given);
        // What is asked for alone needs no more than its own databases.
        var setting =
            wanted.Length > 0 && wanted.All(OwnData.Contains)
                ? new Setting(Path.Combine(folder, "small"), Path.Combine(folder, "large"), Guid.Empty, Guid.Empty)
                : await PrepareAsync(folder);
        var lines = new (string Name, Func<Setting, IAsyncEnumerable<Measured>> Run)[]
        {
            ("start", StartAsync),
            ("dashboard", DashboardAsync),
            ("dashboard-page", DashboardPageAsync),
            ("others", OthersAsync),
            ("large-dashboards", LargeDashboardsAsync),
            ("blocks", BlocksAsync),
            ("unchanged", UnchangedAsync),
            ("page", PageAsync),
            ("project", ProjectAsync),
            ("transition", TransitionAsync),
            ("modules", ModulesAsync),
            ("workbook", WorkbookAsync),
            ("register", RegisterAsync),
            ("import", ImportAsync),
            ("run", CloneAsync),
            ("million", MillionAsync),
            ("instances", InstancesAsync),
        };
        // Those that need a server are run where one is named.
        var asked = lines.Where(l =>
            wanted.Length == 0
                ? l.Name is not ("million" or "instances") || Environment.GetEnvironmentVariable(Server) is not null
                : wanted.Contains(l.Name)
        );
        Console.WriteLine(
            "| what | median ms | against | median ms | ratio | at most | met | |\n| --- | --- | --- | --- | --- | --- | --- | --- |"
        );
        foreach (var (_, run) in asked)
        await foreach (var measured in run(setting))
            Console.WriteLine(measured);
        return 0;
    }

    private static async Task<Setting> PrepareAsync(string folder)
    {
        var (small, large) = (Path.Combine(folder, "small"), Path.Combine(folder, "large"));
        if (!File.Exists(Path.Combine(large, "done")))
        {
            foreach (var old in new[] { small, large }.Where(Directory.Exists))
                Directory.Delete(old, recursive: true);
            Directory.CreateDirectory(small);
            Directory.CreateDirectory(large);
            await Served.SeedAsync(small, "--projects", "11000", "--seed", "7", "--sizes", "1000");
            await Served.CommandAsync(small, "create-admin", Served.Administrator);
            await Served.CommandAsync(small, "backup", Path.Combine(large, "pipeline.db"));
            await Served.SeedAsync(large, "--projects", "100000", "--seed", "8", "--sizes", "10000", "--add");
            await File.WriteAllTextAsync(Path.Combine(large, "done"), "");
        }
        return new(small, large, Exactly(large, 1_000), Exactly(large, 10_000));
    }

    // The portfolio that has as many projects.
    private static Guid Exactly(string folder, int size)
    {
        using var db = Sql.Open(Path.Combine(folder, "pipeline.db"));
        return Guid.Parse(
            db.One<string>(
                "SELECT PortfolioId FROM Holdings WHERE EndedAt IS NULL GROUP BY PortfolioId HAVING COUNT(*) = @n",
                ("@n", size)
            )
        );
    }

    private static string Dashboard(Guid portfolio) => $"/api/v1/portfolios/{portfolio}/dashboard";

    private static async IAsyncEnumerable<Measured> StartAsync(Setting setting)
    {
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            await using var served = await Served.ProductAsync(setting.Large);
            if (i > 0)
                times.Add(served.StartMs);
        }
        yield return new(
            "start to first 200, existing database",
            "–",
            Timing.Median(times),
            null,
            2_500,
            AtMostMs: true
        );
    }

    private static async IAsyncEnumerable<Measured> DashboardAsync(Setting setting)
    {
        await using var product = await Served.ProductAsync(setting.Large);
        await product.SignInAsManagerOfAsync(setting.Thousand);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (said, hand) = (
            HandDashboard.Of(await product.JsonAsync(Dashboard(setting.Thousand))),
            HandDashboard.Read(setting.LargeFile, setting.Thousand, today)
        );
        Agree(said, hand);
        var (a, b) = await Timing.InTurnAsync(
            15,
            () => product.BytesAsync(Dashboard(setting.Thousand)),
            () => Run(() => HandDashboard.Read(setting.LargeFile, setting.Thousand, today)),
            warmUp: 40
        );
        yield return new(
            "dashboard of 1,000 projects",
            "hand-written SQL",
            a,
            b,
            1.5,
            Note: $"{hand.Count} figures agree"
        );
    }

    private static async IAsyncEnumerable<Measured> DashboardPageAsync(Setting setting)
    {
        await using var product = await Served.ProductAsync(setting.Large);
        await product.SignInToPagesAsync(await product.SignInAsManagerOfAsync(setting.Thousand));
        var page = $"/portfolios/{setting.Thousand}";
        if (!Encoding.UTF8.GetString(await product.BytesAsync(page)).Contains("data-figure=\"totals.committed\""))
            throw new InvalidOperationException("That is no dashboard.");
        var (a, b) = await Timing.InTurnAsync(
            15,
            () => product.BytesAsync(page),
            () => product.BytesAsync(Dashboard(setting.Thousand)),
            warmUp: 40
        );
        yield return new("the page of that dashboard", "the API's reply", a, b, 1.3);
    }

    private static async IAsyncEnumerable<Measured> OthersAsync(Setting setting)
    {
        await using var small = await Served.ProductAsync(setting.Small);
        await using var large = await Served.ProductAsync(setting.Large);
        await small.SignInAsManagerOfAsync(setting.Thousand);
        await large.SignInAsManagerOfAsync(setting.Thousand);
        var (a, b) = await Timing.InTurnAsync(
            15,
            () => large.BytesAsync(Dashboard(setting.Thousand)),
            () => small.BytesAsync(Dashboard(setting.Thousand)),
            warmUp: 40
        );
        yield return new("the same, with 110,000 projects of others", "with 10,000 of others", a, b, 1.2);
    }

    private static async IAsyncEnumerable<Measured> UnchangedAsync(Setting setting)
    {
        await using var product = await Served.ProductAsync(setting.Large);
        await using var yardstick = await Served.YardstickAsync(setting.Large);
        await product.SignInAsManagerOfAsync(setting.TenThousand);
        using var first = await product.Http.GetAsync(new Uri(Dashboard(setting.TenThousand), UriKind.Relative));
        var etag = first.Headers.ETag?.ToString();
        var seen = HttpStatusCode.OK;
        var (a, b) = await Timing.InTurnAsync(
            etag is null ? 5 : 400,
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Dashboard(setting.TenThousand));
                if (etag is not null)
                    request.Headers.TryAddWithoutValidation("If-None-Match", etag);
                using var answer = await product.Http.SendAsync(request);
                seen = answer.StatusCode;
                await answer.Content.ReadAsByteArrayAsync();
            },
            () => yardstick.BytesAsync("/empty"),
            warmUp: etag is null ? 2 : 3_000
        );
        yield return new(
            "dashboard of 10,000 projects, If-None-Match",
            "empty endpoint",
            a,
            b,
            2,
            Note: $"answered {(int)seen}"
        );
    }

    private static async IAsyncEnumerable<Measured> PageAsync(Setting setting)
    {
        await using var product = await Served.ProductAsync(setting.Large);
        await product.SignInAsManagerOfAsync(setting.TenThousand);
        foreach (var page in new[] { 1, 200 })
        {
            var path =
                $"/api/v1/projects?portfolioId={setting.TenThousand}&standing=active&sort=-startedOn&page={page}&pageSize=20";
            var said = (await product.JsonAsync(path))["items"]!
                .AsArray()
                .Select(i => i!["code"]!.GetValue<string>())
                .ToList();
            if (!said.SequenceEqual(HandPage(setting, page)) || said.Count == 0)
                throw new InvalidOperationException($"Page {page} differs.");
            var (a, b) = await Timing.InTurnAsync(
                60,
                () => product.BytesAsync(path),
                () => Run(() => HandPage(setting, page)),
                warmUp: 60
            );
            yield return new(
                $"projects of a portfolio of 10,000, filtered and sorted, page {page}",
                "hand-written SQL",
                a,
                b,
                1.5
            );
        }
    }

    private static List<string> HandPage(Setting setting, int page)
    {
        const string From =
            "FROM Holdings h JOIN Projects p ON p.Id = h.ProjectId WHERE h.PortfolioId = @p AND h.EndedAt IS NULL AND p.Standing = 1";
        using var db = Sql.Open(setting.LargeFile);
        (string, object?) p = ("@p", setting.TenThousand.Key());
        _ = db.One<long>($"SELECT COUNT(*) {From}", p);
        return db.All(
            $"SELECT p.Id, p.Code, p.Name, p.Summary, p.Phase, p.Standing, p.PhaseSince, p.StartedOn, p.OwnerOrganisationId, o.Name, p.LeadPortfolioId, f.Code, p.Version {From.Replace("WHERE", "JOIN Organisations o ON o.Id = p.OwnerOrganisationId JOIN Portfolios f ON f.Id = p.LeadPortfolioId WHERE", StringComparison.Ordinal)} ORDER BY p.StartedOn DESC, p.Id LIMIT 20 OFFSET @skip",
            r =>
            {
                for (var i = 0; i < r.FieldCount; i++)
                    _ = r.GetValue(i);
                return r.GetString(1);
            },
            p,
            ("@skip", (page - 1) * 20)
        );
    }

    private static async IAsyncEnumerable<Measured> ProjectAsync(Setting setting)
    {
        await using var product = await Served.ProductAsync(setting.Large);
        await using var yardstick = await Served.YardstickAsync(setting.Large);
        await product.SignInAsManagerOfAsync(setting.TenThousand);
        List<Guid> ids;
        using (var db = Sql.Open(setting.LargeFile))
            ids = db.All(
                "SELECT ProjectId FROM Holdings WHERE PortfolioId = @p LIMIT 300",
                r => Guid.Parse(r.GetString(0)),
                ("@p", setting.TenThousand.Key())
            );
        foreach (var id in ids.Take(20))
            if (
                !JsonNode.DeepEquals(
                    await product.JsonAsync($"/api/v1/projects/{id}"),
                    await yardstick.JsonAsync($"/projects/{id}")
                )
            )
                throw new InvalidOperationException(
                    $"Project {id} differs:\n{await product.JsonAsync($"/api/v1/projects/{id}")}\n{await yardstick.JsonAsync($"/projects/{id}")}"
                );
        var (i, j) = (0, 0);
        var (a, b) = await Timing.InTurnAsync(
            300,
            () => product.BytesAsync($"/api/v1/projects/{ids[i++ % ids.Count]}"),
            () => yardstick.BytesAsync($"/projects/{ids[j++ % ids.Count]}"),
            warmUp: 3_000
        );
        yield return new("GET /projects/{id}", "minimal endpoint, hand-written SQL", a, b, 2, Note: "the same JSON");
    }

    private static Task Run(Action work)
    {
        work();
        return Task.CompletedTask;
    }
}
