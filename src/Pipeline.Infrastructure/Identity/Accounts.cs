using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Secret = Pipeline.Application.Access.Secret;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Passwords in the framework's own store, and the links that set them.</summary>
internal sealed class Accounts(
    PipelineDbContext db,
    UserManager<PipelineUser> users,
    ISessions sessions,
    LinkAddress address,
    IDataProtectionProvider protection,
    ICaller caller,
    TimeProvider time
) : IAccounts
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7),
        ResetLifetime = TimeSpan.FromHours(1);

    // Whoever knows an address could fill its mailbox otherwise.
    private static readonly TimeSpan BetweenResets = TimeSpan.FromMinutes(1);

    // A token that waits in the outbox.
    private readonly IDataProtector _seal = protection.CreateProtector("Pipeline.Invitations");

    public async Task<LinkMessage> InviteAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        if (user.AnonymisedAt is not null)
            throw AccountRefusals.UserAnonymised.Exception();
        if (user.PasswordHash is not null)
            throw AccountRefusals.AlreadyAccepted.Exception();
        var token = Secret.New();
        var link = await MakeAsync(
            user,
            LinkPurpose.Invitation,
            Secret.HashOf(token),
            InvitationLifetime,
            cancellationToken
        );
        db.Raise(new InvitationMade(link.CreatedAt, link.Id, _seal.Protect(token), caller.Language));
        await db.SaveChangesAsync(cancellationToken);
        return Message(user, link, token, caller.Language);
    }

    public async Task<LinkMessage?> OpenInvitationAsync(InvitationMade invitation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var link = await db
            .Links.AsNoTracking()
            .FirstOrDefaultAsync(
                l => l.Id == invitation.LinkId && l.EndedAt == null && l.ExpiresAt > now,
                cancellationToken
            );
        if (link is null)
            return null;
        var user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == link.UserId, cancellationToken);
        return user.LockedAt is null
            ? Message(user, link, _seal.Unprotect(invitation.SealedToken), invitation.Language)
            : null;
    }

    public async Task<LinkMessage?> OfferResetAsync(
        string email,
        Language language,
        string? token,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        if (await users.FindByEmailAsync(email) is not { LockedAt: null, AnonymisedAt: null } user)
            return null;
        // Who is asked for twice at once waits here for the first one, and finds its link: what is written is what was there.
        await db
            .Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(u => u.Name, u => u.Name), cancellationToken);
        var held = token is not null;
        token ??= Secret.New();
        var (hash, now) = (Secret.HashOf(token), time.GetUtcNow());
        // An attempt that was cut off, or that the mail server did not take, has made it already.
        if (await db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is { } made)
            return made.EndedAt is null && made.ExpiresAt > now ? Message(user, made, token, language) : null;
        var recently = now - BetweenResets;
        if (
            await db.Links.AnyAsync(
                l =>
                    l.UserId == user.Id
                    && l.Purpose == LinkPurpose.PasswordReset
                    && l.EndedAt == null
                    && l.CreatedAt > recently
                    && (held || l.CreatedAt < askedAt),
                cancellationToken
            )
        )
            return null;
        var link = await MakeAsync(user, LinkPurpose.PasswordReset, hash, ResetLifetime, cancellationToken);
        return Message(user, link, token, language);
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
        if (link is null || user is null)
            throw AccountRefusals.LinkNotValid.At("token");
        // The very one that was found open: somebody who has used it since is met here, where one that is looked for again would only be missing.
        link.EndedAt = now;
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

    private async Task<OneTimeLink> MakeAsync(
        PipelineUser user,
        LinkPurpose purpose,
        string tokenHash,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        await EndLinksAsync(user.Id, purpose, cancellationToken);
        var link = new OneTimeLink
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            Purpose = purpose,
            TokenHash = tokenHash,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        db.Links.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return link;
    }

    private LinkMessage Message(PipelineUser user, OneTimeLink link, string token, Language language) =>
        new(link.Id, link.Purpose, user.Email!, user.Name, address.Of(link.Purpose, token), link.ExpiresAt, language);

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
