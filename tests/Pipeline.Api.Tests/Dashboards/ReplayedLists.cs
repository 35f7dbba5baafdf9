using System.Text.Json.Nodes;
using Pipeline.Domain.Common;
using static Pipeline.Api.Tests.Dashboards.ReplayedBlocks;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What a portfolio lists as of a day and as known at an instant, each entry with all that it says, computed slowly and plainly.</summary>
internal sealed class ReplayedLists(ReplayedWorld world)
{
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
                sizeSegment = t["sizeSegment"],
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
}
