using System.IO.Compression;
using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Documents;

/// <summary>Files as people and others send them.</summary>
internal static class DocumentFiles
{
    /// <summary>Adds a file to a project; a short text where none is given.</summary>
    public static Task<Reply> AddAsync(
        Client client,
        TestProject project,
        string name = "note.txt",
        byte[]? bytes = null,
        string kind = "evidence",
        string? title = null,
        Guid? key = null
    ) =>
        client.UploadAsync(
            $"{project.Path}/documents",
            name,
            bytes ?? "A note"u8.ToArray(),
            key: key,
            fields: title is null ? [("kind", kind)] : [("kind", kind), ("title", title)]
        );

    /// <summary>A file by the name of what it is.</summary>
    public static byte[] Of(string what) =>
        what switch
        {
            "pdf" => "%PDF-1.7\n1 0 obj"u8.ToArray(),
            "png" => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8],
            "jpg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0],
            "webp" => [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8],
            "docx" => OpenXml("word/document.xml"),
            "xlsx" => OpenXml("xl/workbook.xml"),
            "pptx" => OpenXml("ppt/presentation.xml"),
            "odt" => OpenDocument("text"),
            "ods" => OpenDocument("spreadsheet"),
            "odp" => OpenDocument("presentation"),
            "csv" => Encoding.Latin1.GetBytes("Libellé;Montant\r\nAide à l'insertion;1 250,50\r\n"),
            "txt" => "Compte rendu : l'\u00e9quipe a tenu d\u00e9lais et co\u00fbts.\n"u8.ToArray(),
            "script" => "#!/bin/sh\nrm -rf /\n"u8.ToArray(),
            "html" => "<html><script>alert(1)</script></html>"u8.ToArray(),
            "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
            "exe" => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF],
            "zip" => Zip([("readme.txt", "Nothing")]),
            "docm" => OpenXml("word/document.xml", Macros),
            "lateMacros" => OpenXml("word/document.xml", Macros, before: new string(' ', 100_000)),
            "utf16Macros" => OpenXml("word/document.xml", Macros, encoding: Encoding.Unicode),
            "riff" => [.. "RIFF"u8, 0],
            "vba" => Zip([("word/document.xml", "<w/>"), ("word/vbaProject.bin", "Sub")]),
            "basic" => Zip([
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("Basic/Standard/Module1.xml", "Sub"),
            ]),
            "smallBasic" => Zip([
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("basic/Standard/Module1.xml", "Sub"),
            ]),
            "innerScript" => Zip([
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("Object 1\\SCRIPTS\\python\\a.py", "pass"),
            ]),
            "namelessVba" => OpenXml("word/document.xml", "application/vnd.ms-office.VBAPROJECT"),
            "macroSheet" => OpenXml("xl/workbook.xml", "application/vnd.ms-excel.macrosheet+xml"),
            "bomb" => Zip([("word/document.xml", new string(' ', 5_000_000))]),
            "cut" => OpenXml("word/document.xml")[..100],
            "nothing" => [],
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    /// <summary>A text of a length that no other one is equal to.</summary>
    public static byte[] Text(int length, int seed = 1)
    {
        var bytes = new byte[length];
        var random = new Random(seed);
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)random.Next('a', 'z');
        return bytes;
    }

    private const string Macros = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private static byte[] OpenXml(
        string part,
        string type = "application/xml",
        string before = "",
        Encoding? encoding = null
    ) =>
        Zip(
            [
                (
                    "[Content_Types].xml",
                    $"<Types>{before}<Override PartName=\"/{part}\" ContentType=\"{type}\"/></Types>"
                ),
                (part, "<w/>"),
            ],
            encoding
        );

    private static byte[] OpenDocument(string kind) =>
        Zip([("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<office/>")]);

    private static byte[] Zip(IEnumerable<(string Name, string Text)> parts, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            }
        return target.ToArray();
    }
}
