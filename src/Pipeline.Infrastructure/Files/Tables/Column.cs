using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>What a cell holds, and so how it is written and shown, in workbooks and CSV alike.</summary>
public enum CellKind
{
    /// <summary>Text; never a formula.</summary>
    Text = 1,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals, for example hours.</summary>
    Number,

    /// <summary>Cents (<see cref="long"/>), shown as units with two decimals.</summary>
    Money,

    /// <summary>A share 0 to 1, shown as percent.</summary>
    Share,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>An instant, shown as UTC.</summary>
    Instant,

    /// <summary>A year: a whole number that is not grouped.</summary>
    Year,
}

/// <summary>A column of a table: one place for its heading, meaning, kind and value.</summary>
/// <param name="Key">Stable, camelCase; what an import finds the column by.</param>
/// <param name="Heading">Shown above.</param>
/// <param name="Definition">What it means, for the definitions sheet.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Width">In characters.</param>
/// <param name="Value">From a row: string, int, long (cents for <see cref="CellKind.Money"/>), decimal, an enum of the vocabulary, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or a <see cref="Text"/> in both languages; null for an empty cell.</param>
/// <param name="Totalled">Whether the table sums it up.</param>
/// <param name="Coded">Whether its values are of the vocabulary: labels for people, and codes with the labels beside them for programs.</param>
public sealed record Column<T>(
    string Key,
    Text Heading,
    Text Definition,
    CellKind Kind,
    double Width,
    Func<T, object?> Value,
    bool Totalled = false,
    bool Coded = false
)
{
    /// <summary>The field of the label beside a code.</summary>
    public string LabelKey => $"{Key}Label";

    /// <summary>The fields that programs read it by.</summary>
    public IReadOnlyList<(string Key, CellKind Kind)> Fields =>
        Coded ? [(Key, Kind), (LabelKey, CellKind.Text)] : [(Key, Kind)];
}
