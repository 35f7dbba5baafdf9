using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Somebody as a provider of single sign-on knows them.</summary>
/// <param name="Provider">Which provider: subjects of another one are other people.</param>
/// <param name="Subject">What never changes about them there.</param>
/// <param name="Email">Their address, where the provider gives one.</param>
/// <param name="EmailVerified">The provider has seen that it is theirs.</param>
public sealed record ProviderIdentity(string Provider, string Subject, string? Email, bool EmailVerified);

/// <summary>
/// Which of our people somebody is whom a provider signed in. Nobody is added: whoever comes for the first time is found by a verified address and
/// linked, and is known by the provider's subject from then on, whatever address they have later.
/// </summary>
public sealed class ProviderAccounts(PipelineDbContext db, UserManager<PipelineUser> users)
{
    /// <summary>The person, linked from now on.</summary>
    /// <exception cref="ForbiddenException"><c>account_unknown</c>, <c>email_not_verified</c>, <c>linked_otherwise</c>, <c>account_locked</c>.</exception>
    public Task<PipelineUser> FindAsync(ProviderIdentity identity, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                // As a hash: what somebody is called elsewhere is none of our business, and databases do not compare all texts alike.
                var subject = Secret.HashOf(identity.Subject);
                var known = await db
                    .UserLogins.Where(l => l.LoginProvider == identity.Provider && l.ProviderKey == subject)
                    .Join(db.Users, l => l.UserId, u => u.Id, (_, u) => u)
                    .FirstOrDefaultAsync(cancellationToken);
                var user = known ?? await ByEmailAsync(identity, subject, cancellationToken);
                if (user.AnonymisedAt is not null)
                    throw AccountRefusals.AccountUnknown.Exception();
                user.RequireUnlocked();
                if (known is null)
                {
                    db.UserLogins.Add(
                        new()
                        {
                            LoginProvider = identity.Provider,
                            ProviderKey = subject,
                            UserId = user.Id,
                        }
                    );
                    user.EmailConfirmed = true;
                    await db.SaveChangesAsync(cancellationToken);
                }
                return user;
            },
            cancellationToken
        );

    private async Task<PipelineUser> ByEmailAsync(
        ProviderIdentity identity,
        string subject,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(identity.Email))
            throw AccountRefusals.AccountUnknown.Exception();
        // Before anybody is looked for: whoever makes up an address at the provider does not learn whether it is known here.
        if (!identity.EmailVerified)
            throw AccountRefusals.EmailNotVerified.Exception();
        var user = await users.FindByEmailAsync(identity.Email) ?? throw AccountRefusals.AccountUnknown.Exception();
        // An address that went to somebody else takes no account with it. A first visit beside this one is no other account: its link is found at the next attempt.
        if (
            await db.UserLogins.AnyAsync(
                l => l.UserId == user.Id && l.LoginProvider == identity.Provider && l.ProviderKey != subject,
                cancellationToken
            )
        )
            throw AccountRefusals.LinkedOtherwise.Exception();
        return user;
    }
}
