using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Audit;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>Turns what a save is about to write into changes of record: one for each thing, whichever of its rows it touches.</summary>
internal static class AuditRecorder
{
    /// <summary>The changes of rows that say something.</summary>
    /// <param name="rows">Everything tracked, what is unchanged included: a list is told whole. Or everything that is new.</param>
    public static IReadOnlyList<AuditChange> Read(IReadOnlyList<AuditRow> rows)
    {
        var drafts = new Dictionary<(AuditKind, string), AuditChangeBuilder>();
        foreach (var row in rows)
        {
            if (row.State is EntityState.Unchanged or EntityState.Detached || AuditShape.Of(row.Type) is not { } shape)
                continue;
            var key = (shape.KindOf(row), shape.IdOf(row));
            if (!drafts.TryGetValue(key, out var draft))
                drafts[key] = draft = new(key.Item1, key.Item2);
            draft.ProjectId ??= ProjectOf(row, shape, rows);
            if (shape.Whole is null)
            {
                draft.Take(row, shape);
                continue;
            }
            var before = Before(row, rows);
            // Of what it is about no more it was about until now.
            draft.ProjectId ??= before is null ? null : ProjectOf(before, shape, rows);
            draft.TakeDocument(row, before, shape.Whole);
        }
        if (drafts.Values.Any(d => d.HasLists))
            AddElements(drafts, rows);
        return [.. drafts.Values.Select(d => d.Finish()).OfType<AuditChange>()];
    }

    // A document loads with its last version: what it said before is tracked beside what it says now.
    private static AuditRow? Before(AuditRow row, IReadOnlyList<AuditRow> rows) =>
        rows.FirstOrDefault(other =>
            other.Type == row.Type
            && Equals(other.Current("DocumentId"), row.Current("DocumentId"))
            && Equals(other.Current("Kind"), row.Current("Kind"))
            && (int)other.Current("Number")! == (int)row.Current("Number")! - 1
        );

    // The elements that stay as they were belong to a list before and after.
    private static void AddElements(
        Dictionary<(AuditKind, string), AuditChangeBuilder> drafts,
        IReadOnlyList<AuditRow> rows
    )
    {
        foreach (var row in rows)
            if (
                AuditShape.Of(row.Type) is { Rule.List: { } list } shape
                && drafts.TryGetValue((shape.KindOf(row), shape.IdOf(row)), out var draft)
            )
                draft.TakeElement(list(row), row, shape);
    }

    private static Guid? ProjectOf(AuditRow row, AuditShape shape, IReadOnlyList<AuditRow> rows)
    {
        if (shape.Project is { } project)
            return (Guid?)row.Standing(project) ?? shape.Rule.About?.Invoke(row);
        if (shape.ViaKey is not { } viaKey)
            return null;
        // Aggregates load whole: what a row hangs on is tracked beside it.
        var id = row.Current(viaKey);
        var via =
            rows.FirstOrDefault(e => e.Type.ClrType == shape.Rule.Via && Equals(e.Current("Id"), id))
            ?? throw new InvalidOperationException(
                $"{row.Type.ClrType.Name} is saved without its {shape.Rule.Via!.Name}."
            );
        return (Guid?)via.Current("ProjectId");
    }
}
