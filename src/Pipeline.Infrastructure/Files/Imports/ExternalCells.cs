using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Finds cells whose formulas take values from other workbooks, by themselves or by a name.</summary>
internal static partial class ExternalCells
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>The first such cell; null where there is none.</summary>
    public static (string? Sheet, int? Row, string? Column)? First(ZipArchive zip, CancellationToken cancellationToken)
    {
        var (names, sheets) = Workbook(zip);
        foreach (
            var part in zip.Entries.Where(e =>
                e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            using var stream = part.Open();
            using var xml = XmlReader.Create(stream, Settings);
            var cell = "";
            while (xml.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "c")
                    cell = xml.GetAttribute("r") ?? "";
                else if (xml.LocalName == "f" && IsExternal(TextOf(xml), names))
                    return Place(sheets.GetValueOrDefault(part.FullName), cell);
            }
        }
        return null;
    }

    private static (string? Sheet, int? Row, string? Column) Place(string? sheet, string cell)
    {
        var letters = string.Concat(cell.TakeWhile(char.IsAsciiLetter));
        return (
            sheet,
            int.TryParse(cell.AsSpan(letters.Length), out var row) ? row : null,
            letters.Length > 0 ? letters : null
        );
    }

    private static bool IsExternal(string formula, IReadOnlyList<string> names)
    {
        var bare = Quoted().Replace(formula, "");
        return Reference().IsMatch(bare)
            || Word().Matches(bare).Any(word => names.Contains(word.Value, StringComparer.OrdinalIgnoreCase));
    }

    // Names that stand for cells of other workbooks, and the sheets by the parts that hold them.
    private static (List<string> Names, Dictionary<string, string> Sheets) Workbook(ZipArchive zip)
    {
        var (names, ids, sheets) = (
            new List<string>(),
            new Dictionary<string, string>(),
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        );
        Read(
            zip,
            "xl/workbook.xml",
            xml =>
            {
                if (xml.LocalName == "sheet")
                    ids[xml.GetAttribute("r:id") ?? ""] = xml.GetAttribute("name") ?? "";
                if (
                    xml.LocalName == "definedName"
                    && xml.GetAttribute("name") is { } name
                    && Reference().IsMatch(TextOf(xml))
                )
                    names.Add(name);
            }
        );
        Read(
            zip,
            "xl/_rels/workbook.xml.rels",
            xml =>
            {
                if (xml.GetAttribute("Id") is { } id && ids.TryGetValue(id, out var sheet))
                    sheets[$"xl/{(xml.GetAttribute("Target") ?? "").Replace("/xl/", "", StringComparison.Ordinal)}"] =
                        sheet;
            }
        );
        return (names, sheets);
    }

    private static string TextOf(XmlReader xml) =>
        !xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value : "";

    private static void Read(ZipArchive zip, string part, Action<XmlReader> element)
    {
        if (zip.GetEntry(part) is not { } entry)
            return;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Settings);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element)
                element(xml);
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\w.\\]+")]
    private static partial Regex Word();

    // [1]Sheet1!A1 or '[1]Sheet 1'!A1; a column of a table, Grants[2015], has the table's name in front.
    [GeneratedRegex(@"(?<![\w\]@#])\[\d+\]|\[[^\[\]]+\.xls\w?\]", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
