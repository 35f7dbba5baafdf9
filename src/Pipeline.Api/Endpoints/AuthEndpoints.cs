using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Pipeline.Api.Hardening;
using Pipeline.Api.Http;
using Pipeline.Api.Problems;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Endpoints;

/// <summary>Sign-in.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="Password">At most 200 characters.</param>
public sealed record LoginBody([property: StringLength(254)] string Email, [property: StringLength(200)] string Password);

/// <summary>A token of <c>auth/login</c>.</summary>
public sealed record RefreshBody([property: StringLength(10_000)] string RefreshToken);

/// <summary>Signing in and out, with the framework's own bearer tokens.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapPost("/login", LoginAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).Produces<AccessTokenResponse>().WithName("Login")
            .WithSummary("Signs in").WithDescription("Gives a bearer token and the token to renew it with. After ten failures the account rests for five minutes (429).");
        auth.MapPost("/refresh", RefreshAsync).AllowAnonymous().Produces<AccessTokenResponse>().WithName("Refresh")
            .WithSummary("Renews a bearer token").WithDescription("Takes the refresh token of the last sign-in or renewal; it ends early when the person signs out or loses a right.");
        auth.MapPost("/logout", LogoutAsync).RequireAuthorization().WithName("Logout")
            .WithSummary("Signs out").WithDescription("Ends every token of the caller, on every device.");
        api.MapGet("/me", async (IMediator mediator, CancellationToken token) => TypedResults.Ok(await mediator.Send(new GetMe(), token)))
            .RequireAuthorization().WithTags("Access").WithName("GetMe");
    }

    private static async Task<EmptyHttpResult> LoginAsync(Body<LoginBody> body, SignInManager<PipelineUser> signIn, AccountLimiter accounts)
    {
        accounts.Enter(signIn.UserManager.NormalizeEmail(body.Value.Email));
        signIn.AuthenticationScheme = IdentityConstants.BearerScheme;
        // On success the scheme itself has written the tokens.
        var result = await signIn.PasswordSignInAsync(body.Value.Email, body.Value.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut) throw HttpProblemException.TooMany(signIn.Options.Lockout.DefaultLockoutTimeSpan);
        if (!result.Succeeded)
            throw new HttpProblemException(401, "invalid_credentials", new("E-mail or password is wrong.", "L'adresse électronique ou le mot de passe est erroné."));
        return TypedResults.Empty;
    }

    private static async Task<SignInHttpResult> RefreshAsync(
        Body<RefreshBody> body, SignInManager<PipelineUser> signIn, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.Value.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } user)
            throw new HttpProblemException(401, "invalid_refresh_token", new("The refresh token is not valid any more: sign in again.", "Le jeton de renouvellement n'est plus valable : reconnectez-vous."));
        return TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(user), authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static async Task<NoContent> LogoutAsync(HttpContext context, UserManager<PipelineUser> users)
    {
        // A new stamp ends every token of this person, on every device.
        if (await users.GetUserAsync(context.User) is { } user) await users.UpdateSecurityStampAsync(user);
        return TypedResults.NoContent();
    }
}
