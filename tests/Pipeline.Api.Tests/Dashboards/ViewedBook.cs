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
            parts[entry.FullName] = DrawnId().Replace(MadeAt().Replace(reader.ReadToEnd(), "…"), "\"R\"");
        }
        using var book = Book.Open(bytes);
        var cells = book.Cells("Definitions").Select(book.TextOf).ToList();
        return new(cells[cells.IndexOf("As of") + 1], cells[cells.IndexOf("Known at (UTC)") + 1], parts);
    }

    public void ShouldBeTheSameAs(ViewedBook other)
    {
        Parts
            .Keys.Union(other.Parts.Keys)
            .Select(name =>
                (name, now: Parts.GetValueOrDefault(name, ""), then: other.Parts.GetValueOrDefault(name, ""))
            )
            .Where(part => part.now != part.then)
            .Select(part => $"{part.name}: {FirstDifference(part.now, part.then)}")
            .Should()
            .BeEmpty();
    }

    private static string FirstDifference(string now, string then)
    {
        var at = now.Zip(then).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(now, at)}… was …{Around(then, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)];

    // The cell, and the document's own properties.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}|T\d{2}:\d{2}:\d{2}(\.\d+)?Z(?=</dcterms))")]
    private static partial Regex MadeAt();

    // How parts of the package name each other: the library draws it by chance, and no reader sees it.
    [GeneratedRegex("\"R[0-9a-f]{16}\"")]
    private static partial Regex DrawnId();
}
