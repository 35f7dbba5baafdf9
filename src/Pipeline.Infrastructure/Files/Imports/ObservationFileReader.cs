using Pipeline.Application.Observatory;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Reads a table of observations whole: its headings are known, in English or French, and each is there once.</summary>
internal sealed class ObservationFileReader(ImportLimits limits) : IObservationFileReader
{
    public ObservationFile Read(Stream content, string fileName, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var table = SourceFile.Open(content, fileName, limits, encoding: null, cancellationToken).Tables[0];
            return new ObservationTable(table, today).Read();
        }
        catch (UnreadableFileException e)
        {
            return new(0, [], [e.Fault]);
        }
    }
}
