using System.IO.Compression;
using System.Text;
using Pipeline.Application.Documents;
using Pipeline.Domain.Documents;
using Pipeline.Infrastructure.Files.Zips;

namespace Pipeline.Infrastructure.Files.Documents;

/// <summary>Office files: zips whose parts say what they are.</summary>
internal static class OfficeZip
{
    private const string OpenDocumentType = "mimetype";

    // The one part that each has.
    private static readonly (string Part, DocumentType Type)[] OpenXml =
    [
        ("word/document.xml", DocumentTypes.Docx),
        ("xl/workbook.xml", DocumentTypes.Xlsx),
        ("ppt/presentation.xml", DocumentTypes.Pptx),
    ];

    private static readonly DocumentType[] OpenDocument = [DocumentTypes.Odt, DocumentTypes.Ods, DocumentTypes.Odp];

    // Where LibreOffice keeps macros, of the document itself and of others within it; written whichever way.
    private static readonly string[] MacroFolders = ["Basic", "Scripts"];

    /// <summary>What a zip is; null for one that is no office file.</summary>
    /// <exception cref="Pipeline.Domain.Common.InvalidValueException"><c>macros_refused</c>, <c>zip_bomb</c>.</exception>
    public static DocumentType? TypeOf(ZipArchive zip, DocumentLimits limits, CancellationToken cancellationToken)
    {
        var expansion = new ZipExpansion(limits.ExpandedBytes, limits.ExpansionRatio);
        DocumentType? type = null;
        foreach (var part in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsMacro(part.FullName))
                throw DocumentFileRefusals.Macros.At("file");
            type ??= OpenXml.FirstOrDefault(x => x.Part == part.FullName).Type;
            if (!expansion.Fits(part, beginning => type ??= Read(part.FullName, beginning.Span)))
                throw DocumentFileRefusals
                    .ZipBomb.With(limits.ExpandedBytes / 1024 / 1024, limits.ExpansionRatio, ZipExpansion.MostParts)
                    .At("file");
            // Its size is known by now.
            if (ContentTypesPart.Is(part) && ContentTypesPart.NamesMacros(part))
                throw DocumentFileRefusals.Macros.At("file");
        }
        return type;
    }

    private static bool IsMacro(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.Split('/', '\\')[..^1].Any(folder => MacroFolders.Contains(folder, StringComparer.OrdinalIgnoreCase));

    private static DocumentType? Read(string part, ReadOnlySpan<byte> beginning)
    {
        if (part != OpenDocumentType)
            return null;
        var text = Encoding.ASCII.GetString(beginning).Trim();
        return OpenDocument.FirstOrDefault(t => t.MediaType == text);
    }
}
