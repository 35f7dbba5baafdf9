using Pipeline.Application.Imports;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Observatory;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Reads a table of observations whole: its headings are known, in English or French, and each is there once.</summary>
internal sealed class ObservationFileReader(ImportLimits limits) : IObservationFileReader
{
    public ObservationFile Read(
        Stream content,
        string fileName,
        string? encoding,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var letters = encoding is null ? null : FileEncoding.Named(encoding);
            var file = SourceFile.Open(content, fileName, limits, letters, cancellationToken);
            // Nothing of a workbook is left out unsaid.
            return file.Tables.Where(t => t.Headings.Count > 0 || t.Rows.Count > 0).ToList() switch
            {
                [var table] => new ObservationTable(table, today).Read(),
                [] => new(0, [], [new(null, null, null, FileRefusals.EmptyFile)]),
                var tables => new(
                    tables.Sum(t => t.Rows.Count),
                    [],
                    [
                        new(
                            tables[1].Sheet,
                            null,
                            null,
                            ObservationRefusals.SeveralSheets.With(string.Join(", ", tables.Select(t => t.Sheet)))
                        ),
                    ]
                ),
            };
        }
        catch (UnreadableFileException e)
        {
            return new(0, [], [e.Fault]);
        }
    }
}
