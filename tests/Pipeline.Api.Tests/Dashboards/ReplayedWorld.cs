using System.Text.Json.Nodes;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What had been done by a day, as far as it was known at an instant, to the projects that a portfolio held: read plainly from what was sent.</summary>
internal sealed class ReplayedWorld
{
    private readonly List<Done> _seen;

    /// <param name="known">The number of the instant.</param>
    public ReplayedWorld(WorldBook book, Replay.Figures core, Guid portfolio, int known, DateOnly day)
    {
        (Core, Portfolio, On) = (core, portfolio, day);
        _seen = [.. book.Log.Where(d => d.Known <= known)];
        Held = core.Projects.ToDictionary(p => p.Id);
    }

    public Replay.Figures Core { get; }

    public Guid Portfolio { get; }

    /// <summary>The day.</summary>
    public DateOnly On { get; }

    public IReadOnlyDictionary<Guid, Replay.Held> Held { get; }

    /// <summary>All that was done to projects that were held, or to none.</summary>
    public IEnumerable<Done> All(string kind) =>
        _seen.Where(d => d.Kind == kind && (d.Project == Guid.Empty || Held.ContainsKey(d.Project)));

    /// <summary>Facts by their own day.</summary>
    public IEnumerable<Done> Facts(string kind) => All(kind).Where(d => Day(d.Says["on"]) <= On);

    /// <summary>Cents that came back of loans, whoever holds their projects.</summary>
    public long Repaid(IEnumerable<Replay.Booked> loans)
    {
        var ids = loans.Select(c => c.Of.Id).ToHashSet();
        return _seen
            .Where(d => d.Kind == "repayment" && ids.Contains(d.Id) && Day(d.Says["on"]) <= On)
            .Sum(d => (long)(d.Says["amount"]!.GetValue<decimal>() * 100));
    }

    /// <summary>Documents, each as it was last written by the day.</summary>
    public IReadOnlyList<Done> Documents(string kind) =>
        [.. All(kind).Where(d => d.Day <= On).GroupBy(d => d.Id).Select(versions => versions.Last())];

    /// <summary>What is edited in place, and holds for all days as it was known; null where nobody had said anything.</summary>
    public JsonObject? Edited(string kind, Guid id) => _seen.LastOrDefault(d => d.Kind == kind && d.Id == id)?.Says;

    public string Code(Guid project) => Edited("project", project)!["code"]!.GetValue<string>();

    public string Name(Guid project) => Edited("name", project)!["name"]!.GetValue<string>();

    /// <summary>The entry of the directory that stood for the body of another one.</summary>
    public Guid Body(Guid id)
    {
        var body = id;
        while (Edited("merge", body) is { } merged)
            body = merged["into"]!.GetValue<Guid>();
        return body;
    }

    /// <summary>An organisation as it is named.</summary>
    public object Named(Guid id) => new { id, name = Edited("body", Body(id))!["name"] };

    public IReadOnlyList<Done> Alliances =>
        [.. Documents("alliance").Where(a => Day(a.Says["startedOn"]) <= On && !(Day(a.Says["endedOn"]) < On))];

    public IReadOnlyList<JsonNode> Risks(Guid project) =>
        [
            .. Documents("risks")
                .Where(r => r.Project == project)
                .SelectMany(r => r.Says["risks"]!.AsArray())
                .Where(r => !(Day(r!["closedOn"]) <= On))
                .Select(r => r!),
        ];

    /// <summary>The latest reading of each project and code that was not taken back, by day and then in the order in which they came.</summary>
    public IReadOnlyDictionary<(Guid Project, string Code), (DateOnly On, decimal Value)> Latest()
    {
        var takenBack = Facts("reversal").Select(r => r.Id).ToHashSet();
        var latest = new Dictionary<(Guid, string), (DateOnly On, decimal Value)>();
        foreach (var reading in Facts("reading").Where(r => !takenBack.Contains(r.Id)))
        {
            var (key, on) = (
                (reading.Project, reading.Says["code"]!.GetValue<string>()),
                Day(reading.Says["on"])!.Value
            );
            if (!latest.TryGetValue(key, out var held) || held.On <= on)
                latest[key] = (on, reading.Says["value"]!.GetValue<decimal>());
        }
        return latest;
    }

    /// <summary>What projects aim at.</summary>
    public IReadOnlyDictionary<(Guid Project, string Code), (decimal Target, DateOnly On)> Targets() =>
        Documents("targets")
            .SelectMany(d => d.Says["targets"]!.AsArray().Select(t => (d.Project, Target: t!)))
            .ToDictionary(
                t => (t.Project, t.Target["indicator"]!.GetValue<string>()),
                t => (t.Target["target"]!.GetValue<decimal>(), Day(t.Target["targetOn"])!.Value)
            );

    /// <summary>Where an impact stood, and when it was to be looked at.</summary>
    public (string State, DateOnly? DueOn) Standing(Done impact)
    {
        var since = Day(impact.Says["since"])!.Value;
        int[] months = impact.Says["kind"]!.GetValue<string>() switch
        {
            "performance" => [18],
            "innovation" => [84],
            _ => [84, 168, 252, 336],
        };
        var horizons = months.Select(m => since.AddMonths(m)).ToList();
        var passed = horizons.Where(h => h <= On).ToList();
        if (passed.Count == 0)
            return ("tooEarly", horizons[0]);
        var read = Facts("impactReading")
            .Any(r => r.Says["impact"]!.GetValue<Guid>() == impact.Id && Day(r.Says["on"]) >= passed[^1]);
        return read ? ("read", horizons.Select(h => (DateOnly?)h).FirstOrDefault(h => h > On)) : ("due", passed[^1]);
    }

    /// <summary>Whether a project acted in a territory on a day.</summary>
    public static bool IsActive(JsonNode? territory, DateOnly on) =>
        !(Day(territory!["since"]) > on) && !(Day(territory["closedOn"]) <= on);

    public static bool HasDoubleImpact(Done alliance)
    {
        var partners = Partners(alliance);
        return partners.Count > 0
            && alliance.Says["commonGood"]!.AsArray().Count > 0
            && partners.All(p => p["objectives"]!.AsArray().Count > 0 && p["gains"]!.AsArray().Count > 0);
    }

    public static IReadOnlyList<JsonNode> Partners(Done alliance) =>
        [.. alliance.Says["partners"]!.AsArray().Select(p => p!)];
}
