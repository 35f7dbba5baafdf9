using System.Security.Cryptography;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>A file of a closing, byte for byte as it was made. One of each kind and language.</summary>
public sealed class ClosingFile : IAppendOnly
{
    private ClosingFile() { }

    /// <summary>A file that was just made.</summary>
    public ClosingFile(ClosingFileKind kind, Language language, byte[] bytes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        (Id, Kind, Language, Size, RecordedAt) = (Guid.CreateVersion7(now), kind, language, bytes.LongLength, now);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Content = new(Id, bytes, now);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public Guid ClosingId { get; private init; }

    /// <summary>What it is.</summary>
    public ClosingFileKind Kind { get; private init; }

    /// <summary>What it is written in.</summary>
    public Language Language { get; private init; }

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Of the bytes: 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The bytes; null where they were not asked for.</summary>
    public ClosingFileContent? Content { get; private init; }
}
