using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Audit;

namespace Pipeline.Infrastructure.Identity;

/// <summary>People, in the framework's own store.</summary>
internal sealed class UserDirectory(
    PipelineDbContext db,
    UserManager<PipelineUser> users,
    ISessions sessions,
    ICaller caller,
    TimeProvider time
) : IUserDirectory
{
    public IQueryable<UserReply> All => Shown(db.Users);

    public IQueryable<UserReply> Present => Shown(db.Users.Where(u => u.AnonymisedAt == null));

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IEnumerable<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
            return new Dictionary<Guid, string>();
        var names = await db
            .Users.Where(u => wanted.Contains(u.Id))
            .Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        if (wanted.Exists(id => !names.ContainsKey(id)))
            foreach (
                var key in await db
                    .ApiKeys.Where(k => wanted.Contains(k.Id))
                    .Select(k => new { k.Id, k.Name })
                    .ToListAsync(cancellationToken)
            )
                names[key.Id] = key.Name;
        if (wanted.Contains(Operator.Id))
            names[Operator.Id] = Operator.Label.In(caller.Language);
        if (wanted.Contains(Anonymous.Id))
            names[Anonymous.Id] = Anonymous.Name;
        return names;
    }

    public async Task<UserReply> CreateAsync(
        string email,
        string name,
        bool administrator,
        string? password,
        CancellationToken cancellationToken
    )
    {
        var invalid = AccountRefusals.InvalidEmail.With(email);
        // Several lines are told as no address, as all else is that is none.
        if (email.Trim().Any(Guard.EndsLine))
            throw invalid.At("email");
        email = Guard.Required(email, "email", 254);
        if (!IsAddress(email))
            throw invalid.At("email");
        if (await users.FindByEmailAsync(email) is not null)
            throw AccountRefusals.EmailTaken.With(email).Exception();
        var user = new PipelineUser
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Email = email,
            UserName = email,
            Name = name,
            IsAdministrator = administrator,
            LockoutEnabled = true,
        };
        var created = await (
            password is null
                ? users.CreateAsync(user)
                : users.CreateAsync(user, PasswordPolicy.Checked(password, email))
        );
        if (!created.Succeeded)
            throw created.Errors.Any(e =>
                e.Code
                    is nameof(IdentityErrorDescriber.DuplicateEmail)
                        or nameof(IdentityErrorDescriber.DuplicateUserName)
            )
                ? AccountRefusals.EmailTaken.With(email).Exception()
                : invalid.At("email");
        return Show(user);
    }

    public Task<bool> CreateFirstAsync(
        string email,
        string name,
        string password,
        CancellationToken cancellationToken
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // Whoever starts beside this one waits here, and finds the account.
                await AuditChainWriter.TakeHeadAsync(db, cancellationToken);
                if (await db.Users.AnyAsync(cancellationToken))
                    return false;
                await CreateAsync(email, name, administrator: true, password, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public async Task<UserReply> UpdateAsync(
        Guid id,
        long? version,
        string name,
        bool administrator,
        bool locked,
        CancellationToken cancellationToken
    )
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        if (version is { } expected && expected != user.Version)
            throw CommonRefusals.Stale.Exception();
        if (user.AnonymisedAt is not null)
            throw AccountRefusals.UserAnonymised.Exception();
        var demoted = user.IsAdministrator && !administrator;
        if (demoted || (user.IsAdministrator && locked))
            await RequireOtherAdministratorAsync(id, cancellationToken);
        if (demoted || locked)
        {
            // The stamp besides the sessions: a sign-in of this very moment must not slip through.
            await users.UpdateSecurityStampAsync(user);
            await sessions.EndAllAsync(id, cancellationToken);
        }
        // For good, as sessions are: whoever comes back asks for a new address.
        if (locked && await db.CalendarFeeds.FindAsync([id], cancellationToken) is { } calendar)
            calendar.End(time.GetUtcNow());
        (user.Name, user.IsAdministrator) = (name, administrator);
        user.LockedAt = locked ? user.LockedAt ?? time.GetUtcNow() : null;
        user.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return Show(user);
    }

    public async Task<UserReply> AnonymiseAsync(Guid id, CancellationToken cancellationToken)
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        if (user.AnonymisedAt is not null)
            return Show(user);
        if (user.IsAdministrator)
            await RequireOtherAdministratorAsync(id, cancellationToken);
        // A name of a top-level domain that never exists (RFC 2606): nothing is ever sent there.
        user.Email = user.UserName = $"{id}@anonymised.invalid";
        (user.NormalizedEmail, user.NormalizedUserName) = (
            users.NormalizeEmail(user.Email),
            users.NormalizeName(user.UserName)
        );
        (user.Name, user.PhoneNumber, user.PasswordHash, user.IsAdministrator) = ("Anonymised", null, null, false);
        (user.EmailConfirmed, user.AnonymisedAt) = (false, time.GetUtcNow());
        user.Version++;
        // What they signed in with and as whom, and the links that were sent to them, say who they were.
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.UserId == id).ToListAsync(cancellationToken));
        db.Links.RemoveRange(await db.Links.Where(l => l.UserId == id).ToListAsync(cancellationToken));
        db.UserLogins.RemoveRange(await db.UserLogins.Where(l => l.UserId == id).ToListAsync(cancellationToken));
        if (await db.CalendarFeeds.FindAsync([id], cancellationToken) is { } calendar)
            calendar.End(time.GetUtcNow());
        // Saves the rest with it; a new stamp ends every token.
        await users.UpdateSecurityStampAsync(user);
        return Show(user);
    }

    public async Task UnlinkAsync(Guid id, CancellationToken cancellationToken)
    {
        var user =
            await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        db.UserLogins.RemoveRange(await db.UserLogins.Where(l => l.UserId == id).ToListAsync(cancellationToken));
        // Whoever was linked by mistake is not to stay; the stamp ends a sign-in of this very moment.
        await users.UpdateSecurityStampAsync(user);
        await sessions.EndAllAsync(id, cancellationToken);
    }

    // One address and nothing else, also for whatever reads the head of a mail: no name, no comment, no list.
    private static bool IsAddress(string text) =>
        new EmailAddressAttribute().IsValid(text)
        && MailboxAddress.TryParse(text, out var read)
        && read.Address == text
        && string.IsNullOrEmpty(read.Name);

    private async Task RequireOtherAdministratorAsync(Guid id, CancellationToken cancellationToken)
    {
        // Two administrators who take each other's right away at the same moment: the second waits here, and counts when the first is through.
        await AuditChainWriter.TakeHeadAsync(db, cancellationToken);
        if (!await db.Users.AnyAsync(u => u.IsAdministrator && u.LockedAt == null && u.Id != id, cancellationToken))
            throw AccountRefusals.LastAdministrator.Exception();
    }

    private static IQueryable<UserReply> Shown(IQueryable<PipelineUser> users) =>
        users.Select(u => new UserReply
        {
            Id = u.Id,
            Email = u.Email!,
            Name = u.Name,
            Administrator = u.IsAdministrator,
            Locked = u.LockedAt != null,
            HasPassword = u.PasswordHash != null,
            Anonymised = u.AnonymisedAt != null,
            Version = u.Version,
        });

    private static UserReply Show(PipelineUser user) =>
        new()
        {
            Id = user.Id,
            Email = user.Email!,
            Name = user.Name,
            Administrator = user.IsAdministrator,
            Locked = user.LockedAt is not null,
            HasPassword = user.PasswordHash is not null,
            Anonymised = user.AnonymisedAt is not null,
            Version = user.Version,
        };
}
