namespace Pipeline.Domain.Imports;

/// <summary>The rows of a file that were left out, to be mended and brought in again.</summary>
/// <param name="Headings">Those of the file; of several sheets all of them.</param>
/// <param name="Rows">In the order of the file.</param>
public sealed record RejectedRows(IReadOnlyList<string> Headings, IReadOnlyList<RejectedRow> Rows)
{
    /// <summary>No row was left out.</summary>
    public static readonly RejectedRows None = new([], []);
}
