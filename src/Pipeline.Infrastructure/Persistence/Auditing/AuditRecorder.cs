using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Pipeline.Domain.Audit;

namespace Pipeline.Infrastructure.Persistence.Auditing;

/// <summary>Turns what a save is about to write into changes of record: one for each thing, whichever of its rows it touches.</summary>
internal static class AuditRecorder
{
    /// <summary>The changes of tracked entities that say something.</summary>
    /// <param name="entries">Everything tracked, what is unchanged included: a list is told whole.</param>
    public static IReadOnlyList<AuditChange> Read(IReadOnlyList<EntityEntry> entries)
    {
        var drafts = new Dictionary<(AuditKind, string), AuditDraft>();
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || AuditShape.Of(entry.Metadata) is not { } shape) continue;
            var key = (shape.Rule.Kind, shape.IdOf(entry));
            if (!drafts.TryGetValue(key, out var draft)) drafts[key] = draft = new(key.Kind, key.Item2);
            draft.ProjectId ??= ProjectOf(entry, shape, entries);
            draft.Take(entry, shape);
        }
        if (drafts.Values.Any(d => d.HasLists)) AddElements(drafts, entries);
        return [.. drafts.Values.Select(d => d.Finish()).OfType<AuditChange>()];
    }

    // The elements that stay as they were belong to a list before and after.
    private static void AddElements(Dictionary<(AuditKind, string), AuditDraft> drafts, IReadOnlyList<EntityEntry> entries)
    {
        foreach (var entry in entries)
            if (AuditShape.Of(entry.Metadata) is { Rule.List: { } list } shape && drafts.TryGetValue((shape.Rule.Kind, shape.IdOf(entry)), out var draft))
                draft.TakeElement(list(entry), entry, shape);
    }

    private static Guid? ProjectOf(EntityEntry entry, AuditShape shape, IReadOnlyList<EntityEntry> entries)
    {
        if (shape.Project is { } project) return (Guid?)(entry.State == EntityState.Deleted ? entry.OriginalValues : entry.CurrentValues)[project];
        if (shape.ViaKey is not { } viaKey) return null;
        // Aggregates load whole: what a row hangs on is tracked beside it.
        var id = entry.CurrentValues[viaKey];
        var via = entries.FirstOrDefault(e => e.Metadata.ClrType == shape.Rule.Via && Equals(e.CurrentValues["Id"], id))
            ?? throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is saved without its {shape.Rule.Via!.Name}.");
        return (Guid?)via.CurrentValues["ProjectId"];
    }
}
