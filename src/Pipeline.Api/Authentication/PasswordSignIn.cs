using Microsoft.AspNetCore.Identity;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Authentication;

/// <summary>Holds a password against an account. Whoever does not know the password learns nothing from the answer, nor from how long it takes.</summary>
internal sealed class PasswordSignIn(
    UserManager<PipelineUser> users,
    SignInManager<PipelineUser> signIn,
    IPasswordHasher<PipelineUser> hasher,
    AccountLimiter accounts,
    UnknownAccounts unknown
)
{
    private static string? _nobodysHash;

    /// <exception cref="HttpProblemException">401, or 429 after too many attempts or while the account rests after too many failures.</exception>
    /// <exception cref="ForbiddenException"><c>account_locked</c>: told only to whoever has the password.</exception>
    public async Task<PipelineUser> VerifyAsync(string email, string password)
    {
        var name = users.NormalizeEmail(email);
        accounts.Enter(name);
        var user = await users.FindByEmailAsync(email);
        var result = user?.PasswordHash is null
            ? FailWithoutPassword(name, password)
            : await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            throw HttpRefusals.TooManyRequests.Exception(signIn.Options.Lockout.DefaultLockoutTimeSpan);
        if (!result.Succeeded)
            throw SignInRefusals.InvalidCredentials.Exception();
        return user!.RequireUnlocked();
    }

    // There is nothing to compare with; the comparison is made all the same, for its time, and counted.
    private SignInResult FailWithoutPassword(string name, string password)
    {
        if (unknown.Rests(name))
            return SignInResult.LockedOut;
        hasher.VerifyHashedPassword(new(), _nobodysHash ??= hasher.HashPassword(new(), "nobody's password"), password);
        return unknown.Fail(name) ? SignInResult.LockedOut : SignInResult.Failed;
    }
}
