using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What a dashboard should point at, in its English words, computed slowly and plainly.</summary>
/// <param name="p90">Days of the stays of each phase, ninety in a hundred; null where none had ended.</param>
internal sealed class ReplayedAttention(ReplayedWorld world, Func<Phase, decimal?> p90)
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["risks"] = "No open risk of this passage is without an answer.",
        ["adaptation"] = "Each territory of deployment says what was adapted: copying is not learning.",
        ["trajectory"] = "The target model is an operator's, with its size and the milestones on the way there.",
        ["doubleImpact"] = "An alliance has a double impact: a gain for each partner, and one for everybody.",
        ["impactRead"] = "Somebody has looked at an impact of kind performance or innovation.",
    };

    private DateOnly On => world.On;

    private IEnumerable<Replay.Held> Going => world.Held.Values.Where(p => !p.Life.HasEnded);

    /// <summary>All of it, in no order.</summary>
    public IEnumerable<(Guid Project, string Code, string Message)> All() =>
        [
            .. Ratios(),
            .. Stays(),
            .. Undelivered(),
            .. Reviews(),
            .. Warnings(),
            .. Agreements(),
            .. Alliances(),
            .. Impacts(),
            .. Indicators(),
            .. Evaluations(),
            .. Milestones(),
            .. Reports(),
            .. Catalysts(),
        ];

    private IEnumerable<(Guid, string, string)> Ratios()
    {
        var policy = world.Edited("policy", world.Portfolio)!;
        var (target, ceiling) = (policy["target"]!.GetValue<decimal>(), policy["ceiling"]!.GetValue<decimal>());
        foreach (var project in Going.Where(p => p.Led))
        {
            // In whose books it is does not matter: a ratio is the project's.
            var committed = world.Core.Committed.Where(c => c.Key.Project == project.Id).ToList();
            var total = committed.Sum(c => c.Value);
            if (total <= 0)
                continue;
            decimal Share(params Lever[] levers) =>
                (decimal)committed.Where(c => levers.Contains(c.Key.Lever)).Sum(c => c.Value) / total;
            var (capacity, evaluation) = (
                Share(Lever.ExpertiseAndNetworks, Lever.StrategyAndGovernance),
                Share(Lever.Evaluation)
            );
            if (project.Life.Phase >= Phase.Modelling && capacity < target * 0.9m)
                yield return (
                    project.Id,
                    "capacity_building_missed",
                    $"committed capacity-building share {Percent(capacity, target)}, target {Percent(target, target)}"
                );
            if (evaluation > ceiling * 1.1m)
                yield return (
                    project.Id,
                    "evaluation_missed",
                    $"committed evaluation share {Percent(evaluation, ceiling)}, ceiling {Percent(ceiling, ceiling)}"
                );
        }
    }

    private IEnumerable<(Guid, string, string)> Stays() =>
        from project in Going
        where project.Life.Standing == Standing.Active
        let usual = p90(project.Life.Phase)
        where usual is not null && project.Life.Days > (int)usual
        select (
            project.Id,
            "phase_overdue",
            $"{Plain(project.Life.Days)} days in {Labels.Of(project.Life.Phase).En}; 90% of stays took {Plain(usual.Value)} at most"
        );

    private IEnumerable<(Guid, string, string)> Undelivered() =>
        from c in world.Core.Commitments
        where world.Held.ContainsKey(c.Of.ProjectId) && c is { Agreed: true, Cancelled: false }
        where c.Of.EndsOn < On && c.Delivered < c.Of.Cents
        select (
            c.Of.ProjectId,
            "commitment_undelivered",
            $"a commitment ended on {Date(c.Of.EndsOn)} with {Amount(c.Of.Cents - c.Delivered)} of {Amount(c.Of.Cents)} not delivered"
        );

    private IEnumerable<(Guid, string, string)> Reviews() =>
        from t in world.Core.Waiting
        where world.Held.TryGetValue(t.ProjectId, out var project) && project.Led
        let days = On.DayNumber - DateOnly.FromDateTime(t.RecordedAt.UtcDateTime).DayNumber
        where days > 14
        select (t.ProjectId, "review_overdue", $"“{Labels.Of(t.Trigger).En}” has waited {days} days for a decision");

    private IEnumerable<(Guid, string, string)> Warnings() =>
        from project in Going
        where project.Led && project.Life.Standing == Standing.Active
        let open = Open(project).Select(code => Sentences[code]).ToList()
        where open.Count > 0
        select (project.Id, "warnings_open", $"open before the next phase: {string.Join(" ", open)}");

    private IEnumerable<string> Open(Replay.Held project)
    {
        var phase = project.Life.Phase;
        bool Has(string kind, Func<Done, bool> wanted) =>
            world.Documents(kind).Any(d => d.Project == project.Id && wanted(d));
        if (phase == Phase.Industrialisation)
            yield break;
        if (
            phase == Phase.Modelling
            && !Has(
                "target",
                t =>
                    t.Says["kind"]!.GetValue<string>() == "operator"
                    && t.Says["sizing"] is not null
                    && t.Says["trajectory"]!.AsArray().Count > 0
            )
        )
            yield return "trajectory";
        if (
            phase == Phase.Modelling
            && !world.Alliances.Any(a => a.Project == project.Id && ReplayedWorld.HasDoubleImpact(a))
        )
            yield return "doubleImpact";
        if (phase >= Phase.Modelling && Territories(project.Id).Any(IsCopied))
            yield return "adaptation";
        if (
            phase == Phase.ScalingOut
            && !Has("impact", i => i.Says["kind"]!.GetValue<string>() != "trust" && IsRead(i))
        )
            yield return "impactRead";
        if (
            world
                .Risks(project.Id)
                .Any(r =>
                    r["answer"] is null
                    && r["passage"]!.GetValue<string>() is var p
                    && (p == "any" || p == Codes.Of(phase))
                )
        )
            yield return "risks";
    }

    private bool IsRead(Done impact) =>
        world.Facts("impactReading").Any(r => r.Says["impact"]!.GetValue<Guid>() == impact.Id);

    private IEnumerable<JsonNode> Territories(Guid project) =>
        (world.Edited("territories", project)?["territories"]!.AsArray() ?? [])
            .Select(t => t!)
            .Where(t => ReplayedWorld.IsActive(t, On));

    private static bool IsCopied(JsonNode territory) =>
        territory["role"]?.GetValue<string>() == "deployment" && territory["adaptation"] is null;

    private IEnumerable<(Guid, string, string)> Agreements()
    {
        foreach (
            var a in world.Documents("agreement").Where(a => a.Says["portfolio"]!.GetValue<Guid>() == world.Portfolio)
        )
        {
            var (signed, starts, ends) = (
                Day(a.Says["signedOn"])!.Value,
                Day(a.Says["startsOn"])!.Value,
                Day(a.Says["endsOn"])!.Value
            );
            var exit = a.Says["exitStrategy"] is not null;
            if (signed > On || ends < On || world.Held[a.Project].Life.HasEnded)
                continue;
            var months = Enumerable.Range(1, 60).Count(m => starts.AddMonths(m) <= ends.AddDays(1));
            if (months < 36)
                yield return (
                    a.Project,
                    "agreement_short",
                    $"the agreement lasts {months} months, at least 36 are wanted"
                );
            if (!exit && On.DayNumber - starts.DayNumber > (ends.DayNumber - starts.DayNumber) / 2)
                yield return (
                    a.Project,
                    "agreement_exit_missing",
                    "half of the agreement has gone by without an exit strategy"
                );
            if (ends <= On.AddMonths(12))
                yield return (
                    a.Project,
                    "agreement_ending",
                    $"the agreement ends on {Date(ends)}; {(exit ? "an" : "no")} exit is planned"
                );
        }
    }

    private IEnumerable<(Guid, string, string)> Alliances()
    {
        foreach (var a in world.Alliances.Where(a => !world.Held[a.Project].Life.HasEnded))
        {
            var (name, partners) = (a.Says["name"]!.GetValue<string>(), ReplayedWorld.Partners(a));
            if (
                partners.Any(p =>
                    Day(p["until"]) is { } until && until < On && !partners.Any(q => q != p && Day(q["since"]) >= until)
                )
            )
                yield return (
                    a.Project,
                    "alliance_partner_gone",
                    $"a partner of {name} has left, and nobody has come since"
                );
            if (Day(a.Says["endsOn"]) is { } ends && ends.AddDays(1) < Day(a.Says["startedOn"])!.Value.AddMonths(36))
                yield return (
                    a.Project,
                    "alliance_short",
                    $"{name} is planned until {Date(ends)}, for less than 36 months"
                );
        }
    }

    private IEnumerable<(Guid, string, string)> Impacts() =>
        from i in world.Documents("impact")
        let standing = world.Standing(i)
        where standing.State == "due" && !world.Held[i.Project].Life.HasEnded
        select (
            i.Project,
            "impact_due",
            $"an impact can be judged since {Date(standing.DueOn)}, and nobody has looked: {i.Says["statement"]}"
        );

    private IEnumerable<(Guid, string, string)> Indicators()
    {
        var latest = world.Latest();
        return from t in world.Targets()
            where world.Held[t.Key.Project] is { Led: true, Life.HasEnded: false }
            where t.Value.On < On && !(latest.TryGetValue(t.Key, out var read) && read.On >= t.Value.On)
            select (
                t.Key.Project,
                "indicator_unread",
                $"the day of a target has come, {Date(t.Value.On)}, and nobody has read the indicator since: {t.Key.Code} in English"
            );
    }

    private IEnumerable<(Guid, string, string)> Evaluations()
    {
        var done = world.Facts("evaluation").Select(e => e.Says["plannedId"]?.GetValue<Guid>()).ToHashSet();
        foreach (var plan in world.Documents("plan").Where(p => !world.Held[p.Project].Life.HasEnded))
        foreach (var planned in plan.Says["evaluations"]!.AsArray())
        {
            var due = Day(planned!["dueOn"])!.Value;
            if (planned["cancelledReason"] is not null || done.Contains(planned["id"]!.GetValue<Guid>()))
                continue;
            const string what = "Relevance, Conception";
            if (due < On)
                yield return (
                    plan.Project,
                    "evaluation_late",
                    $"an evaluation was planned for {Date(due)}, and none came: {what}"
                );
            else if (due <= On.AddDays(14))
                yield return (plan.Project, "evaluation_due", $"an evaluation is planned for {Date(due)}: {what}");
        }
    }

    private IEnumerable<(Guid, string, string)> Milestones() =>
        from target in world.Documents("target")
        where !world.Held[target.Project].Life.HasEnded
        let late = target.Says["trajectory"]!
            .AsArray()
            .Where(s => Day(s!["dueOn"]) < On && !(Day(s["doneOn"]) <= On))
            .Select(s => Day(s!["dueOn"]))
            .ToList()
        where late.Count > 0
        select (
            target.Project,
            "trajectory_late",
            $"milestones on the way to the target model are late: {late.Count}, the first since {Date(late.Min())}"
        );

    private IEnumerable<(Guid, string, string)> Reports()
    {
        var reports = new ReplayedReports(world);
        return reports
            .All()
            .Where(p => p.State == "late")
            .GroupBy(p => p.Project.Id)
            .Select(late =>
                (
                    late.Key,
                    "report_late",
                    $"progress reports are late: {late.Count()}, the first for {late.Max(p => reports.DaysLate(p.End))} days"
                )
            );
    }

    private IEnumerable<(Guid, string, string)> Catalysts()
    {
        foreach (var project in Going)
        {
            var owner = world.Body(world.Edited("project", project.Id)!["owner"]!.GetValue<Guid>());
            var catalysts = (world.Edited("stakeholders", project.Id)?["stakeholders"]!.AsArray() ?? [])
                .Where(s => s!["kind"]!.GetValue<string>() == "catalyst")
                .Select(s => world.Body(s!["organisationId"]!.GetValue<Guid>()))
                .Distinct();
            foreach (var body in catalysts)
            {
                var places = Territories(project.Id)
                    .Where(t =>
                        t["carrierOrganisationId"] is { } carrier && world.Body(carrier.GetValue<Guid>()) == body
                    )
                    .Select(t => t["name"]!.GetValue<string>())
                    .ToList();
                var name = world.Edited("body", body)!["name"];
                if (body == owner)
                    yield return (
                        project.Id,
                        "catalyst_is_operator",
                        $"{name} is both catalyst and owner of the project, and has to choose"
                    );
                else if (places.Count > 0)
                    yield return (
                        project.Id,
                        "catalyst_is_operator",
                        $"{name} is both catalyst of the project and its carrier on the ground ({string.Join(", ", places)}), and has to choose"
                    );
            }
        }
    }

    private static string Date(DateOnly? day) => day!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Amount(long cents) =>
        "€" + (cents / 100m).ToString(cents % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    // One decimal, and as many more as it takes to stand on its own side of the threshold.
    private static string Percent(decimal share, decimal threshold)
    {
        for (var decimals = 1; ; decimals++)
        {
            var shown = decimal.Round(share * 100, decimals, MidpointRounding.AwayFromZero);
            if (shown.CompareTo(threshold * 100) == share.CompareTo(threshold))
                return $"{shown.ToString("0.##########", CultureInfo.InvariantCulture)}%";
        }
    }
}
