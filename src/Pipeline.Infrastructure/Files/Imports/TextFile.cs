using System.Text;
using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>A file's text with what has to be said of how its letters were read.</summary>
/// <param name="Text">Every letter certain.</param>
/// <param name="Notice">That it is not what it seems, for example two encodings in one file; null for what everybody writes.</param>
internal sealed record TextFile(string Text, ImportFault? Notice)
{
    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads UTF-8, UTF-16, and what old programs write, where that is certain; what is not is refused rather than read with wrong letters.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="encoding">What the letters that are not UTF-8 are written in; null to find out.</param>
    /// <exception cref="UnreadableFileException"><c>invalid_encoding</c> with the rows that are not certain, or <c>unreadable_file</c> for what is no text.</exception>
    public static TextFile Decode(byte[] content, FileEncoding? encoding)
    {
        var file = content switch
        {
            // The mark says what the file is, and that it is not UTF-16 whatever is said of it.
            [0xEF, 0xBB, 0xBF, .. var rest] when encoding is not { IsLegacy: true } => Strict(FileEncoding.Utf8, rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => Read(rest, encoding),
            [0xFF, 0xFE, .. var rest] => Strict(FileEncoding.Utf16, rest),
            [0xFE, 0xFF, .. var rest] => Strict(FileEncoding.Utf16BigEndian, rest),
            _ => Read(content, encoding ?? WithoutMark(content)),
        };
        return file.Text.Contains('\0', StringComparison.Ordinal)
            ? throw new UnreadableFileException(FileRefusals.NotText)
            : file;
    }

    private static TextFile Read(byte[] content, FileEncoding? encoding)
    {
        // Text in UTF-16 has zeros wherever it has a line end.
        if (encoding is { IsLegacy: false } wide && !(IsUtf8(content) && !content.Contains((byte)0)))
            return Strict(wide, content);
        if (IsUtf8(content))
            return new(Encoding.UTF8.GetString(content), null);
        var read = MixedText.Read(content, encoding);
        if (read.Uncertain.Count > 0)
            throw Uncertain(read.Uncertain);
        return new(
            read.Text,
            read.IsMixed ? new(null, null, null, RowRefusals.MixedEncoding.With(read.Legacy!.Name))
                : read.Legacy is { IsUsual: false } rare && encoding is null
                    ? new(null, null, null, RowRefusals.RareEncoding.With(rare.Name))
                : null
        );
    }

    private static bool IsUtf8(ReadOnlySpan<byte> content) => System.Text.Unicode.Utf8.IsValid(content);

    // Latin text in UTF-16 has a zero in every second byte, which no other text has at all.
    private static FileEncoding? WithoutMark(ReadOnlySpan<byte> content)
    {
        var seen = content[..(Math.Min(content.Length, 512) & ~1)];
        if (seen.Length < 8)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < seen.Length; i += 2)
        {
            even += seen[i] == 0 ? 1 : 0;
            odd += seen[i + 1] == 0 ? 1 : 0;
        }
        var most = seen.Length / 2 * 9 / 10;
        return odd > most && even == 0 ? FileEncoding.Utf16
            : even > most && odd == 0 ? FileEncoding.Utf16BigEndian
            : null;
    }

    private static TextFile Strict(FileEncoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return new(encoding.Strict.GetString(content), null);
        }
        catch (DecoderFallbackException e)
        {
            // A text in UTF-8 has its rows; in UTF-16 half of a character may be half of a line end as well.
            throw encoding == FileEncoding.Utf8
                ? Uncertain([LogicalRows.At(content, e.Index)])
                : new UnreadableFileException(FileRefusals.InvalidEncoding.With(encoding.Name, e.Index + 1));
        }
    }

    private static UnreadableFileException Uncertain(IReadOnlyList<int> rows) =>
        new(FileRefusals.UncertainLetters.With(RowList.Of(rows)), row: rows[0]);
}
