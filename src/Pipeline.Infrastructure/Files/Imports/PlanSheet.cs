using Pipeline.Application.Exports;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The plans' sheet: of each project that it names it is the whole plan, as it is in the API. A new line needs no ids, only the project's code.</summary>
internal sealed class PlanSheet(SourceTable? table, PortfolioSheets current, HashSet<Guid> stale, Language language)
    : SheetEdits<PlanRow>(table, Columns.Plan, language, stale)
{
    private readonly ILookup<Guid, PlanRow> _current = current.Plan.ToLookup(p => p.ProjectId);
    private readonly Dictionary<Guid, long> _versions = current.Projects.ToDictionary(p => p.Id, p => p.Version);
    private readonly Dictionary<Guid, List<Line>> _lines = [];
    private readonly HashSet<Guid> _broken = [];

    public List<PlanEdit> Edits { get; } = [];

    protected override IReadOnlyList<string> Required =>
        ["projectCode", "phase", "lever", "amount", "projectId", "version"];

    protected override bool Take(SourceRow row)
    {
        var known = Cell(row, "projectId").Length > 0;
        if (
            (known ? IdOf(row, "projectId", _versions.ContainsKey) : ProjectOf(row, current.Projects)?.Id)
            is not { } project
        )
            return false;
        if ((known || Cell(row, "version").Length > 0) && !IsCurrent(row, project, _versions[project]))
            return Broken(project);
        // All three are read, so that each has its fault.
        var (phaseRead, leverRead, centsRead) = (
            Code<Phase>(row, "phase"),
            Code<Lever>(row, "lever"),
            Cents(row, "amount", current.Currency)
        );
        if (phaseRead is not { } phase || leverRead is not { } lever || centsRead is not { } cents)
            return Broken(project);
        var lines = _lines.TryGetValue(project, out var seen) ? seen : _lines[project] = [];
        if (lines.Exists(l => l.Planned.Phase == phase && l.Planned.Lever == lever))
        {
            Fault(row, "lever", PlanRefusals.DuplicateLine);
            return Broken(project);
        }

        var before = _current[project].FirstOrDefault(p => p.Phase == phase && p.Lever == lever);
        var changed = before is null ? [] : Changed(row, before).Where(k => Cell(row, k).Length > 0).ToList();
        if (changed.Contains("planVersion"))
        {
            Fault(row, "planVersion", WorkbookRefusals.StalePlan);
            return Broken(project);
        }
        if (changed.Except(["amount"]).ToList() is { Count: > 0 } locked)
        {
            NotEditable(row, locked);
            return Broken(project);
        }
        lines.Add(new(row, new(phase, lever, cents)));
        if (before is null)
            Created++;
        else if (changed.Count > 0)
            Updated++;
        else
            Unchanged++;
        return true;
    }

    protected override void Finish()
    {
        foreach (var (project, lines) in _lines.Where(p => !_broken.Contains(p.Key)))
        {
            var (planned, before) = (
                lines.ConvertAll(l => l.Planned),
                _current[project].Select(p => new PlannedAmount(p.Phase, p.Lever, p.Cents)).ToHashSet()
            );
            if (before.SetEquals(planned))
                continue;
            foreach (var gone in before.Where(b => !planned.Exists(p => p.Phase == b.Phase && p.Lever == b.Lever)))
            {
                var (phase, lever) = (Labels.Of(gone.Phase), Labels.Of(gone.Lever));
                Notice(lines[0].Row, "amount", WorkbookRefusals.PlanLineRemoved.With(phase, lever));
            }
            Edits.Add(new(Edited(lines[0].Row), project, planned));
        }
    }

    private bool Broken(Guid project)
    {
        _broken.Add(project);
        return false;
    }

    private sealed record Line(SourceRow Row, PlannedAmount Planned);
}
