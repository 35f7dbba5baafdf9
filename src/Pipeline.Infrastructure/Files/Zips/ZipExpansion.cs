using System.IO.Compression;

namespace Pipeline.Infrastructure.Files.Zips;

/// <summary>Counts what comes out of a zip's parts: the sizes in its headers are only claims.</summary>
/// <param name="mostBytes">Of all parts together.</param>
/// <param name="ratio">How far a part that is not small may have been compressed.</param>
internal sealed class ZipExpansion(long mostBytes, int ratio)
{
    /// <summary>How many parts a file may have: opening each takes time, however small it is.</summary>
    public const int MostParts = 10_000;

    private const long SmallPart = 1024 * 1024;

    private readonly byte[] _buffer = new byte[81920];
    private long _total;
    private int _parts;

    /// <summary>Expands a part to its end, or until it is too much.</summary>
    /// <param name="beginning">Is shown its first bytes.</param>
    /// <returns>Whether it fits.</returns>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public bool Fits(ZipArchiveEntry part, Action<ReadOnlyMemory<byte>> beginning)
    {
        if (++_parts > MostParts)
            return false;
        using var stream = part.Open();
        long size = 0;
        int read;
        while ((read = stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            if (size == 0)
                beginning(_buffer.AsMemory(0, read));
            size += read;
            _total += read;
            if (_total > mostBytes || (size > SmallPart && size > part.CompressedLength * ratio))
                return false;
        }
        return true;
    }
}
