namespace Pipeline.Infrastructure.Files.Documents;

/// <summary>Texts, in whichever single-byte or UTF-8 letters: nothing in them but letters, tabs and line ends.</summary>
internal static class TextContent
{
    private const byte Delete = 0x7F;

    /// <summary>Whether a file is nothing but text, read to its end.</summary>
    public static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            if (buffer.AsSpan(0, read).ContainsAnyExcept(Letters))
                return false;
        return true;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create([
        .. Enumerable
            .Range(0, 256)
            .Select(i => (byte)i)
            .Where(b => b is (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or >= (byte)' ' and not Delete),
    ]);
}
