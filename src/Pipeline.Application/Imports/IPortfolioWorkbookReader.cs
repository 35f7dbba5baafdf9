using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>The sheets of a portfolio's workbook as they would be written now: what a file is held against.</summary>
public sealed record PortfolioSheets(
    string Code,
    string Currency,
    IReadOnlyList<ProjectRow> Projects,
    IReadOnlyList<PlanRow> Plan,
    IReadOnlyList<CommitmentRow> Commitments
);

/// <summary>A row that somebody edited.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Columns">The headings by the names of the fields, for errors found later.</param>
public sealed record EditedRow(ImportPlace Place, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>A fault of this row.</summary>
    public ImportFault Fault(string field, Refusal refusal) =>
        new(Place.Sheet, Place.Row, Columns.TryGetValue(field, out var heading) ? heading : field, refusal);
}

/// <summary>A project's edited cells; null where the cell is as it was.</summary>
public sealed record ProjectEdit(
    EditedRow Row,
    Guid ProjectId,
    string? Name,
    string? Summary,
    bool SummaryChanged,
    string? Owner
);

/// <summary>A project's whole plan as the sheet has it, where it differs.</summary>
/// <param name="Row">Its first row.</param>
public sealed record PlanEdit(EditedRow Row, Guid ProjectId, IReadOnlyList<PlannedAmount> Lines);

/// <summary>A commitment that stands on the sheet without an id: a new one.</summary>
public sealed record CommitmentEdit(
    EditedRow Row,
    Guid ProjectId,
    string Funder,
    Lever Lever,
    Phase Phase,
    Nature Nature,
    long Cents,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal? Hours,
    string? Reference,
    Instrument Instrument
);

/// <summary>What somebody changed in a workbook.</summary>
/// <param name="RowsRead">Rows of the three sheets, totals and blank rows left out.</param>
/// <param name="Created">Rows that are new: plan lines and commitments.</param>
/// <param name="Updated">Rows that differ.</param>
/// <param name="Unchanged">Rows that are as they would be written now.</param>
/// <param name="Rejected">Rows with faults.</param>
/// <param name="Cents">What the commitments add up to: amounts, and of cancelled ones what was delivered.</param>
public sealed record WorkbookEdits(
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    long Cents,
    IReadOnlyList<ProjectEdit> Projects,
    IReadOnlyList<PlanEdit> Plans,
    IReadOnlyList<CommitmentEdit> Commitments,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<ImportFault> Notices
);

/// <summary>The product's own workbook, read.</summary>
public interface IPortfolioWorkbook
{
    /// <summary>What it was exported in.</summary>
    Language Language { get; }

    /// <summary>Finds what differs from the sheets as they would be written now. Never throws for what the file contains.</summary>
    WorkbookEdits Against(PortfolioSheets current, CancellationToken cancellationToken);
}

/// <summary>Reads the product's own workbook back.</summary>
public interface IPortfolioWorkbookReader
{
    /// <summary>A workbook of the product's own, read whole; null for any other file.</summary>
    IPortfolioWorkbook? Open(Stream content, string fileName, CancellationToken cancellationToken);
}
