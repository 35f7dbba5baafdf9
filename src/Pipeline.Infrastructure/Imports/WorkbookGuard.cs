using System.IO.Compression;
using System.Text;

namespace Pipeline.Infrastructure.Imports;

/// <summary>Looks at a workbook's zip before anything opens it: size once expanded, macros, links to other files, document type definitions.</summary>
internal static class WorkbookGuard
{
    private const long SmallPart = 1024 * 1024;

    /// <exception cref="UnreadableFileException">With the one reason why the workbook is not opened.</exception>
    public static void Check(Stream content, ImportLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("xl/workbook.xml") is null)
                throw new UnreadableFileException("unreadable_file", new("This zip is no Excel workbook.", "Ce zip n'est pas un classeur Excel."));
            // The header's sizes are only claims, so what comes out is counted.
            var buffer = new byte[81920];
            long total = 0;
            foreach (var part in zip.Entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    throw new UnreadableFileException("macros_refused", new("Workbooks with macros are not taken: save it as .xlsx.", "Les classeurs à macros ne sont pas acceptés : enregistrez-le en .xlsx."));
                if (part.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))
                    throw new UnreadableFileException("external_references_refused", new("The workbook refers to other files: replace those cells by their values.", "Le classeur renvoie à d'autres fichiers : remplacez ces cellules par leurs valeurs."));
                using var stream = part.Open();
                long size = 0;
                int read;
                while ((read = stream.Read(buffer)) > 0)
                {
                    if (size == 0 && Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 4096)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                        throw new UnreadableFileException("dtd_refused", new("A part of the workbook declares a document type, which no spreadsheet program writes.", "Une partie du classeur déclare un type de document, ce qu'aucun tableur n'écrit."));
                    size += read;
                    total += read;
                    if (total > limits.ExpandedBytes || (size > SmallPart && size > part.CompressedLength * limits.ExpansionRatio))
                        throw new UnreadableFileException("zip_bomb", new(
                            $"The workbook expands too far: at most {limits.ExpandedBytes / 1024 / 1024} MB, and {limits.ExpansionRatio} times its size.",
                            $"Le classeur se dilate trop : {limits.ExpandedBytes / 1024 / 1024} Mo au plus, et {limits.ExpansionRatio} fois sa taille."));
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("unreadable_file", new("The workbook is damaged or was cut off.", "Le classeur est endommagé ou tronqué."));
        }
        content.Position = 0;
    }
}
