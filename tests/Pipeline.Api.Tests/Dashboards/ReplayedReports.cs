using Pipeline.Domain.Phases;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>How the periods of projects stood that report to a portfolio, computed slowly and plainly.</summary>
internal sealed class ReplayedReports(ReplayedWorld world)
{
    private DateOnly On => world.On;

    /// <summary>All periods of the projects that it led, by project and time.</summary>
    public IReadOnlyList<(Replay.Held Project, DateOnly End, string State, List<Done> Happened)> All() =>
        world.Edited("policy", world.Portfolio)!["reports"]!.GetValue<bool>()
            ?
            [
                .. from project in world.Held.Values
                where project.Led
                orderby world.Code(project.Id)
                from end in RandomReports.Ends(On)
                where end >= project.StartedOn
                let happened = Happened(project, end)
                where happened.Count > 0 || IsOwed(project, end)
                select (project, end, State(project, end, happened), happened),
            ]
            : [];

    /// <summary>Days that a period which is late has been so.</summary>
    public int DaysLate(DateOnly end) => On.DayNumber - end.DayNumber - RandomReports.DueAfterDays;

    private List<Done> Happened(Replay.Held project, DateOnly end) =>
        [.. world.All("report").Where(d => d.Day <= On && d.Project == project.Id && Day(d.Says["period"]) == end)];

    private string State(Replay.Held project, DateOnly end, List<Done> happened)
    {
        bool Has(string what) => happened.Exists(d => d.Says["happened"]!.GetValue<string>() == what);
        return happened.LastOrDefault()?.Says["happened"]!.GetValue<string>() == "submitted" ? "submitted"
            : Has("accept") ? "accepted"
            : Has("excuse") || At(project, end < On ? end : On) == Standing.OnHold ? "excused"
            : On <= end ? "upcoming"
            : DaysLate(end) <= 0 ? "due"
            : "late";
    }

    // The project had not ended before the period, or went on within it.
    private static bool IsOwed(Replay.Held project, DateOnly end)
    {
        var before = RandomReports.Before(end);
        return !IsOver(At(project, before))
            || project.Life.Moves.Exists(m => m.On > before && m.On <= end && !IsOver(m.To));
    }

    private static Standing At(Replay.Held project, DateOnly day) =>
        project.Life.Moves.Where(m => m.On <= day).Select(m => m.To).LastOrDefault(Standing.Active);

    private static bool IsOver(Standing standing) => standing is Standing.Stopped or Standing.Adopted;
}
