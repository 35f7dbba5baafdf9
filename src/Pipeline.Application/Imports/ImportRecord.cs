using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>What is kept of an import.</summary>
internal static class ImportRecord
{
    public static Import Of(
        ImportFile request,
        string format,
        ImportCounts counts,
        IReadOnlyList<ImportFault> errors,
        IReadOnlyList<ImportFault> notices,
        IReadOnlyList<WrittenTable> tables,
        IEnumerable<ImportedRow> rows,
        Guid recordedBy,
        DateTimeOffset now
    ) =>
        new(
            request.PortfolioId,
            request.FileName,
            format,
            request.OnError,
            request.Mapping,
            counts,
            [.. FaultList.Of(errors).Select(Remark)],
            [.. FaultList.Of(notices).Select(Remark)],
            RejectedBy(errors, tables),
            rows,
            recordedBy,
            now
        );

    private static ImportRemark Remark(ImportFault fault) =>
        new(fault.Sheet, fault.Row, fault.Column, fault.Refusal.Code, fault.Refusal.Sentence);

    // The rows as they were written, under the headings of their sheets side by side.
    private static RejectedRows RejectedBy(IReadOnlyList<ImportFault> errors, IReadOnlyList<WrittenTable> tables)
    {
        if (errors.Count == 0)
            return RejectedRows.None;
        var headings = new List<string>();
        var rows = new List<RejectedRow>();
        var errorsOf = errors.ToLookup(e => (e.Sheet, e.Row));
        foreach (var table in tables)
        {
            var places = Places(headings, table.Headings);
            foreach (var (number, cells) in table.Rows.OrderBy(r => r.Key))
                if (errorsOf[(table.Sheet, number)].ToList() is { Count: > 0 } why)
                    rows.Add(new(table.Sheet, number, Placed(cells, places), [.. why.Select(Remark)]));
        }
        return new(headings, rows);
    }

    // Where each column of a table stands among all headings; a heading that stands twice in one table is two columns.
    private static List<int> Places(List<string> headings, IReadOnlyList<string> own)
    {
        var places = new List<int>();
        foreach (var heading in own)
        {
            var place = headings.FindIndex(h => h == heading);
            while (place >= 0 && places.Contains(place))
                place = headings.FindIndex(place + 1, h => h == heading);
            if (place < 0)
            {
                place = headings.Count;
                headings.Add(heading);
            }
            places.Add(place);
        }
        return places;
    }

    private static string[] Placed(IReadOnlyList<string> cells, List<int> places)
    {
        // Cells beyond the headings are what is wrong with some rows: they come back behind the others.
        var width = places.Count == 0 ? 0 : places.Max() + 1;
        var beyond = cells.Skip(places.Count).ToList();
        var placed = Enumerable.Repeat("", width + beyond.Count).ToArray();
        for (var i = 0; i < Math.Min(cells.Count, places.Count); i++)
            placed[places[i]] = cells[i];
        beyond.CopyTo(placed, width);
        return placed;
    }
}
