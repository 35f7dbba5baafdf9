using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Imports;

/// <summary>Recognises a grant file by its first bytes, whatever its name says, and reads it whole.</summary>
internal sealed class GrantFileReader(ImportLimits limits) : IGrantFileReader
{
    /// <summary>How many equal faults are listed one by one; more are said in one line.</summary>
    private const int ListedOfAKind = 20;

    public GrantFile Read(Stream content, string fileName, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var (format, tables) = Tables(content, cancellationToken);
            var mappers = tables.Select(t => new GrantMapper(t, today)).ToList();
            // A workbook may carry notes and lists beside its grants; the grants' sheets are those with most of the standard's columns.
            var most = mappers.Count == 0 ? 0 : mappers.Max(m => m.KnownColumns);
            var chosen = mappers.Zip(tables).Where(m => m.First.KnownColumns == most).Take(1).ToList();
            foreach (var (mapper, _) in chosen) mapper.Run(cancellationToken);
            return new(format, chosen.Sum(c => c.Second.Rows.Count), [.. chosen.SelectMany(c => c.First.Grants)],
                Grouped(chosen.SelectMany(c => c.First.Faults)), Grouped(chosen.SelectMany(c => c.First.Notices)))
            {
                Rejected = chosen.Sum(c => c.First.Faults.Any(f => f.Code == "missing_heading") ? c.Second.Rows.Count : c.Second.Rows.Count - c.First.Grants.Count),
            };
        }
        catch (UnreadableFileException e)
        {
            return new("unknown", 0, [], [e.Fault], []);
        }
    }

    private (string Format, IReadOnlyList<SourceTable> Tables) Tables(Stream content, CancellationToken cancellationToken)
    {
        if (content.Length == 0) throw new UnreadableFileException("empty_file", new("The file is empty.", "Le fichier est vide."));
        if (content.Length > limits.FileBytes)
            throw new UnreadableFileException("file_too_large", new(
                $"The file is larger than {limits.FileBytes / 1024 / 1024} MB.", $"Le fichier dépasse {limits.FileBytes / 1024 / 1024} Mo."));
        var head = new byte[8];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        switch (head.AsSpan(0, read))
        {
            case [0x50, 0x4B, 0x03, 0x04, ..]:
                return ("360giving.xlsx", WorkbookTable.Read(content, limits, cancellationToken));
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw new UnreadableFileException("unreadable_file", new(
                    "The workbook is protected by a password, or in the old .xls format: save it as .xlsx without a password.",
                    "Le classeur est protégé par un mot de passe, ou à l'ancien format .xls : enregistrez-le en .xlsx sans mot de passe."));
            case [0x25, 0x50, 0x44, 0x46, ..]:
                throw new UnreadableFileException("unreadable_file", new("This is a PDF: CSV, JSON or XLSX is expected.", "C'est un PDF : un CSV, JSON ou XLSX est attendu."));
        }
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var first = bytes.SkipWhile(b => b is 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n').FirstOrDefault();
        return first is (byte)'{' or (byte)'['
            ? ("360giving.json", [JsonTable.Read(bytes, limits, cancellationToken)])
            : ("360giving.csv", [CsvTable.Read(bytes, limits, cancellationToken)]);
    }

    private static IReadOnlyList<ImportFault> Grouped(IEnumerable<ImportFault> faults) =>
    [
        .. faults.GroupBy(f => (f.Sheet, f.Column, f.Code)).SelectMany(kind =>
        {
            var all = kind.ToList();
            if (all.Count <= ListedOfAKind) return all;
            var first = all[0];
            return [first with { Message = new($"{first.Message.En} The same in {all.Count - 1} more rows.", $"{first.Message.Fr} De même à {all.Count - 1} autres lignes.") }];
        }).OrderBy(f => f.Row),
    ];
}
