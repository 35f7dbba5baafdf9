using System.Text;
using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// The text of a file: UTF-8; UTF-16 where its byte order mark says so; Windows-1252 where the bytes can be nothing else. What is none of them is refused rather than read
/// with wrong letters.
/// </summary>
internal static class TextFile
{
    // Bytes that Windows-1252 leaves undefined: no text that was written in it has them.
    private static readonly byte[] Undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException"><c>invalid_encoding</c>, or <c>unreadable_file</c> for what is no text.</exception>
    public static string Decode(byte[] content)
    {
        var text = content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict(
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                content.AsSpan(3),
                "UTF-8"
            ),
            [0xFF, 0xFE, ..] => Strict(
                new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true),
                content.AsSpan(2),
                "UTF-16"
            ),
            [0xFE, 0xFF, ..] => Strict(
                new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true),
                content.AsSpan(2),
                "UTF-16"
            ),
            _ => Guess(content),
        };
        return text.Contains('\0', StringComparison.Ordinal) ? throw NotText() : text;
    }

    private static string Guess(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException) when (!HasUtf8Letters(content) && content.AsSpan().IndexOfAny(Undefined) < 0)
        {
            return Encoding.GetEncoding(1252).GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            throw Invalid("UTF-8", e.Index);
        }
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> content, string name)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            throw Invalid(name, e.Index);
        }
    }

    // A letter of two or more bytes shows that the file means to be UTF-8: then a stray byte is damage, not another encoding.
    private static bool HasUtf8Letters(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(content, out _, out var length);
            if (status == System.Buffers.OperationStatus.Done && length > 1)
                return true;
            content = content[Math.Max(length, 1)..];
        }
        return false;
    }

    private static UnreadableFileException Invalid(string encoding, int position) =>
        new(FileRefusals.InvalidEncoding.With(encoding, position + 1));

    private static UnreadableFileException NotText() => new(FileRefusals.NotText);
}
