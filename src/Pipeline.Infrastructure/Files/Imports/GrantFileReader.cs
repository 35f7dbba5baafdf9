using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Reads a grant file whole: the kind of file by its first bytes, the format by its headings.</summary>
internal sealed class GrantFileReader(ImportLimits limits) : IGrantFileReader
{
    public GrantFile Read(Stream content, string fileName, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var source = SourceFile.Open(content, fileName, limits, cancellationToken);
            var chosen = Chosen([
                .. source.Tables.SelectMany(t =>
                    new RowMapper[] { new GrantMapper(t, today), new SubsidyMapper(t, today) }
                ),
            ]);
            var rowOf = new Dictionary<string, ImportPlace>(StringComparer.Ordinal);
            foreach (var mapper in chosen)
                mapper.Run(rowOf, cancellationToken);
            var rows = chosen.Sum(m => m.Table.Rows.Count);
            var grants = chosen.SelectMany(m => m.Grants).ToList();
            var skipped = source
                .Tables.Except(chosen.Select(m => m.Table))
                .Where(t => t.Rows.Count > 0)
                .Select(NotGrants);
            return new(
                $"{(chosen.Count == 0 ? "unknown" : chosen[0].Format)}.{source.Kind}",
                rows,
                grants,
                [.. chosen.SelectMany(m => m.Faults)],
                [.. chosen.SelectMany(m => m.Notices), .. skipped]
            )
            {
                Rejected = rows - grants.Count,
            };
        }
        catch (UnreadableFileException e)
        {
            return new("unknown", 0, [], [e.Fault], []);
        }
    }

    // A workbook may carry notes and lists beside its grants: every sheet counts that has all the columns; without one, the nearest to it says what is missing.
    private static List<RowMapper> Chosen(IReadOnlyList<RowMapper> mappers)
    {
        var complete = mappers.Where(m => m.IsComplete).ToList();
        return complete.Count > 0 ? complete : [.. mappers.OrderByDescending(m => m.KnownColumns).Take(1)];
    }

    private static ImportFault NotGrants(SourceTable table) =>
        new(table.Sheet, null, null, RowRefusals.SheetSkipped.With(table.Sheet));
}
