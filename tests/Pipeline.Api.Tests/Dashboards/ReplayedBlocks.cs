using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>The dashboard's blocks of modules, each with all that it says, computed slowly and plainly.</summary>
internal sealed class ReplayedBlocks(ReplayedWorld world)
{
    private static readonly (string Code, decimal Share, AllianceCategory Category)[] Shares =
    [
        ("responsiblePractices", 0.42m, AllianceCategory.ResponsiblePractices),
        ("sponsorship", 0.30m, AllianceCategory.Sponsorship),
        ("economicCooperation", 0.25m, AllianceCategory.EconomicCooperation),
        ("societalInnovation", 0.16m, AllianceCategory.SocietalInnovation),
    ];

    /// <summary>All of them by name.</summary>
    public IEnumerable<(string Name, JsonNode Block)> All() =>
        [
            ("alliances", Node(Alliances())),
            ("impacts", Node(Impacts())),
            ("indicators", Node(Indicators())),
            ("risks", Node(Risks())),
            ("breakdown.instrument", Node(Instruments())),
        ];

    /// <summary>As it is sent.</summary>
    public static JsonNode Node(object says) => JsonNode.Parse(JsonSerializer.Serialize(says))!;

    private object Alliances()
    {
        var running = world.Alliances;
        var evaluated = world.Facts("evaluation").Select(e => e.Says["allianceId"]?.GetValue<Guid>()).ToHashSet();
        return new
        {
            total = running.Count,
            byCategory = Shares.ToDictionary(
                s => s.Code,
                s => running.Count(a => a.Says["categories"]!.AsArray().Any(c => c!.GetValue<string>() == s.Code))
            ),
            byForm = Count(
                ["territorialDialogue", "interOrganisation", "collectiveExperiment"],
                running.Select(a => a.Says["form"])
            ),
            byActorProfile = running
                .SelectMany(ReplayedWorld.Partners)
                .Where(p => Day(p["since"]) <= world.On && !(Day(p["until"]) < world.On))
                .Select(p => world.Body(p["organisationId"]!.GetValue<Guid>()))
                .Distinct()
                .CountBy(body => world.Edited("body", body)!["profile"]!.GetValue<string>())
                .ToDictionary(),
            doubleImpact = running.Count(ReplayedWorld.HasDoubleImpact),
            evaluated = running.Count(a => evaluated.Contains(a.Id)),
            references = Shares.Select(s => new
            {
                code = s.Code,
                label = Labels.Of(s.Category).En,
                share = s.Share,
                citation = "KIT l.12",
            }),
        };
    }

    private object Impacts()
    {
        var impacts = world.Documents("impact").Select(i => (Of: i, At: world.Standing(i))).ToList();
        return new
        {
            total = impacts.Count,
            byKind = new[] { "performance", "innovation", "trust" }.ToDictionary(
                kind => kind,
                kind =>
                    Count(
                        ["tooEarly", "due", "read"],
                        impacts
                            .Where(i => i.Of.Says["kind"]!.GetValue<string>() == kind)
                            .Select(i => JsonValue.Create(i.At.State))
                    )
            ),
            byForeseen = Count(
                ["wanted", "expected", "surprise", "undesirable"],
                impacts.Select(i => i.Of.Says["foreseen"])
            ),
            nextDue = impacts
                .Where(i => i.At.DueOn is not null && !world.Held[i.Of.Project].Life.HasEnded)
                .OrderBy(i => i.At.DueOn)
                .ThenBy(i => i.Of.Id)
                .Take(10)
                .Select(i => new
                {
                    projectId = i.Of.Project,
                    impactId = i.Of.Id,
                    kind = i.Of.Says["kind"],
                    statement = i.Of.Says["statement"],
                    state = i.At.State,
                    dueOn = i.At.DueOn,
                }),
        };
    }

    private List<object> Indicators()
    {
        var (latest, targets) = (world.Latest(), world.Targets());
        return
        [
            .. world.Edited("list", world.Portfolio)!["indicators"]!
                .AsArray()
                .Select(i => Indicator(i!, i!["code"]!.GetValue<string>(), i["total"]!.GetValue<string>() == "sum")),
        ];

        object Indicator(JsonNode indicator, string code, bool sums)
        {
            var read = latest.Where(l => l.Key.Code == code).ToList();
            var aimed = targets
                .Where(t => t.Key.Code == code && world.Held[t.Key.Project].Led)
                .ToDictionary(t => t.Key.Project, t => t.Value.Target);
            return new
            {
                code,
                name = indicator["name"]!["en"],
                unit = indicator["unit"],
                direction = indicator["direction"],
                totalled = indicator["total"],
                total = sums && read.Count > 0 ? read.Sum(r => r.Value.Value) : (decimal?)null,
                projects = read.Count,
                oldest = read.Count > 0 ? read.Min(r => r.Value.On) : (DateOnly?)null,
                newest = read.Count > 0 ? read.Max(r => r.Value.On) : (DateOnly?)null,
                target = sums && aimed.Count > 0 ? aimed.Values.Sum() : (decimal?)null,
                targets = aimed.Count,
                values = read.Where(_ => !sums)
                    .OrderBy(r => world.Code(r.Key.Project), StringComparer.Ordinal)
                    .Select(r => new
                    {
                        projectId = r.Key.Project,
                        projectCode = world.Code(r.Key.Project),
                        projectName = world.Name(r.Key.Project),
                        value = r.Value.Value,
                        on = r.Value.On,
                        target = aimed.TryGetValue(r.Key.Project, out var target) ? target : (decimal?)null,
                    }),
            };
        }
    }

    private object Risks()
    {
        var open = world.Held.Keys.SelectMany(world.Risks).ToList();
        string[] passages = ["conception", "experimentation", "modelling", "scalingOut", "any"];
        return new
        {
            open = open.Count,
            unanswered = open.Count(r => r["answer"] is null),
            byPassage = passages.SelectMany(passage =>
                open.Where(r => r["passage"]!.GetValue<string>() == passage)
                    .CountBy(r => r["likelihood"]!.GetValue<int>() * r["severity"]!.GetValue<int>())
                    .OrderByDescending(w => w.Key)
                    .Select(w => new
                    {
                        passage,
                        weight = w.Key,
                        risks = w.Value,
                    })
            ),
        };
    }

    // Of all commitments in the portfolio's books, also of projects that it holds no more.
    private IEnumerable<object> Instruments()
    {
        var booked = world.Core.Commitments.Where(c => c.Agreed || c.Delivered != 0).ToList();
        return booked
            .GroupBy(c => c.Of.Instrument)
            .OrderBy(g => g.Key)
            .Select(g => new
            {
                code = Codes.Of(g.Key),
                label = Labels.Of(g.Key).En,
                commitments = g.Count(c => c.Agreed),
                committed = Money(g.Where(c => c.Agreed).Sum(c => c.Committed)),
                delivered = Money(g.Sum(c => c.Delivered)),
                repaid = Money(world.Repaid(world.Core.Commitments.Where(c => c.Of.Instrument == g.Key))),
            });
    }

    /// <summary>Money as it is sent.</summary>
    public static object Money(long cents) => new { amount = cents / 100m, currency = "EUR" };

    private static Dictionary<string, int> Count(IEnumerable<string> codes, IEnumerable<JsonNode?> said)
    {
        var all = said.Select(s => s!.GetValue<string>()).ToList();
        return codes.ToDictionary(c => c, c => all.Count(s => s == c));
    }
}
