using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Observatory;

/// <summary>What an import of observations did, or would do.</summary>
/// <param name="DryRun">Nothing was written because nothing was to be.</param>
/// <param name="Applied">The file is in the observatory now.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Created">Values of what had none.</param>
/// <param name="Updated">Values that take the place of others, which are kept.</param>
/// <param name="Unchanged">Rows that say what is known.</param>
/// <param name="Rejected">Rows with errors: any of them refuses the whole file.</param>
/// <param name="Errors">What is wrong, and where.</param>
public sealed record ObservationImportReport(
    bool DryRun,
    bool Applied,
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportErrorReply> Errors
);

/// <summary>A file with errors: nothing of it was written.</summary>
public sealed class ObservationsRefusedException(ObservationImportReport report, ImportFault first)
    : Exception(first.Refusal.Sentence.En)
{
    /// <summary>Every error.</summary>
    public ObservationImportReport Report { get; } = report;

    /// <summary>The first fault, for the sentence.</summary>
    public ImportFault First { get; } = first;

    /// <summary>What it is refused with: the one kind of error that there is, or that there are several.</summary>
    public Refusal Refusal => FileRefusals.Of(Report.Errors, First);
}
