namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Which columns of a table have which field, those that say one thing twice among them.</summary>
/// <param name="headings">Of the table.</param>
internal sealed class FoundColumns(IReadOnlyList<string> headings)
{
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private readonly List<(string Field, int Column)> _again = [];
    private readonly List<(string Field, int Column)> _further = [];
    private readonly List<(string Field, int Column)> _beside = [];
    private readonly HashSet<int> _columns = [];

    /// <summary>The column of each field; of several the first of its list.</summary>
    public IReadOnlyDictionary<string, int> First => _first;

    /// <summary>Columns whose field another one has already: which of them is meant, only their author knows.</summary>
    public IReadOnlyList<(string Field, int Column)> Again => _again;

    /// <summary>Columns of later entries of a list whose first entry has the field, as <c>Recipient Org:1:Name</c>.</summary>
    public IReadOnlyList<(string Field, int Column)> Further => _further;

    /// <summary>Columns that say in many words what another one says by its exact name.</summary>
    public IReadOnlyList<(string Field, int Column)> Beside => _beside;

    /// <summary>Whether a column means anything.</summary>
    public bool Has(int column) => _columns.Contains(column);

    /// <summary>Adds a column that has a field.</summary>
    public void Add(string field, int column)
    {
        _columns.Add(column);
        // A person's name and number both say that the grant goes to one, and no more.
        if (_first.TryAdd(field, column) || field == Headings.Individual)
            return;
        var (first, position) = (Position(_first[field]), Position(column));
        if (position == first)
        {
            _again.Add((field, column));
            return;
        }
        // The first of a list may stand right of a later one.
        if (position < first)
            (_first[field], column) = (column, _first[field]);
        _further.Add((field, column));
    }

    private int Position(int column) => Headings.PositionOf(headings[column]) ?? 0;

    /// <summary>Adds a column that says in many words what another one says by its exact name.</summary>
    public void AddBeside(string field, int column)
    {
        _columns.Add(column);
        _beside.Add((field, column));
    }
}
