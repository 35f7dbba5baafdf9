namespace Pipeline.Infrastructure.Persistence;

/// <summary>The first answer to a POST, kept for a day so that a retry gets it again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Who sent it: keys of different people never meet.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The key that the client chose.</summary>
    public required Guid Key { get; init; }

    /// <summary>SHA-256 of method, path, query and body.</summary>
    public required string RequestHash { get; init; }

    /// <summary>HTTP status; 0 while the first request still runs.</summary>
    public int Status { get; set; }

    /// <summary>The reply's media type.</summary>
    public string? ContentType { get; set; }

    /// <summary>Location, if any.</summary>
    public string? Location { get; set; }

    /// <summary>ETag, if any.</summary>
    public string? ETag { get; set; }

    /// <summary>The reply's bytes.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>When it was first seen (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
