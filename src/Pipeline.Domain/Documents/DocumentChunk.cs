namespace Pipeline.Domain.Documents;

/// <summary>A piece of a file: files are stored and sent piece by piece, so that none is ever whole in memory.</summary>
public sealed class DocumentChunk
{
    /// <summary>Bytes of each piece but the last.</summary>
    public const int Length = 256 * 1024;

    /// <summary>Of what.</summary>
    public Guid ContentId { get; init; }

    /// <summary>Its place, from 0.</summary>
    public int Number { get; init; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; init; } = [];
}
