using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Pipeline.Infrastructure.Persistence.Loading;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>A row that is about to be written: one that EF tracks, or one that is new and goes around it.</summary>
internal sealed class AuditRow
{
    private readonly Func<IProperty, object?> _original,
        _current;

    private AuditRow(
        IEntityType type,
        EntityState state,
        Func<IProperty, object?> original,
        Func<IProperty, object?> current
    ) => (Type, State, _original, _current) = (type, state, original, current);

    /// <summary>Of what.</summary>
    public IEntityType Type { get; }

    /// <summary>What is about to happen to it.</summary>
    public EntityState State { get; }

    /// <summary>A tracked row.</summary>
    public static AuditRow Of(EntityEntry entry)
    {
        PropertyValues? original = null,
            current = null;
        return new(
            entry.Metadata,
            entry.State,
            p => (original ??= entry.OriginalValues)[p],
            p => (current ??= entry.CurrentValues)[p]
        );
    }

    /// <summary>A new row, never tracked.</summary>
    public static AuditRow Of(NewRow row) => new(row.Type, EntityState.Added, _ => null, row.Value);

    /// <summary>A value as it was.</summary>
    public object? Original(IProperty property) => _original(property);

    /// <summary>A value as it will be.</summary>
    public object? Current(IProperty property) => _current(property);

    /// <summary>A value as it will be.</summary>
    public object? Current(string property) => _current(Type.FindProperty(property)!);

    /// <summary>A value as it will be, or as it was where the row goes.</summary>
    public object? Standing(IProperty property) =>
        State == EntityState.Deleted ? _original(property) : _current(property);
}
