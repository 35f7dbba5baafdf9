using System.Buffers;
using System.Text;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>XML of a sheet as UTF-8, gathered until it is worth writing.</summary>
internal sealed class SheetBuffer
{
    private const int WriteAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new(2 * WriteAt);

    public bool IsFull => _bytes.WrittenCount >= WriteAt;

    /// <summary>XML as it is.</summary>
    public SheetBuffer Xml(ReadOnlySpan<byte> xml)
    {
        _bytes.Write(xml);
        return this;
    }

    /// <summary>XML as it is.</summary>
    public SheetBuffer Xml(string xml)
    {
        Encoding.UTF8.GetBytes(xml, _bytes);
        return this;
    }

    /// <summary>A number, whatever the culture.</summary>
    public SheetBuffer Number<T>(T number)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 40;
        if (
            !number.TryFormat(
                _bytes.GetSpan(Longest),
                out var written,
                default,
                System.Globalization.CultureInfo.InvariantCulture
            )
        )
            throw new InvalidOperationException($"{number} has more than {Longest} characters.");
        _bytes.Advance(written);
        return this;
    }

    /// <summary>Text between tags, so that exactly these characters are read again.</summary>
    public SheetBuffer Text(string text)
    {
        var rest = text.AsSpan();
        for (int i; (i = rest.IndexOfAny(Special)) >= 0; rest = rest[(i + 1)..])
        {
            Encoding.UTF8.GetBytes(rest[..i], _bytes);
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
        Encoding.UTF8.GetBytes(rest, _bytes);
        return this;
    }

    public async ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_bytes.WrittenMemory, cancellationToken);
        _bytes.ResetWrittenCount();
    }

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r_");

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7
        && text[1] == 'x'
        && text[6] == '_'
        && char.IsAsciiHexDigit(text[2])
        && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4])
        && char.IsAsciiHexDigit(text[5]);
}
