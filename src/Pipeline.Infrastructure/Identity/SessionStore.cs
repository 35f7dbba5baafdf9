using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Who a request comes from.</summary>
public sealed record SignedIn(Guid UserId, bool IsAdministrator);

/// <summary>Sessions in the database. Both tokens of a sign-in carry its session and generation; a token without an open session is none.</summary>
public sealed class SessionStore(
    PipelineDbContext db,
    Lazy<IUserClaimsPrincipalFactory<PipelineUser>> principals,
    IOptions<IdentityOptions> identity,
    IOptionsMonitor<BearerTokenOptions> tokens,
    LastUse lastUse,
    ICaller caller,
    TimeProvider time
) : ISessions
{
    private const string SessionClaim = "sid",
        GenerationClaim = "gen";

    // What is over stays visible to whoever looks into the database after an incident, and no longer.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly Func<IPipelineDb, Guid, DateTimeOffset, IAsyncEnumerable<OpenSession>> OpenOne =
        Compiled.Query(
            (DbContext db, Guid id, DateTimeOffset now) =>
                db.Set<UserSession>()
                    .Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now)
                    .Join(
                        db.Set<PipelineUser>(),
                        s => s.UserId,
                        u => u.Id,
                        (s, u) =>
                            new OpenSession(s.UserId, s.LastUsedAt, s.Generation, u.SecurityStamp, u.IsAdministrator)
                    )
        );

    private string StampClaim => identity.Value.ClaimsIdentity.SecurityStampClaimType;

    private TimeSpan Lifetime => tokens.Get(IdentityConstants.BearerScheme).RefreshTokenExpiration;

    /// <summary>The session that a token belongs to.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <inheritdoc />
    public IQueryable<SessionReply> OpenOf(Guid userId)
    {
        var now = time.GetUtcNow();
        return db
            .Sessions.Where(s => s.UserId == userId && s.EndedAt == null && s.ExpiresAt > now)
            .Select(s => new SessionReply
            {
                Id = s.Id,
                CreatedAt = s.CreatedAt,
                LastUsedAt = s.LastUsedAt,
                ExpiresAt = s.ExpiresAt,
                UserAgent = s.UserAgent,
            });
    }

    /// <summary>Opens a session for somebody whose password was right.</summary>
    /// <returns>What the tokens are to carry.</returns>
    public Task<ClaimsPrincipal> OpenAsync(PipelineUser user, string? userAgent, CancellationToken cancellationToken) =>
        OpenAsync(Guid.CreateVersion7(time.GetUtcNow()), user, userAgent, cancellationToken);

    /// <summary>
    /// Opens the one session that a sign-in elsewhere is good for. That it was opened is what tells that the sign-in is used up; whoever comes with it
    /// again ends the session, since two hold a copy.
    /// </summary>
    /// <param name="id">The session's id, chosen when the person came in.</param>
    /// <param name="userId">Who.</param>
    /// <param name="stamp">Their security stamp then.</param>
    /// <param name="userAgent">What the device says it is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What the tokens are to carry; null where the sign-in is used up, or the person has been locked or has changed since.</returns>
    public Task<ClaimsPrincipal?> OpenOnceAsync(
        Guid id,
        Guid userId,
        string? stamp,
        string? userAgent,
        CancellationToken cancellationToken
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is { } used)
                {
                    used.EndedAt ??= time.GetUtcNow();
                    await db.SaveChangesAsync(cancellationToken);
                    return null;
                }
                var user = await db.Users.FirstOrDefaultAsync(
                    u => u.Id == userId && u.LockedAt == null,
                    cancellationToken
                );
                return user is null || user.SecurityStamp != stamp
                    ? null
                    : await OpenAsync(id, user, userAgent, cancellationToken);
            },
            cancellationToken
        );

    private async Task<ClaimsPrincipal> OpenAsync(
        Guid id,
        PipelineUser user,
        string? userAgent,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var session = new UserSession
        {
            Id = id,
            UserId = user.Id,
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + Lifetime,
            Language = caller.Language,
            UserAgent = userAgent is { Length: > UserSession.UserAgentLength }
                ? userAgent[..UserSession.UserAgentLength]
                : userAgent,
        };
        var old = now - Kept;
        db.Sessions.RemoveRange(
            await db
                .Sessions.Where(s => s.UserId == user.Id && (s.ExpiresAt < old || s.EndedAt < old))
                .ToListAsync(cancellationToken)
        );
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return await PrincipalAsync(user, session);
    }

    /// <summary>
    /// Renews a session by its refresh token, once: the token is used up by it. One that was used before ends the session, since somebody else
    /// than its owner holds a copy, and nobody can tell which of the two this is.
    /// </summary>
    /// <returns>What the new tokens are to carry; null when the token is not valid any more.</returns>
    public Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal ticket, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                if (SessionOf(ticket) is not { } id)
                    return null;
                var now = time.GetUtcNow();
                var session = await db.Sessions.FirstOrDefaultAsync(
                    s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now,
                    cancellationToken
                );
                var user = session is null
                    ? null
                    : await db.Users.FirstOrDefaultAsync(u => u.Id == session.UserId, cancellationToken);
                if (session is null || user is null || user.SecurityStamp != ticket.FindFirstValue(StampClaim))
                    return null;

                var reused = ticket.FindFirstValue(GenerationClaim) != Written(session.Generation);
                if (reused)
                    session.EndedAt = now;
                else
                    (session.Generation, session.LastUsedAt, session.ExpiresAt) = (
                        session.Generation + 1,
                        now,
                        now + Lifetime
                    );
                await db.SaveChangesAsync(cancellationToken);
                return reused ? null : await PrincipalAsync(user, session);
            },
            cancellationToken
        );

    /// <summary>Holds an access token against its session and its owner's stamp, in one query: signing out or losing a right ends it at once.</summary>
    public async Task<SignedIn?> CheckAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (SessionOf(principal) is not { } id)
            return null;
        var now = time.GetUtcNow();
        var known = await OpenOne(db, id, now).FirstOrDefaultAsync(cancellationToken);
        if (known is null || known.SecurityStamp != principal.FindFirstValue(StampClaim))
            return null;
        await lastUse.NoteAsync(
            known.LastUsedAt,
            (other, at) =>
            {
                other
                    .Attach(
                        new UserSession
                        {
                            Id = id,
                            LastUsedAt = known.LastUsedAt,
                            Generation = known.Generation,
                        }
                    )
                    .Entity.LastUsedAt = at;
                return Task.CompletedTask;
            },
            cancellationToken
        );
        return new(known.UserId, known.IsAdministrator);
    }

    /// <inheritdoc />
    public Task<Language?> LanguageOfAsync(Guid userId, CancellationToken cancellationToken) =>
        db
            .Sessions.Where(s => s.UserId == userId && s.Language != null)
            .OrderByDescending(s => s.CreatedAt)
            .Select(s => s.Language)
            .FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<bool> EndAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            await db.Sessions.FirstOrDefaultAsync(
                s => s.Id == sessionId && s.UserId == userId && s.EndedAt == null && s.ExpiresAt > now,
                cancellationToken
            )
            is not { } session
        )
            return false;
        session.EndedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task EndAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        foreach (
            var session in await db
                .Sessions.Where(s => s.UserId == userId && s.EndedAt == null)
                .ToListAsync(cancellationToken)
        )
            session.EndedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(PipelineUser user, UserSession session)
    {
        var principal = await principals.Value.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaims([
            new(SessionClaim, session.Id.ToString()),
            new(GenerationClaim, Written(session.Generation)),
        ]);
        return principal;
    }

    private static string Written(int generation) => generation.ToString(CultureInfo.InvariantCulture);

    private sealed record OpenSession(
        Guid UserId,
        DateTimeOffset LastUsedAt,
        int Generation,
        string? SecurityStamp,
        bool IsAdministrator
    );
}
