namespace Pipeline.SqlServer.Tests;

/// <summary>Columns that a table, a derived table or a common table expression offers; of unknown ones any name is taken.</summary>
/// <param name="Columns">Null: unknown. An entry is null where a column has no name.</param>
internal sealed record Source(IReadOnlyList<string?>? Columns)
{
    public static readonly Source Unknown = new((IReadOnlyList<string?>?)null);

    public bool Has(string column) => Columns is null || Columns.Contains(column);
}

/// <summary>The names that one SELECT sees: what its FROM lists, and around it what the SELECT outside lists.</summary>
/// <param name="outer">The SELECT outside; null for the outermost.</param>
internal sealed class NameScope(NameScope? outer)
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _common = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Source> Sources => _sources;

    /// <summary>False when the name is taken.</summary>
    public bool Add(string alias, Source source) => _sources.TryAdd(alias, source);

    public void AddCommon(string name, Source source) => _common[name] = source;

    public Source? Common(string name) => _common.GetValueOrDefault(name) ?? outer?.Common(name);

    /// <summary>Where an alias was given, from the inside out.</summary>
    public (NameScope Scope, Source Source)? Find(string alias) =>
        _sources.TryGetValue(alias, out var source) ? (this, source) : outer?.Find(alias);

    /// <summary>Which scope's sources have a column of this name, from the inside out, and how many of them do.</summary>
    public (NameScope Scope, int Sources)? FindColumn(string column) =>
        _sources.Values.Count(s => s.Has(column)) is var count and > 0 ? (this, count) : outer?.FindColumn(column);
}
