using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A life of two funds that share projects, with every module in use: each number is one thing that somebody does.</summary>
internal sealed class RandomWorld
{
    private static readonly string[] Criteria =
    [
        "need.described",
        "solution.hypothesis",
        "territory.named",
        "funding.committed",
        "evaluation.relevance",
        "evaluation.beneficiaries",
        "support.delivered",
        "model.dimensions",
        "model.keyFactors",
        "model.operator",
        "evaluation.sizing",
        "ratio.capacityBuilding",
        "ratio.evaluation",
        "evaluation.measured",
        "evaluation.partnership",
        "territory.spread",
        "takeOver.named",
    ];
    private readonly PipelineApi _api;
    private readonly RandomHistory _history;
    private readonly RandomRecords _records;
    private readonly RandomMeasures _measures;
    private readonly RandomBodies _bodies;
    private readonly RandomPlaces _places;
    private readonly RandomReports _reports;

    private RandomWorld(PipelineApi api, Fund[] funds)
    {
        (_api, Funds, _history) = (api, funds, new(api, funds[0], funds[1]));
        _bodies = new(api, funds, Book);
        _records = new(api, funds, Book, _bodies);
        _measures = new(api, funds, Book, _records);
        _places = new(api, Book, _bodies);
        _reports = new(api, Book);
    }

    public Fund[] Funds { get; }

    public WorldBook Book => _history.Book;

    /// <summary>Begins one: the first fund asks for reports, the second one reviews what is reported of passages.</summary>
    public static async Task<RandomWorld> BeginAsync(PipelineApi api)
    {
        var ignored = Ignored;
        var world = new RandomWorld(
            api,
            [
                await Fund.OpenAsync(api, severities: ignored, schedule: RandomReports.Schedule),
                await Fund.OpenAsync(api, reviewRequired: true, severities: ignored),
            ]
        );
        foreach (var fund in world.Funds)
            world.Record(fund, 0.22m, 0.10m, $"Fund {fund.Code}");
        await world._bodies.BeginAsync();
        await world._measures.BeginAsync();
        world.Book.Record(
            "needs",
            Guid.Empty,
            Guid.Empty,
            new { items = (await api.Administrator.GetAsync("reference")).ShouldBe(200)["needProfile.items"] }
        );
        world.Book.Mark();
        return world;
    }

    public async Task LiveAsync(IEnumerable<int> deeds)
    {
        foreach (var deed in deeds)
        {
            await DoAsync(new Random(deed));
            Book.Mark();
        }
    }

    // Criteria that look at a module warn, as they do by themselves; the rest would keep projects where they are.
    private static Dictionary<string, string> Ignored => Criteria.ToDictionary(c => c, _ => "ignore");

    private Task DoAsync(Random random) =>
        Book.Projects.Count < 2
            ? _history.DoAsync(random)
            : random.Next(20) switch
            {
                < 7 => _history.DoAsync(random),
                < 12 => _records.DoAsync(random),
                < 15 => _measures.DoAsync(random),
                < 17 => _places.DoAsync(random),
                17 => _bodies.DoAsync(random),
                18 => _reports.DoAsync(random),
                _ => random.Next(3) > 0 ? ChangePolicyAsync(random) : ChangeNeedsAsync(random),
            };

    private async Task ChangePolicyAsync(Random random)
    {
        var fund = Any(Funds, random);
        var (target, ceiling) = (Any([0.15m, 0.22m, 0.3m], random), Any([0.05m, 0.1m, 0.25m], random));
        var name = _api.NewCode("Fund");
        var changed = await _api.Administrator.PutAsync(
            $"portfolios/{fund.Id}",
            new
            {
                code = fund.Code,
                currency = fund.Currency,
                name,
                organisationId = fund.OrganisationId,
                policy = new
                {
                    reviewRequired = fund == Funds[1],
                    capacityBuildingTarget = target,
                    evaluationCeiling = ceiling,
                    severities = Ignored,
                    schedule = fund == Funds[0] ? RandomReports.Schedule : null,
                },
            },
            "*"
        );
        changed.ShouldBe(200);
        Record(fund, target, ceiling, name);
    }

    private async Task ChangeNeedsAsync(Random random)
    {
        var items = Book.Log.Last(d => d.Kind == "needs").Says["items"]!.DeepClone().AsArray();
        foreach (var item in items)
            item!["need"] = random.Next(4);
        var body = new JsonObject { ["items"] = items };
        (await _api.Administrator.PutAsync("reference/need-profile", body, "*")).ShouldBe(200);
        Book.Record("needs", Guid.Empty, Guid.Empty, body);
    }

    private void Record(Fund fund, decimal target, decimal ceiling, string name) =>
        Book.Record(
            "policy",
            Guid.Empty,
            fund.Id,
            new
            {
                target,
                ceiling,
                name,
                reports = fund == Funds[0],
            }
        );
}
