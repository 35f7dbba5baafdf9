using System.Text;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>What the letters of a text file can be written in.</summary>
/// <param name="Name">As the registers of encodings call it, for example <c>windows-1252</c>.</param>
/// <param name="Other">Other names that people know it by.</param>
internal sealed record FileEncoding(string Name, params string[] Other)
{
    public static readonly FileEncoding Utf8 = new("utf-8", "utf8");

    public static readonly FileEncoding Utf16 = new("utf-16", "utf-16le", "unicode");

    public static readonly FileEncoding Utf16BigEndian = new("utf-16be");

    public static readonly FileEncoding Windows1252 = new(
        "windows-1252",
        "cp1252",
        "1252",
        "iso-8859-1",
        "latin1",
        "ansi"
    );

    public static readonly FileEncoding Dos850 = new("ibm850", "cp850", "850", "dos850", "ms-dos 850");

    public static readonly FileEncoding Dos437 = new("ibm437", "cp437", "437", "dos437", "ms-dos 437");

    public static readonly FileEncoding MacRoman = new("macintosh", "macroman", "mac-roman", "x-mac-roman");

    /// <summary>As Windows-1252 but for the euro and seven letters (œ among them), so that only who knows the file can tell them apart.</summary>
    public static readonly FileEncoding Latin9 = new("iso-8859-15", "latin9", "latin-9");

    /// <summary>One byte a letter and told by their words, the most usual first.</summary>
    public static readonly IReadOnlyList<FileEncoding> Legacy = [Windows1252, Dos850, Dos437, MacRoman];

    /// <summary>All that are known.</summary>
    public static readonly IReadOnlyList<FileEncoding> All = [Utf8, Utf16, Utf16BigEndian, .. Legacy, Latin9];

    /// <summary>One byte a letter.</summary>
    public bool IsLegacy => Legacy.Contains(this) || this == Latin9;

    /// <summary>What Windows writes: nothing to be told about.</summary>
    public bool IsUsual => this == Windows1252;

    private Encoding? _strict;

    /// <summary>Fails on bytes that it has no letter for.</summary>
    public Encoding Strict =>
        _strict ??= Name switch
        {
            "utf-8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
            "utf-16" => new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true),
            _ => Encoding.GetEncoding(Name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        };

    /// <summary>The encoding of a name, whichever it is called by; null for one that is not known.</summary>
    public static FileEncoding? Named(string name) =>
        All.FirstOrDefault(e =>
            string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase)
            || e.Other.Contains(name, StringComparer.OrdinalIgnoreCase)
        );

    /// <inheritdoc />
    public bool Equals(FileEncoding? other) => other?.Name == Name;

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
