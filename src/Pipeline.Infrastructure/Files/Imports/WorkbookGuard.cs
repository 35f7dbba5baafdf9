using System.IO.Compression;
using System.Text;
using System.Xml;
using Pipeline.Application.Imports;
using Pipeline.Infrastructure.Files.Zips;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Looks at a workbook's zip before anything opens it: size once expanded, macros, links to other files, document type definitions.</summary>
internal static class WorkbookGuard
{
    /// <exception cref="UnreadableFileException">With the one reason why the workbook is not opened.</exception>
    public static void Check(Stream content, ImportLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("xl/workbook.xml") is null)
                throw new UnreadableFileException(FileRefusals.NotWorkbook);
            var expansion = new ZipExpansion(limits.ExpandedBytes, limits.ExpansionRatio);
            var hasLinks = false;
            foreach (var part in zip.Entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    throw Macros();
                hasLinks |= part.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase);
                if (!expansion.Fits(part, bytes => hasLinks |= CheckBeginning(ContentTypesPart.Is(part), bytes.Span)))
                    throw new UnreadableFileException(
                        FileRefusals.ZipBomb.With(
                            limits.ExpandedBytes / 1024 / 1024,
                            limits.ExpansionRatio,
                            ZipExpansion.MostParts
                        )
                    );
                if (ContentTypesPart.Is(part) && ContentTypesPart.NamesMacros(part))
                    throw Macros();
            }
            // A link that no cell uses is a leftover; what it is of is never opened.
            if (hasLinks && ExternalCells.First(zip, cancellationToken) is { } place)
                throw new UnreadableFileException(
                    FileRefusals.ExternalReferencesRefused,
                    place.Sheet,
                    place.Row,
                    place.Column
                );
        }
        catch (Exception e)
            when (e is InvalidDataException or NotSupportedException or ArgumentException or XmlException)
        {
            throw new UnreadableFileException(FileRefusals.CutOff);
        }
        content.Position = 0;
    }

    /// <returns>Whether the workbook says that it refers to others.</returns>
    private static bool CheckBeginning(bool isList, ReadOnlySpan<byte> bytes)
    {
        // Without its zero bytes UTF-16 reads like ASCII: a declaration is found in either.
        var text = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException(FileRefusals.DtdRefused);
        return isList && text.Contains("externalLink", StringComparison.OrdinalIgnoreCase);
    }

    private static UnreadableFileException Macros() => new(FileRefusals.MacrosRefused);
}
