using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>People, in the framework's own store.</summary>
internal sealed class UserDirectory(PipelineDbContext db, UserManager<PipelineUser> users, TimeProvider time) : IUserDirectory
{
    public IQueryable<UserReply> All => db.Users.Select(u => new UserReply { Id = u.Id, Email = u.Email!, Name = u.Name, Administrator = u.IsAdministrator, Version = u.Version });

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var names = await db.Users.Where(u => wanted.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        if (wanted.Contains(Operator.Id)) names[Operator.Id] = Operator.Name;
        if (wanted.Contains(Nobody.Id)) names[Nobody.Id] = Nobody.Name;
        return names;
    }

    public async Task<UserReply> CreateAsync(string email, string name, bool administrator, string password, CancellationToken cancellationToken)
    {
        email = Guard.Required(email, "email", 254);
        if (!new EmailAddressAttribute().IsValid(email))
            throw InvalidValueException.Of("email", "invalid_email", new($"'{email}' is no e-mail address.", $"« {email} » n'est pas une adresse électronique."));
        if (await users.FindByEmailAsync(email) is not null)
            throw new RefusedException("email_taken", new($"There is a user {email} already.", $"Il existe déjà un utilisateur {email}."));
        var user = new PipelineUser { Id = Guid.CreateVersion7(time.GetUtcNow()), Email = email, UserName = email, Name = name, IsAdministrator = administrator, LockoutEnabled = true };
        var created = await users.CreateAsync(user, password);
        if (!created.Succeeded)
            throw InvalidValueException.Of([.. created.Errors.Select(e => new Fault(
                e.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email",
                e.Code.StartsWith("Password", StringComparison.Ordinal) ? "weak_password" : "invalid_email",
                Text.Same(e.Description)))]);
        return Show(user);
    }

    public async Task<UserReply> UpdateAsync(Guid id, long? version, string name, bool administrator, CancellationToken cancellationToken)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw NotFoundException.Of("user", "utilisateur");
        if (version is { } expected && expected != user.Version) throw new StaleException();
        if (user.AnonymisedAt is not null)
            throw new RefusedException("user_anonymised", new("This person was anonymised: nothing is changed any more.", "Cette personne a été anonymisée : plus rien n'est modifié."));
        if (user.IsAdministrator && !administrator)
        {
            await RequireOtherAdministratorAsync(id, cancellationToken);
            // Tokens in use say that the person is an administrator: a new stamp ends them at their next refresh.
            await users.UpdateSecurityStampAsync(user);
        }
        (user.Name, user.IsAdministrator) = (name, administrator);
        user.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return Show(user);
    }

    public async Task<UserReply> AnonymiseAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw NotFoundException.Of("user", "utilisateur");
        if (user.AnonymisedAt is not null) return Show(user);
        if (user.IsAdministrator) await RequireOtherAdministratorAsync(id, cancellationToken);
        // A name of a top-level domain that never exists (RFC 2606): nothing is ever sent there.
        user.Email = user.UserName = $"{id}@anonymised.invalid";
        (user.NormalizedEmail, user.NormalizedUserName) = (users.NormalizeEmail(user.Email), users.NormalizeName(user.UserName));
        (user.Name, user.PhoneNumber, user.PasswordHash, user.IsAdministrator) = ("Anonymised", null, null, false);
        (user.EmailConfirmed, user.AnonymisedAt) = (false, time.GetUtcNow());
        user.Version++;
        // Saves the rest with it; a new stamp ends every token.
        await users.UpdateSecurityStampAsync(user);
        return Show(user);
    }

    private async Task RequireOtherAdministratorAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(u => u.IsAdministrator && u.Id != id, cancellationToken))
            throw new RefusedException("last_administrator", new("Somebody has to be the administrator.", "Il faut un administrateur."));
    }

    private static UserReply Show(PipelineUser user) => new() { Id = user.Id, Email = user.Email!, Name = user.Name, Administrator = user.IsAdministrator, Version = user.Version };
}
