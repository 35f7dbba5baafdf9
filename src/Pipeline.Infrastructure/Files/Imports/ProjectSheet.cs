using Pipeline.Application.Exports;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The projects' sheet: name, owner and summary may be edited; what is computed, or has a door of its own, may not.</summary>
internal sealed class ProjectSheet(SourceTable? table, PortfolioSheets current, HashSet<Guid> stale, Language language)
    : SheetEdits<ProjectRow>(table, Columns.Projects, language, stale)
{
    private static readonly string[] Editable = ["name", "owner", "summary"];

    private readonly Dictionary<Guid, ProjectRow> _current = current.Projects.ToDictionary(p => p.Id);
    private readonly HashSet<Guid> _seen = [];

    public List<ProjectEdit> Edits { get; } = [];

    protected override IReadOnlyList<string> Required => ["code", "id", "version"];

    protected override bool Take(SourceRow row)
    {
        if (Cell(row, "id").Length == 0)
        {
            Fault(row, "id", WorkbookRefusals.NewProject);
            return false;
        }
        if (IdOf(row, "id", _current.ContainsKey) is not { } id)
            return false;
        if (!_seen.Add(id))
        {
            Fault(row, "id", WorkbookRefusals.ProjectTwice);
            return false;
        }
        if (!IsCurrent(row, id, _current[id].Version))
            return false;

        // Days in the phase go by without anybody's doing.
        var changed = Changed(row, _current[id]).Where(k => k != "daysInPhase").ToList();
        if (changed.Count == 0)
        {
            Unchanged++;
            return true;
        }
        if (changed.Except(Editable).ToList() is { Count: > 0 } locked)
        {
            NotEditable(row, locked);
            return false;
        }
        foreach (var key in changed.Where(k => k != "summary" && Cell(row, k).Length == 0))
            Fault(row, key, RowRefusals.EmptyCell);
        string? New(string key, Func<SourceRow, string, string> read) => changed.Contains(key) ? read(row, key) : null;
        Edits.Add(
            new(
                Edited(row),
                id,
                New("name", OnOneLine),
                New("summary", Cell),
                changed.Contains("summary"),
                New("owner", OnOneLine)
            )
        );
        Updated++;
        return true;
    }
}
