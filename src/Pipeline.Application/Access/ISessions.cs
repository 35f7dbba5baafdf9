using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Somebody's sign-in on one device.</summary>
public sealed record SessionReply
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>When they signed in.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to within five minutes.</summary>
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When it ends by itself unless it is renewed before.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the device said it is.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The session that asks.</summary>
    public bool Current { get; init; }
}

/// <summary>The sign-ins of the people of the instance.</summary>
public interface ISessions
{
    /// <summary>What is open of somebody, to be ordered.</summary>
    IQueryable<SessionReply> OpenOf(Guid userId);

    /// <summary>What somebody last signed in in: the nearest to a language of theirs where they have chosen none. Null where that is not known.</summary>
    Task<Language?> LanguageOfAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Ends one session with its tokens, at once.</summary>
    /// <returns>Whether this person has such a session open.</returns>
    Task<bool> EndAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken);

    /// <summary>Ends every session of somebody.</summary>
    Task EndAllAsync(Guid userId, CancellationToken cancellationToken);
}
