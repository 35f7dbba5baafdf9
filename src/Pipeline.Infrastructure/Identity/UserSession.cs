using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Identity;

/// <summary>A sign-in on one device: what its tokens are held against, so that it can be seen and ended.</summary>
public sealed class UserSession
{
    /// <summary>How much is kept of what a device says it is.</summary>
    public const int UserAgentLength = 200;

    /// <summary>UUID of version 7; its tokens carry it.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }

    /// <summary>When they signed in (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used (UTC), to within <see cref="LastUse.Coarseness"/>.</summary>
    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>When it ends by itself unless it is renewed before (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended (UTC); null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Which refresh token is the current one, from 1: each renewal raises it, and an older token is one too many.</summary>
    public int Generation { get; set; } = 1;

    /// <summary>What its person was answered in when they signed in; null for sessions from before this was kept.</summary>
    public Language? Language { get; init; }

    /// <summary>What the device said it is.</summary>
    public string? UserAgent { get; init; }
}
