using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Audit;

namespace Pipeline.Infrastructure.Persistence.History;

/// <summary>Sets aside what a save replaces (docs/adr/0019).</summary>
internal static class FormerVersions
{
    /// <summary>The versions that are replaced.</summary>
    /// <param name="entries">Everything tracked: a list is kept whole.</param>
    /// <param name="at">When they are replaced.</param>
    public static IReadOnlyList<FormerVersion> Of(IReadOnlyList<EntityEntry> entries, DateTimeOffset at)
    {
        var former = new List<FormerVersion>();
        foreach (var entry in entries)
        {
            if (KeptFields.Of(entry.Metadata.ClrType) is not { } kept || !Replaces(entry))
                continue;
            var fields = new JsonObject();
            foreach (var name in kept.Fields)
                Keep(fields, entry, name, entries);
            if (fields.Count > 0)
                former.Add(
                    new()
                    {
                        Kind = kept.Kind(entry.Entity),
                        SubjectId = entry.Property(KeyOf(entry.Metadata).Name).CurrentValue as Guid? ?? Guid.Empty,
                        RecordedAt = at,
                        Fields = fields.ToJsonString(FormerFields.Json),
                    }
                );
        }
        return former;
    }

    // A document that is new replaces what stood as installed.
    private static bool Replaces(EntityEntry entry) =>
        entry.State == EntityState.Modified || entry is { State: EntityState.Added, Entity: ReferenceDocument };

    private static void Keep(JsonObject fields, EntityEntry entry, string name, IReadOnlyList<EntityEntry> entries)
    {
        var (then, now) = entry.Metadata.FindProperty(name) is { } property
            ? (
                entry.State == EntityState.Added ? null : Write(entry.OriginalValues, property),
                Write(entry.CurrentValues, property)
            )
            : OfParts(entry, entry.Metadata.FindNavigation(name)!, entries);
        if (!JsonNode.DeepEquals(then, now))
            fields[JsonNamingPolicy.CamelCase.ConvertName(name)] = then;
    }

    private static (JsonNode? Then, JsonNode? Now) OfParts(
        EntityEntry entry,
        INavigation navigation,
        IReadOnlyList<EntityEntry> entries
    )
    {
        var id = entry.Property(KeyOf(entry.Metadata).Name).CurrentValue;
        var key = navigation.ForeignKey.Properties[0];
        var parts = entries
            .Where(e =>
                e.Metadata == navigation.TargetEntityType
                && Equals((e.State == EntityState.Deleted ? e.OriginalValues : e.CurrentValues)[key], id)
            )
            .ToList();
        var position = navigation.TargetEntityType.FindProperty("Position");
        return (
            Collect(e => e.State != EntityState.Added, e => e.OriginalValues),
            Collect(e => e.State != EntityState.Deleted, e => e.CurrentValues)
        );

        // A list is kept in its order, which is not that in which its rows were read.
        JsonNode? Collect(Func<EntityEntry, bool> stood, Func<EntityEntry, PropertyValues> valuesOf)
        {
            var written = parts
                .Where(stood)
                .Select(valuesOf)
                .OrderBy(values => position is null ? null : values[position])
                .Select(values => WritePart(values, key));
            return navigation.IsCollection ? new JsonArray([.. written]) : written.FirstOrDefault();
        }
    }

    // What the audit does not repeat of a person is not set aside either.
    private static JsonObject WritePart(PropertyValues values, IProperty key)
    {
        var redacted = AuditShape.Of((IEntityType)values.StructuralType)?.Rule.Redacted ?? [];
        return new(
            values
                .Properties.Where(p => p != key && !p.IsPrimaryKey() && !redacted.Contains(p.Name))
                .Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name), Write(values, p)))
        );
    }

    private static JsonNode? Write(PropertyValues values, IProperty property) =>
        JsonSerializer.SerializeToNode(values[property], property.ClrType, FormerFields.Json);

    private static IProperty KeyOf(IEntityType type) => type.FindPrimaryKey()!.Properties[0];
}
