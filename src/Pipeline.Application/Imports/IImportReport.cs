namespace Pipeline.Application.Imports;

/// <summary>What every import tells of a file, whatever its rows are.</summary>
public interface IImportReport
{
    /// <summary>What was recognised.</summary>
    string Format { get; }

    /// <summary>Nothing was written because nothing was to be.</summary>
    bool DryRun { get; }

    /// <summary>The file was taken.</summary>
    bool Applied { get; }

    /// <summary>Data rows of the file.</summary>
    int RowsRead { get; }

    /// <summary>Rows of what was not there.</summary>
    int Created { get; }

    /// <summary>Rows that say otherwise of what was.</summary>
    int Updated { get; }

    /// <summary>Rows that say what is known.</summary>
    int Unchanged { get; }

    /// <summary>Rows with errors.</summary>
    int Rejected { get; }

    /// <summary>What is wrong, and where.</summary>
    IReadOnlyList<ImportErrorReply> Errors { get; }

    /// <summary>What was taken differently from how it is written.</summary>
    IReadOnlyList<ImportErrorReply> Notices { get; }
}
