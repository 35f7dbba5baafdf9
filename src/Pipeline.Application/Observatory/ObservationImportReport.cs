using Pipeline.Application.Imports;

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
) : IImportReport
{
    string IImportReport.Format => ObservationFile.Format;

    IReadOnlyList<ImportErrorReply> IImportReport.Notices => [];
}

/// <summary>A file with errors: nothing of it was written.</summary>
public sealed class ObservationsRefusedException(ObservationImportReport report, ImportFault first)
    : FileRefusedException(first)
{
    /// <inheritdoc />
    public override ObservationImportReport Report { get; } = report;
}
