using System.IO.Compression;
using System.Text;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Looks at a workbook's zip before anything opens it: size once expanded, macros, links to other files, document type definitions.</summary>
internal static class WorkbookGuard
{
    private const long SmallPart = 1024 * 1024;

    // A part's own name proves nothing: what it is, the list of content types says.
    private const string ContentTypes = "[Content_Types].xml";

    /// <exception cref="UnreadableFileException">With the one reason why the workbook is not opened.</exception>
    public static void Check(Stream content, ImportLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("xl/workbook.xml") is null)
                throw new UnreadableFileException(
                    "unreadable_file",
                    new("This zip is no Excel workbook.", "Ce zip n'est pas un classeur Excel.")
                );
            // The header's sizes are only claims, so what comes out is counted.
            var buffer = new byte[81920];
            long total = 0;
            foreach (var part in zip.Entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    throw Macros();
                if (part.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase))
                    throw ExternalReferences();
                using var stream = part.Open();
                long size = 0;
                int read;
                while ((read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
                {
                    if (size == 0)
                        CheckBeginning(part.FullName, buffer.AsSpan(0, read));
                    size += read;
                    total += read;
                    if (
                        total > limits.ExpandedBytes
                        || (size > SmallPart && size > part.CompressedLength * limits.ExpansionRatio)
                    )
                        throw new UnreadableFileException(
                            "zip_bomb",
                            new(
                                $"The workbook expands too far: at most {limits.ExpandedBytes / 1024 / 1024} MB, and {limits.ExpansionRatio} times its size.",
                                $"Le classeur se dilate trop : {limits.ExpandedBytes / 1024 / 1024} Mo au plus, et {limits.ExpansionRatio} fois sa taille."
                            )
                        );
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new UnreadableFileException(
                "unreadable_file",
                new("The workbook is damaged or was cut off.", "Le classeur est endommagé ou tronqué.")
            );
        }
        content.Position = 0;
    }

    private static void CheckBeginning(string part, ReadOnlySpan<byte> bytes)
    {
        // Without its zero bytes UTF-16 reads like ASCII: a declaration is found in either.
        var text = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException(
                "dtd_refused",
                new(
                    "A part of the workbook declares a document type, which no spreadsheet program writes.",
                    "Une partie du classeur déclare un type de document, ce qu'aucun tableur n'écrit."
                )
            );
        if (part != ContentTypes)
            return;
        if (
            text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || text.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        )
            throw Macros();
        if (text.Contains("externalLink", StringComparison.OrdinalIgnoreCase))
            throw ExternalReferences();
    }

    private static UnreadableFileException Macros() =>
        new(
            "macros_refused",
            new(
                "Workbooks with macros are not taken: save it as .xlsx.",
                "Les classeurs à macros ne sont pas acceptés : enregistrez-le en .xlsx."
            )
        );

    private static UnreadableFileException ExternalReferences() =>
        new(
            "external_references_refused",
            new(
                "The workbook refers to other files: replace those cells by their values.",
                "Le classeur renvoie à d'autres fichiers : remplacez ces cellules par leurs valeurs."
            )
        );
}
