using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>The blocks of a portfolio's pages in which modules speak, each with all that it says, computed slowly and plainly.</summary>
internal sealed class ReplayedBlocks(ReplayedWorld world)
{
    private static readonly (string Code, decimal Share, AllianceCategory Category)[] Shares =
    [
        ("responsiblePractices", 0.42m, AllianceCategory.ResponsiblePractices),
        ("sponsorship", 0.30m, AllianceCategory.Sponsorship),
        ("economicCooperation", 0.25m, AllianceCategory.EconomicCooperation),
        ("societalInnovation", 0.16m, AllianceCategory.SocietalInnovation),
    ];

    /// <summary>Those of the dashboard, by name.</summary>
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

    /// <summary>Who accompanies, by organisation and capacity.</summary>
    public JsonNode Providers()
    {
        var lines = world
            .Core.Commitments.SelectMany(c =>
                c.Deliveries.Select(d =>
                        (
                            By: d.Provider,
                            Project: c.Of.ProjectId,
                            Hours: 0m,
                            Cents: 0L,
                            Came: d.Hours ?? 0,
                            Paid: d.Cents
                        )
                    )
                    .Append(
                        (
                            By: c.Agreed ? c.Of.Provider : null,
                            Project: c.Of.ProjectId,
                            Hours: (c.Cancelled ? c.Deliveries.Sum(d => d.Hours) : c.Of.Hours) ?? 0,
                            Cents: c.Committed,
                            Came: 0m,
                            Paid: 0L
                        )
                    )
            )
            .Where(l => l.By is not null)
            .ToList();
        return Node(
            lines
                .GroupBy(l => (Body: world.Body(l.By!.OrganisationId), l.By.Kind))
                .OrderBy(
                    p => world.Edited("body", p.Key.Body)!["name"]!.GetValue<string>().ToUpperInvariant(),
                    StringComparer.Ordinal
                )
                .ThenBy(p => p.Key)
                .Select(p => new
                {
                    organisationId = p.Key.Body,
                    organisation = world.Named(p.Key.Body),
                    kind = Codes.Of(p.Key.Kind),
                    days = Days(p.Sum(l => l.Hours)),
                    value = Money(p.Sum(l => l.Cents)),
                    deliveredDays = Days(p.Sum(l => l.Came)),
                    deliveredValue = Money(p.Sum(l => l.Paid)),
                    projects = p.GroupBy(l => l.Project)
                        .OrderBy(w => world.Code(w.Key), StringComparer.Ordinal)
                        .Select(w => new
                        {
                            projectId = w.Key,
                            code = world.Code(w.Key),
                            name = world.Name(w.Key),
                            days = Days(w.Sum(l => l.Hours)),
                            value = Money(w.Sum(l => l.Cents)),
                            deliveredDays = Days(w.Sum(l => l.Came)),
                            deliveredValue = Money(w.Sum(l => l.Paid)),
                        }),
                })
        );
    }

    /// <summary>Where projects act.</summary>
    public JsonNode Territories() =>
        Node(
            from project in world.Held.Keys
            orderby world.Code(project)
            from t in world.Edited("territories", project)?["territories"]!.AsArray() ?? []
            let role = t["role"]?.GetValue<string>() ?? "both"
            select new
            {
                projectId = project,
                projectCode = world.Code(project),
                projectName = world.Name(project),
                name = t["name"],
                level = t["level"],
                region = t["region"],
                sizeSegment = (string?)null,
                since = t["since"],
                role,
                adaptation = t["adaptation"],
                carrierOrganisation = t["carrierOrganisationId"] is { } carrier
                    ? world.Named(carrier.GetValue<Guid>())
                    : null,
                closedOn = t["closedOn"],
                deployed = role != "experiment" && ReplayedWorld.IsActive(t, world.On),
            }
        );

    /// <summary>Which of the last twelve periods projects owe a report on.</summary>
    public JsonNode Periods()
    {
        var reports = new ReplayedReports(world);
        var all = reports.All();
        var shown = all.Select(p => p.End).Distinct().Order().TakeLast(12).ToList();
        return Node(
            all.Where(p => shown.Contains(p.End))
                .GroupBy(p => p.Project.Id)
                .Select(project => new
                {
                    projectId = project.Key,
                    projectCode = world.Code(project.Key),
                    projectName = world.Name(project.Key),
                    periods = project.Select(p =>
                    {
                        var (submitted, answered) = (
                            Last(p.Happened, "submitted"),
                            Last(p.Happened, "accept", "returnForChanges")
                        );
                        return new
                        {
                            period = p.End,
                            dueOn = p.End.AddDays(RandomReports.DueAfterDays),
                            state = p.State,
                            daysLate = p.State == "late" ? reports.DaysLate(p.End) : 0,
                            submittedOn = submitted?.Day,
                            decidedOn = p.Happened.IndexOf(answered!) > p.Happened.IndexOf(submitted!)
                                ? answered?.Day
                                : null,
                        };
                    }),
                })
        );

        static Done? Last(List<Done> happened, params string[] what) =>
            happened.FindLast(d => what.Contains(d.Says["happened"]!.GetValue<string>()));
    }

    private static decimal Days(decimal hours) => decimal.Round(hours / 7, 2, MidpointRounding.AwayFromZero);

    private static object Money(long cents) => new { amount = cents / 100m, currency = "EUR" };

    private static Dictionary<string, int> Count(IEnumerable<string> codes, IEnumerable<JsonNode?> said)
    {
        var all = said.Select(s => s!.GetValue<string>()).ToList();
        return codes.ToDictionary(c => c, c => all.Count(s => s == c));
    }
}
