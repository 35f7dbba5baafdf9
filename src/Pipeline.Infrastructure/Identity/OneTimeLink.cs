using Pipeline.Application.Access;

namespace Pipeline.Infrastructure.Identity;

/// <summary>A link that sets a password once. Its token is kept as a hash: a copy of the database opens no account.</summary>
public sealed class OneTimeLink
{
    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose password it sets.</summary>
    public Guid UserId { get; init; }

    /// <summary>What it is good for.</summary>
    public LinkPurpose Purpose { get; init; }

    /// <summary>The token's <see cref="Secret.HashOf"/>.</summary>
    public string TokenHash { get; init; } = "";

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it works (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or another one took its place (UTC).</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
