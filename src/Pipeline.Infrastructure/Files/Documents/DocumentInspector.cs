using System.IO.Compression;
using System.Xml;
using Pipeline.Application.Documents;
using Pipeline.Domain.Documents;

namespace Pipeline.Infrastructure.Files.Documents;

/// <summary>Tells documents by their first bytes, office files by the parts of their zip, and texts by having nothing in them that no text has.</summary>
internal sealed class DocumentInspector(DocumentLimits limits) : IDocumentInspector
{
    private const int HeadLength = 16;

    public async Task<DocumentType> InspectAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        return OfHead(head.AsSpan(0, read))
            ?? (head.AsSpan().StartsWith("PK\u0003\u0004"u8) ? OfZip(content, cancellationToken) : null)
            ?? (await TextContent.IsTextAsync(content, cancellationToken) ? OfText(fileName) : null)
            ?? throw DocumentFileRefusals.UnknownType.With(DocumentTypes.Names).At("file");
    }

    private static DocumentType? OfHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
            return DocumentTypes.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return DocumentTypes.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return DocumentTypes.Jpg;
        // Four bytes of length between the two words.
        return head is { Length: >= 12 } && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)
            ? DocumentTypes.Webp
            : null;
    }

    // Nothing in a text says that it is a table, or that it is none that a program runs: its name does, and may promise nothing else.
    private static DocumentType OfText(string fileName) =>
        DocumentTypes.Csv.IsNamedBy(fileName) ? DocumentTypes.Csv
        : DocumentTypes.Txt.IsNamedBy(fileName) || !Path.HasExtension(fileName) ? DocumentTypes.Txt
        : throw DocumentFileRefusals.WrongExtension.With(fileName, DocumentTypes.Txt.Extension).At("file");

    private DocumentType? OfZip(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return OfficeZip.TypeOf(zip, limits, cancellationToken);
        }
        catch (Exception e)
            when (e is InvalidDataException or NotSupportedException or ArgumentException or XmlException)
        {
            // Damaged, cut off (too short for an end, which the library reads before the beginning) or under a password.
            return null;
        }
    }
}
