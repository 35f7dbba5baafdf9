using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;
using Pipeline.Domain.Audit;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>A rule held against the model, once for each type: which columns are told, and under which names.</summary>
internal sealed class AuditShape
{
    private static readonly ConcurrentDictionary<IEntityType, AuditShape?> Known = new();

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Cents"] = "amount",
        ["IsAdministrator"] = "administrator",
        ["PasswordHash"] = "password",
        ["LoginProvider"] = "provider",
        ["Json"] = "items",
    };

    private readonly IProperty _key;

    private AuditShape(IEntityType type, AuditRule rule, IProperty key, string prefix, bool isRoot)
    {
        (Rule, _key, IsRoot) = (rule, key, isRoot);
        (Position, Retired) = (type.FindProperty("Position"), type.FindProperty("EndedAt"));
        Project =
            rule.Project is null ? null
            : rule.Project == rule.Key ? key
            : type.FindProperty(rule.Project);
        Whole = rule.Whole is null ? null : type.FindProperty(rule.Whole);
        ViaKey = rule.Via is null ? null : type.FindProperty(rule.ViaKey);
        Fields =
        [
            .. type.GetProperties()
                .Where(p =>
                    p != key
                    && p.Name != "Id"
                    && !(rule.List is not null && p == Position)
                    && !rule.Excluded.Contains(p.Name)
                    && (rule.Only.Length == 0 || rule.Only.Contains(p.Name))
                )
                .Select(p => new Field(
                    p,
                    prefix + (Names.GetValueOrDefault(p.Name) ?? AuditValue.Name(p.Name)),
                    rule.Redacted.Contains(p.Name)
                )),
        ];
    }

    public AuditRule Rule { get; }

    /// <summary>The thing itself, and neither a part nor a list's element.</summary>
    public bool IsRoot { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Where the project's id is; null where another entity knows it.</summary>
    public IProperty? Project { get; }

    public IProperty? ViaKey { get; }

    /// <summary>An element's place in its list.</summary>
    public IProperty? Position { get; }

    /// <summary>When an element was closed instead of removed.</summary>
    public IProperty? Retired { get; }

    /// <summary>The shape of a type; null for what is no change of record.</summary>
    public static AuditShape? Of(IEntityType type) => Known.GetOrAdd(type, Read);

    /// <summary>Where a whole document is; null for what has fields of its own.</summary>
    public IProperty? Whole { get; }

    /// <summary>What the thing is.</summary>
    public AuditKind KindOf(AuditRow row) => Rule.KindOf?.Invoke(row) ?? Rule.Kind;

    /// <summary>The id of the thing.</summary>
    public string IdOf(AuditRow row) => row.Standing(_key)!.ToString()!;

    private static AuditShape? Read(IEntityType type)
    {
        if (type.FindOwnership() is not { } ownership)
            return AuditRules.Of(type.ClrType) is { } rule
                ? new(type, rule, type.FindProperty(rule.Key)!, rule.Prefix, rule.IsRoot)
                : null;
        // A part that shares its owner's row is told as fields of the owner.
        return AuditRules.Of(ownership.PrincipalEntityType.ClrType) is { } owner
            ? new(
                type,
                owner,
                ownership.Properties[0],
                $"{AuditValue.Name(ownership.PrincipalToDependent!.Name)}.",
                isRoot: false
            )
            : null;
    }

    /// <summary>A column that is told.</summary>
    /// <param name="Property">The column.</param>
    /// <param name="Name">As the audit calls it.</param>
    /// <param name="Redacted">Only that it changed is told.</param>
    public sealed record Field(IProperty Property, string Name, bool Redacted)
    {
        /// <summary>A value as it is written.</summary>
        public string? Write(object? value) =>
            Property.Name switch
            {
                "Cents" => AuditValue.WriteCents(value),
                "Json" => (string?)value,
                _ => AuditValue.Write(value, Property.ClrType),
            };
    }
}
