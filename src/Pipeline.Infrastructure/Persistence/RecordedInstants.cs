using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>
/// Gives what is saved the instant that it is recorded at, once the head of the audit is held: things are stamped in the order in which they commit,
/// which the clock of whoever began first is not (docs/adr/0018).
/// </summary>
internal static class RecordedInstants
{
    /// <summary>Stamps what is new, what ends, and what is taken back; nobody need look for it afterwards.</summary>
    public static void Put(IReadOnlyList<EntityEntry> entries, DateTimeOffset at)
    {
        foreach (var entry in entries)
        {
            if (entry.State == EntityState.Added)
                PutNew(entry.Metadata, entry.Entity, at);
            if (entry is { State: EntityState.Modified, Entity: IEnding { EndedAt: not null } })
                PutOnce(entry, nameof(IEnding.EndedAt), at);
            if (entry is { State: EntityState.Modified, Entity: IVoidable { VoidedAt: not null } })
                PutOnce(entry, nameof(IVoidable.VoidedAt), at);
        }
    }

    private static void PutOnce(EntityEntry entry, string property, DateTimeOffset at)
    {
        if (entry.Property(property).OriginalValue is not null)
            return;
        Set(entry.Metadata, entry.Entity, property, at);
        entry.DetectChanges();
    }

    /// <summary>Stamps something that is new.</summary>
    public static void PutNew(IEntityType type, object thing, DateTimeOffset at)
    {
        if (thing is IRecorded)
            Set(type, thing, nameof(IRecorded.RecordedAt), at);
    }

    private static void Set(IEntityType type, object thing, string property, DateTimeOffset at) =>
        type.FindProperty(property)!.PropertyInfo!.SetValue(thing, at);
}
