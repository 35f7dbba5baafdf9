using Microsoft.EntityFrameworkCore.Metadata;

namespace Pipeline.Infrastructure.Persistence.Loading;

/// <summary>A row of a new entity as the model maps it, without tracking.</summary>
/// <param name="Type">Of the entity.</param>
/// <param name="Entity">New and whole.</param>
/// <param name="Owner">What it hangs on; null for a root.</param>
internal sealed record NewRow(IEntityType Type, object Entity, object? Owner)
{
    /// <summary>A value of the row. What an entity does not know itself is its owner's key.</summary>
    public object? Value(IProperty property) =>
        property.IsShadowProperty()
            ? Type.GetForeignKeys()
                .Single(f => f.Properties.Contains(property))
                .PrincipalKey.Properties.Single()
                .GetGetter()
                .GetClrValue(Owner!)
            : property.GetGetter().GetClrValue(Entity);

    /// <summary>The rows of an entity and of everything that hangs on it, in the order of the model; parts that share its row are rows here too.</summary>
    public static IEnumerable<NewRow> Of(IModel model, object entity) =>
        Of(model.FindEntityType(entity.GetType())!, entity, null);

    private static IEnumerable<NewRow> Of(IEntityType type, object entity, object? owner)
    {
        yield return new(type, entity, owner);
        foreach (var navigation in type.GetNavigations().Where(n => !n.IsOnDependent))
        {
            var value = navigation.GetGetter().GetClrValue(entity);
            if (value is null)
                continue;
            foreach (var part in navigation.IsCollection ? (System.Collections.IEnumerable)value : new[] { value })
            foreach (var row in Of(navigation.TargetEntityType, part, entity))
                yield return row;
        }
    }
}
