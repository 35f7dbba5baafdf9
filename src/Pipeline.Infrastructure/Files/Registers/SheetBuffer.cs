using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// XML of a sheet as UTF-8, gathered until it is worth writing. Another thread writes it, and so packs it, while more is gathered (docs/adr/0070).
/// </summary>
internal sealed class SheetBuffer(Stream target) : IAsyncDisposable
{
    // Arrays of 85,000 bytes and more are collected with all that is old.
    private const int Size = 80 * 1024,
        WriteAt = 64 * 1024,
        // The most bytes that a character becomes.
        PerChar = 3;

    private byte[] _bytes = new byte[Size],
        _written = new byte[Size];
    private int _count;
    private Task _writing = Task.CompletedTask;

    public bool IsFull => _count >= WriteAt;

    /// <summary>XML as it is.</summary>
    public SheetBuffer Xml(ReadOnlySpan<byte> xml)
    {
        xml.CopyTo(Room(xml.Length));
        _count += xml.Length;
        return this;
    }

    /// <summary>XML as it is.</summary>
    public SheetBuffer Xml(string xml) => Utf8(xml);

    /// <summary>A number, whatever the culture.</summary>
    public SheetBuffer Number<T>(T number)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 40;
        if (!number.TryFormat(Room(Longest), out var written, default, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"{number} has more than {Longest} characters.");
        _count += written;
        return this;
    }

    /// <summary>Text between tags, so that exactly these characters are read again.</summary>
    public SheetBuffer Text(string text)
    {
        var rest = text.AsSpan();
        for (int i; (i = rest.IndexOfAny(Special)) >= 0; rest = rest[(i + 1)..])
        {
            Utf8(rest[..i]);
            Xml(
                rest[i] switch
                {
                    '&' => "&amp;"u8,
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    // A parser would make a line feed of it.
                    '\r' => "&#13;"u8,
                    // Spreadsheets read _x0041_ as an A: an underscore that begins like this is written as such an escape itself.
                    _ => IsEscape(rest[i..]) ? "_x005F_"u8 : "_"u8,
                }
            );
        }
        return Utf8(rest);
    }

    /// <summary>Hands over what was gathered, as soon as what was handed over before is written.</summary>
    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        await _writing;
        var gathered = _bytes.AsMemory(0, _count);
        (_bytes, _written, _count) = (_written, _bytes, 0);
        _writing = Task.Run(() => target.WriteAsync(gathered, cancellationToken).AsTask(), CancellationToken.None);
    }

    /// <summary>The same, and waits until it is written.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        await _writing;
    }

    /// <summary>Whoever leaves half-way finds the target at rest.</summary>
    public async ValueTask DisposeAsync() => await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r_");

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7
        && text[1] == 'x'
        && text[6] == '_'
        && char.IsAsciiHexDigit(text[2])
        && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4])
        && char.IsAsciiHexDigit(text[5]);

    private SheetBuffer Utf8(ReadOnlySpan<char> text)
    {
        _count += Encoding.UTF8.GetBytes(text, Room(text.Length * PerChar));
        return this;
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _count < bytes)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _count + bytes));
        return _bytes.AsSpan(_count);
    }
}
