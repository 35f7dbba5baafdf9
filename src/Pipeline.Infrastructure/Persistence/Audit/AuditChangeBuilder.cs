using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pipeline.Domain.Audit;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>What one save changes of one thing, gathered from its rows.</summary>
internal sealed class AuditChangeBuilder(AuditKind kind, string entityId)
{
    private readonly Dictionary<string, Values> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lists> _lists = new(StringComparer.Ordinal);
    private AuditAction _action = AuditAction.Changed;
    private bool _isVersion;

    public Guid? ProjectId { get; set; }

    /// <summary>A list of it has changed: then all of its elements are wanted.</summary>
    public bool HasLists => _lists.Count > 0;

    /// <summary>Takes a row that is about to be written.</summary>
    public void Take(AuditRow row, AuditShape shape)
    {
        if (shape.IsRoot && row.State == EntityState.Added)
            _action = AuditAction.Created;
        if (shape.IsRoot && row.State == EntityState.Deleted)
            _action = AuditAction.Removed;
        if (shape.Rule.List is { } list)
        {
            _lists.TryAdd(list(row), new());
            return;
        }
        foreach (var field in shape.Fields)
        {
            // A part that was replaced comes twice, once as what is deleted and once as what is added.
            var values = _fields.GetValueOrDefault(field.Name);
            if (row.State != EntityState.Added)
                values.From = field.Write(row.Original(field.Property));
            if (row.State != EntityState.Deleted)
                values.To = field.Write(row.Current(field.Property));
            _fields[field.Name] = values with { Redacted = field.Redacted };
        }
    }

    /// <summary>Takes a version of a document: its fields against those of the version before.</summary>
    public void TakeDocument(AuditRow row, AuditRow? before, IProperty whole)
    {
        _action = before is null ? AuditAction.Created : AuditAction.Changed;
        _isVersion = true;
        var (from, to) = (Fields(before), Fields(row));
        foreach (var name in to.Keys.Union(from.Keys, StringComparer.Ordinal))
            _fields[name] = new(from.GetValueOrDefault(name), to.GetValueOrDefault(name), Redacted: false);

        Dictionary<string, string?> Fields(AuditRow? version) =>
            version?.Current(whole) is string json
                ? JsonNode
                    .Parse(json)!
                    .AsObject()
                    .ToDictionary(f => f.Key, f => f.Value?.ToJsonString(AuditValue.Options), StringComparer.Ordinal)
                : [];
    }

    /// <summary>Takes an element of a list, also one that stays as it was.</summary>
    public void TakeElement(string list, AuditRow row, AuditShape shape)
    {
        if (!_lists.TryGetValue(list, out var lists))
            return;
        if (row.State != EntityState.Added && Stands(row.Original, shape))
            lists.From.Add(new(row.Original, shape));
        if (row.State != EntityState.Deleted && Stands(row.Current, shape))
            lists.To.Add(new(row.Current, shape));
    }

    /// <summary>
    /// The change; null when nothing differs that is told. What is new is told also where all of it is empty, and a version of a document also where it says
    /// what the last one said: views are of the instants that the audit has (docs/adr/0018), and would never show it.
    /// </summary>
    public AuditChange? Finish()
    {
        foreach (var (name, lists) in _lists)
            _fields[name] = lists.Compare();
        var text = new StringBuilder("[");
        foreach (var (name, values) in _fields)
        {
            if (values.From == values.To || (AuditValue.IsEmpty(values.From) && AuditValue.IsEmpty(values.To)))
                continue;
            if (text.Length > 1)
                text.Append(',');
            var (from, to) = values.Redacted ? (null, null) : (values.From, values.To);
            text.Append("{\"field\":\"")
                .Append(name)
                .Append("\",\"from\":")
                .Append(from ?? "null")
                .Append(",\"to\":")
                .Append(to ?? "null")
                .Append(values.Redacted ? ",\"redacted\":true}" : "}");
        }
        return text.Length == 1 && _action == AuditAction.Changed && !_isVersion
            ? null
            : new(kind, entityId, ProjectId, _action, text.Append(']').ToString());
    }

    private static bool Stands(Func<IProperty, object?> value, AuditShape shape) =>
        shape.Retired is not { } retired || value(retired) is null;

    private record struct Values(string? From, string? To, bool Redacted);

    private sealed class Lists
    {
        public List<Element> From { get; } = [];

        public List<Element> To { get; } = [];

        public Values Compare()
        {
            var (from, to) = (Write(From, e => e.Told), Write(To, e => e.Told));
            // Told alike, and yet not the same: what changed is withheld.
            return from != to
                ? new(from, to, Redacted: false)
                : new(Write(From, e => e.Whole), Write(To, e => e.Whole), Redacted: true);
        }

        private static string? Write(List<Element> elements, Func<Element, string> text) =>
            elements.Count == 0
                ? null
                : $"[{string.Join(',', elements.OrderBy(e => e.Position).ThenBy(text, StringComparer.Ordinal).Select(text))}]";
    }

    /// <summary>One element: its only field, or an object of all that are filled in.</summary>
    private sealed class Element(Func<IProperty, object?> value, AuditShape shape)
    {
        public int Position { get; } = shape.Position is { } position ? (int)value(position)! : 0;

        public string Told { get; } = Write(value, [.. shape.Fields.Where(f => !f.Redacted)]);

        public string Whole { get; } = Write(value, shape.Fields);

        private static string Write(Func<IProperty, object?> value, IReadOnlyList<AuditShape.Field> fields) =>
            fields.Count == 1
                ? fields[0].Write(value(fields[0].Property)) ?? "null"
                : $"{{{string.Join(',', fields.Select(f => (f.Name, Json: f.Write(value(f.Property)))).Where(f => f.Json is not null).Select(f => $"\"{f.Name}\":{f.Json}"))}}}";
    }
}
