using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;

namespace Pipeline.Benchmarks.Soak;

/// <summary>One client that brings in files, each into a portfolio of its own: whole or not at all, once, and back again.</summary>
internal sealed class SoakImports(Door door, Random random, ServedLedgers first, string receiver)
{
    private const int Grants = 60,
        Broken = 7,
        ManyGrants = 2_500,
        ManyEvery = 6;

    private readonly List<(string Portfolio, int Projects)> _expected = [];
    private int _files;

    /// <summary>What the receiver is to be told, by portfolio.</summary>
    public Dictionary<Guid, List<string>> Told { get; } = [];

    /// <summary>Writes that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    public async Task ImportAsync()
    {
        var number = ++_files;
        var code = $"I-{number}";
        var id = (
            await door.PostAsync("make a portfolio", "portfolios", ServedLedgers.Portfolio(code, first.OrganisationId))
        ).Id("id");
        await door.PostAsync(
            "subscribe",
            $"portfolios/{id}/webhooks",
            new { url = receiver, events = new[] { "import.finished" } }
        );
        var (many, skip, back) = (number % ManyEvery == 2, random.Next(3) == 0, random.Next(2) == 0);
        var rows = Enumerable.Range(1, many ? ManyGrants : Grants).Select(i => GrantTable.Row(i)).ToList();
        if (skip)
            foreach (var i in Enumerable.Range(0, Broken))
                rows[i * 5] = GrantTable.Row(i * 5 + 1, amount: "much");
        var (file, good) = (GrantTable.Of([.. rows]).Csv(), rows.Count - (skip ? Broken : 0));
        var path = $"imports?portfolioId={id}{(skip ? "&onError=skip" : "")}";
        if (random.Next(3) == 0)
        {
            var tried = await door.UploadAsync("try a file", $"{path}&dryRun=true", file);
            Hold(tried.Number("created") == good, $"{path}: tried, {tried.Json?.ToJsonString()}");
            await ShouldHaveAsync($"{id}", 0);
        }
        var kind = many ? $"import {ManyGrants} grants" : $"import {Grants} grants";
        var imported = await door.UploadAsync(kind, path, file);
        Acknowledged++;
        Told[id] = [$"import.finished {imported.Id("importId")}"];
        Hold(
            imported.Number("created") == good && imported.Number("rejected") == rows.Count - good,
            $"{path}: {imported.Json?.ToJsonString()}"
        );
        await ShouldHaveAsync($"{id}", good);
        if (!skip && !many)
        {
            var again = await door.UploadAsync("import what is there", path, file);
            Hold(again.Number("unchanged") == good, $"{path}: again, {again.Json?.ToJsonString()}");
            Told[id].Add($"import.finished {again.Id("importId")}");
        }
        else if (back)
        {
            var reversal = new { reason = "The wrong file" };
            await door.PostAsync(
                "take back an import",
                $"imports/{imported.Id("importId")}/reversal",
                reversal,
                expected: 200
            );
            Acknowledged++;
            good = 0;
            await ShouldHaveAsync($"{id}", good);
        }
        _expected.Add(($"{id}", good));
    }

    /// <summary>Each portfolio has what was acknowledged of it.</summary>
    public async Task VerifyAsync()
    {
        foreach (var (portfolio, projects) in _expected)
        {
            await ShouldHaveAsync(portfolio, projects);
            var imports = (await door.GetAsync("verify", $"portfolios/{portfolio}/imports")).Number("totalItems");
            var expected = Told[Guid.Parse(portfolio)].Count;
            Hold(imports == expected, $"portfolio {portfolio}: {imports} imports, acknowledged {expected}");
        }
    }

    private async Task ShouldHaveAsync(string portfolio, int projects)
    {
        var there = (await door.GetAsync("list of projects", $"projects?portfolioId={portfolio}&pageSize=20")).Number(
            "totalItems"
        );
        Hold(there == projects, $"portfolio {portfolio}: {there} projects, acknowledged {projects}");
    }

    private void Hold(bool holds, string what) => door.Tally.ShouldHold(holds, what);
}
