using System.IO.Compression;
using System.Xml;

namespace Pipeline.Infrastructure.Files.Zips;

/// <summary>The list of what the parts of an Office Open XML file are. A part's own name proves nothing: this list says what runs.</summary>
internal static class ContentTypesPart
{
    // The last is of Excel 4: a sheet whose cells are commands.
    private static readonly string[] Macros = ["macroEnabled", "vbaProject", "macrosheet"];

    /// <summary>Whether a part is the list; names of parts are the same in any case (ECMA-376 part 2).</summary>
    public static bool Is(ZipArchiveEntry part) =>
        part.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it says of any part that it is macros, or may have some. It is read to its end and in its own encoding.</summary>
    /// <exception cref="XmlException">It is no XML, or has a document type.</exception>
    public static bool NamesMacros(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
            if (
                xml.NodeType == XmlNodeType.Element
                && xml.GetAttribute("ContentType") is { } type
                && Array.Exists(Macros, macro => type.Contains(macro, StringComparison.OrdinalIgnoreCase))
            )
                return true;
        return false;
    }
}
