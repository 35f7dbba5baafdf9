using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>The bytes of a closing's file, apart from what is said of them: lists read no files.</summary>
public sealed class ClosingFileContent : IAppendOnly
{
    private ClosingFileContent() { }

    internal ClosingFileContent(Guid fileId, byte[] bytes, DateTimeOffset now) =>
        (FileId, Bytes, RecordedAt) = (fileId, bytes, now);

    /// <summary>Of which file.</summary>
    public Guid FileId { get; private init; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>When they were stored (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
