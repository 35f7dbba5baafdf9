using Pipeline.Application.Imports;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>A file of observations as read: every row is an observation or has at least one fault.</summary>
/// <param name="RowsRead">Blank rows left out.</param>
/// <param name="Faults">All that is wrong; any of them refuses the whole file.</param>
public sealed record ObservationFile(
    int RowsRead,
    IReadOnlyList<ObservationTerms> Observations,
    IReadOnlyList<ImportFault> Faults
)
{
    /// <summary>How a report and the measures call the format of such a file.</summary>
    public const string Format = "observations";
}

/// <summary>Reads files of observations.</summary>
public interface IObservationFileReader
{
    /// <summary>Reads a whole file. Never throws for what the file contains: that is what <see cref="ObservationFile.Faults"/> are for.</summary>
    /// <param name="content">A seekable stream.</param>
    /// <param name="fileName">For the extension.</param>
    /// <param name="encoding">What its letters are written in; null to find out.</param>
    /// <param name="today">No observation is of a year to come.</param>
    ObservationFile Read(
        Stream content,
        string fileName,
        string? encoding,
        DateOnly today,
        CancellationToken cancellationToken
    );
}
