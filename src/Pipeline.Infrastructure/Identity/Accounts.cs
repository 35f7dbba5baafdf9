using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Passwords in the framework's own store, and the links that set them.</summary>
internal sealed class Accounts(
    PipelineDbContext db,
    UserManager<PipelineUser> users,
    ISessions sessions,
    LinkAddress address,
    ICaller caller,
    TimeProvider time
) : IAccounts
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7),
        ResetLifetime = TimeSpan.FromHours(1);

    // Whoever knows an address could fill its mailbox otherwise.
    private static readonly TimeSpan BetweenResets = TimeSpan.FromMinutes(1);

    public async Task<LinkMessage> InviteAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        if (user.AnonymisedAt is not null)
            throw AccountRefusals.UserAnonymised.Exception();
        if (user.PasswordHash is not null)
            throw AccountRefusals.AlreadyAccepted.Exception();
        return await MakeAsync(user, LinkPurpose.Invitation, InvitationLifetime, caller.Language, cancellationToken);
    }

    public async Task<LinkMessage?> OfferResetAsync(
        string email,
        Language language,
        CancellationToken cancellationToken
    )
    {
        if (await users.FindByEmailAsync(email) is not { LockedAt: null, AnonymisedAt: null } user)
            return null;
        var recently = time.GetUtcNow() - BetweenResets;
        if (
            await db.Links.AnyAsync(
                l =>
                    l.UserId == user.Id
                    && l.Purpose == LinkPurpose.PasswordReset
                    && l.EndedAt == null
                    && l.CreatedAt > recently,
                cancellationToken
            )
        )
            return null;
        return await MakeAsync(user, LinkPurpose.PasswordReset, ResetLifetime, language, cancellationToken);
    }

    public async Task SetPasswordAsync(
        LinkPurpose purpose,
        string token,
        string password,
        CancellationToken cancellationToken
    )
    {
        var (hash, now) = (Secret.HashOf(token), time.GetUtcNow());
        var link = await db.Links.FirstOrDefaultAsync(
            l => l.TokenHash == hash && l.Purpose == purpose && l.EndedAt == null && l.ExpiresAt > now,
            cancellationToken
        );
        var user = link is null
            ? null
            : await db.Users.FirstOrDefaultAsync(u => u.Id == link.UserId && u.LockedAt == null, cancellationToken);
        // One sentence for all: which links there were is nobody's business.
        if (user is null)
            throw AccountRefusals.LinkNotValid.At("token");
        await ReplaceAsync(user, password, "password", cancellationToken);
        // Whoever has the link reads the mailbox: the address is theirs, and they need not wait until the account has rested.
        user.EmailConfirmed = true;
        Require(await users.SetLockoutEndDateAsync(user, null));
        Require(await users.ResetAccessFailedCountAsync(user));
    }

    public async Task VerifyAsync(Guid userId, string password, string field, CancellationToken cancellationToken)
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        if (!await users.IsLockedOutAsync(user))
        {
            if (await users.CheckPasswordAsync(user, password))
                return;
            await users.AccessFailedAsync(user);
        }
        throw AccountRefusals.WrongPassword.At(field);
    }

    public async Task ChangePasswordAsync(
        Guid userId,
        string password,
        string field,
        CancellationToken cancellationToken
    ) =>
        await ReplaceAsync(
            await db.Users.FirstAsync(u => u.Id == userId, cancellationToken),
            password,
            field,
            cancellationToken
        );

    private async Task ReplaceAsync(
        PipelineUser user,
        string password,
        string field,
        CancellationToken cancellationToken
    )
    {
        PasswordPolicy.Checked(password, user.Email, field);
        await EndLinksAsync(user.Id, purpose: null, cancellationToken);
        // Both raise the security stamp, which ends what the sessions do not.
        if (user.PasswordHash is not null)
            Require(await users.RemovePasswordAsync(user));
        Require(await users.AddPasswordAsync(user, password));
        await sessions.EndAllAsync(user.Id, cancellationToken);
    }

    private async Task<LinkMessage> MakeAsync(
        PipelineUser user,
        LinkPurpose purpose,
        TimeSpan lifetime,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var (token, now) = (Secret.New(), time.GetUtcNow());
        await EndLinksAsync(user.Id, purpose, cancellationToken);
        db.Links.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                UserId = user.Id,
                Purpose = purpose,
                TokenHash = Secret.HashOf(token),
                CreatedAt = now,
                ExpiresAt = now + lifetime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return new(purpose, user.Email!, user.Name, address.Of(purpose, token), now + lifetime, language);
    }

    // Saved at once: two who use one link at the same moment meet here, and the second finds it used when it is tried again.
    private async Task EndLinksAsync(Guid userId, LinkPurpose? purpose, CancellationToken cancellationToken)
    {
        foreach (
            var link in await db
                .Links.Where(l => l.UserId == userId && l.EndedAt == null && (purpose == null || l.Purpose == purpose))
                .ToListAsync(cancellationToken)
        )
            link.EndedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    // The store tells of a concurrent change in a result; thrown, the command is run again on fresh data like any other.
    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new DbUpdateConcurrencyException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
