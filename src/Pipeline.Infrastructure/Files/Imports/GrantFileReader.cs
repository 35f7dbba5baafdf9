using Pipeline.Application.Imports;
using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Reads a grant file whole: the kind of file by its first bytes, the format by its headings or by a mapping.</summary>
internal sealed class GrantFileReader(ImportLimits limits) : IGrantFileReader
{
    // Titles, dates and addresses that stand above the headings.
    private const int TitleRows = 25;

    public GrantFile Read(
        Stream content,
        string fileName,
        TableMapping? mapping,
        string? encoding,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var letters = (encoding ?? mapping?.Encoding) is { } name ? FileEncoding.Named(name) : null;
            var source = SourceFile.Open(content, fileName, limits, letters, cancellationToken);
            var chosen = Chosen([.. source.Tables.SelectMany(t => Mappers(t, mapping, today))]);
            var rowOf = new Dictionary<string, ImportPlace>(StringComparer.Ordinal);
            foreach (var mapper in chosen)
                mapper.Run(rowOf, cancellationToken);
            var rows = chosen.Sum(m => m.Table.Rows.Count);
            var grants = chosen.SelectMany(m => m.Grants).ToList();
            return new(
                $"{(chosen.Count == 0 ? "unknown" : chosen[0].Format)}.{source.Kind}",
                rows,
                grants,
                [.. chosen.SelectMany(m => m.Faults)],
                [
                    .. source.Notice is { } notice ? new[] { notice } : [],
                    .. chosen.SelectMany(m => TitleNotice(m, source)),
                    .. chosen.SelectMany(m => m.Notices),
                    .. NotRead(source, chosen),
                ]
            )
            {
                Rejected = rows - grants.Count,
                IsUnreadable = chosen.Count == 0 || chosen.Exists(m => m.IsUnreadable),
                Tables = [.. chosen.Select(m => m.AsWritten())],
            };
        }
        catch (UnreadableFileException e)
        {
            return new("unknown", 0, [], [e.Fault], []) { IsUnreadable = true };
        }
    }

    private static IEnumerable<RowMapper> Mappers(SourceTable table, TableMapping? mapping, DateOnly today)
    {
        var formats = mapping is null ? [Headings.Grants, Headings.Subsidies] : new[] { Headings.Of(mapping) };
        foreach (var format in formats)
        {
            var headed = Headed(table, format, mapping);
            var columns = new TableColumns(headed, format, mapping);
            yield return format == Headings.Grants
                ? new GrantMapper(headed, columns, today)
                : new SubsidyMapper(headed, columns, today);
        }
    }

    // The first row is the headings, unless one below it has more of the format's.
    private static SourceTable Headed(SourceTable table, Headings format, TableMapping? mapping)
    {
        if (table.HeadingRow is null || table.IsOfRejectedRows)
            return table;
        // Where somebody has said which row it is, no other is taken for it: of a blank one every heading is missing.
        if (mapping?.HeadingRow is { } row)
            return row == table.HeadingRow ? table
                : table.Rows.FirstOrDefault(r => r.Number == row) is { } named ? table.HeadedBy(named)
                : table.HeadedBy(new SourceRow(row, []));
        var (best, most) = (table, new TableColumns(table, format, mapping).Known);
        for (var i = 0; i < Math.Min(TitleRows, table.Rows.Count); i++)
        {
            var known = new TableColumns(table with { Headings = table.Rows[i].Cells }, format, mapping).Known;
            if (known > most && known > 1)
                (best, most) = (table.HeadedBy(table.Rows[i]), known);
        }
        return best;
    }

    // A workbook may carry notes and lists beside its grants: every sheet counts that has all the columns; without one, the nearest to it says what is missing.
    private static List<RowMapper> Chosen(IReadOnlyList<RowMapper> mappers)
    {
        var complete = mappers.Where(m => m.IsComplete).DistinctBy(m => m.Table.Sheet ?? "").ToList();
        return complete.Count > 0 ? complete : [.. mappers.OrderByDescending(m => m.KnownColumns).Take(1)];
    }

    private static IEnumerable<ImportFault> TitleNotice(RowMapper mapper, SourceFile source)
    {
        var first = source.Tables.First(t => t.Sheet == mapper.Table.Sheet).HeadingRow;
        if (mapper.Table.HeadingRow is { } row && first is { } above && above < row)
            yield return new(mapper.Table.Sheet, above, null, RowRefusals.TitleRows.With(row));
    }

    private static IEnumerable<ImportFault> NotRead(SourceFile source, List<RowMapper> chosen) =>
        source
            .Tables.Where(t => t.Rows.Count > 0 && chosen.TrueForAll(m => m.Table.Sheet != t.Sheet))
            .Select(t => new ImportFault(t.Sheet, null, null, RowRefusals.SheetSkipped.With(t.Sheet)));
}
