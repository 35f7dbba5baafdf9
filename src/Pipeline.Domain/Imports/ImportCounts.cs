namespace Pipeline.Domain.Imports;

/// <summary>What an import did, in figures.</summary>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Created">Projects that are new; of the product's own workbook, rows.</param>
/// <param name="Updated">Projects, or rows, that differed.</param>
/// <param name="Unchanged">Projects, or rows, that were as the file says.</param>
/// <param name="Rejected">Rows that were left out.</param>
/// <param name="OrganisationsCreated">New entries of the directory.</param>
/// <param name="Cents">The sum of the rows that were taken, in the portfolio's currency.</param>
public sealed record ImportCounts(
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    int OrganisationsCreated,
    long Cents
);
