using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Exports;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A workbook part by part, without what names the request: when it was made.</summary>
internal sealed partial record ViewedBook(string AsOf, string KnownAt, IReadOnlyDictionary<string, string> Parts)
{
    public static ViewedBook Read(byte[] bytes)
    {
        var parts = new Dictionary<string, string>();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            parts[entry.FullName] = MadeAt().Replace(reader.ReadToEnd(), "…");
        }
        using var book = Book.Open(bytes);
        var cells = book.Cells("Definitions").Select(book.TextOf).ToList();
        return new(cells[cells.IndexOf("As of") + 1], cells[cells.IndexOf("Known at (UTC)") + 1], parts);
    }

    public void ShouldBeTheSameAs(ViewedBook other)
    {
        Parts
            .Keys.Union(other.Parts.Keys)
            .Where(name => Parts.GetValueOrDefault(name) != other.Parts.GetValueOrDefault(name))
            .Select(name => $"{name}: {Parts.GetValueOrDefault(name)}\n\nwas\n\n{other.Parts.GetValueOrDefault(name)}")
            .Should()
            .BeEmpty();
    }

    // The cell, and the document's own properties.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}|T\d{2}:\d{2}:\d{2}(\.\d+)?Z(?=</dcterms))")]
    private static partial Regex MadeAt();
}
