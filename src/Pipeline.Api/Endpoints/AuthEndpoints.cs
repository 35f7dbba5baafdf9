using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Pipeline.Api.Authentication;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Endpoints;

/// <summary>Sign-in.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="Password">At most 200 characters.</param>
public sealed record LoginBody(
    [property: StringLength(254)] string Email,
    [property: StringLength(200)] string Password
);

/// <summary>What clients send when they sign out; the session that asks is ended, whichever token they name.</summary>
/// <param name="RefreshToken">Held against its shape alone.</param>
public sealed record LogoutBody([property: StringLength(10_000)] string? RefreshToken = null);

/// <summary>A token of <c>auth/login</c>.</summary>
public sealed record RefreshBody([property: StringLength(10_000)] string RefreshToken);

/// <summary>Whose password is to be set anew.</summary>
/// <param name="Email">The sign-in name.</param>
public sealed record ResetBody([property: StringLength(254)] string Email);

/// <summary>Signing in and out, with the framework's own bearer tokens over sessions of our own.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapPost("/login", LoginAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .Produces<AccessTokenResponse>()
            .WithName("Login")
            .Refuses(SignInRefusals.InvalidCredentials, HttpRefusal.Of(AccountRefusals.AccountLocked))
            .WithSummary("Signs in")
            .WithDescription(
                "Opens a session and gives a bearer token and the token to renew it with. After ten failures the account rests for five minutes (429)."
            );
        auth.MapPost("/refresh", RefreshAsync)
            .AllowAnonymous()
            .Produces<AccessTokenResponse>()
            .WithName("Refresh")
            .Refuses(SignInRefusals.InvalidRefreshToken)
            .WithSummary("Renews a bearer token")
            .WithDescription(
                "Takes the refresh token of the last sign-in or renewal, once: one that was used before ends the session."
            );
        auth.MapPost("/logout", LogoutAsync)
            .RequireAuthorization()
            .WithName("Logout")
            .Refuses<EndSession>()
            .WithSummary("Signs out")
            .WithDescription("Ends the session that asks, with its bearer and refresh tokens, at once.");
        auth.MapGet(
                "/sessions",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListSessions(), token))
            )
            .RequireAuthorization()
            .WithName("ListSessions")
            .Refuses<ListSessions>();
        auth.MapDelete(
                "/sessions/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new EndSession(id), token);
                    return TypedResults.NoContent();
                }
            )
            .RequireAuthorization()
            .WithName("EndSession")
            .Refuses<EndSession>();
        MapPasswords(auth);
        api.MapGet(
                "/me",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetMe(), token))
            )
            .RequireAuthorization()
            .WithTags("Access")
            .WithName("GetMe");
        api.MapPut(
                "/me",
                async (IfMatch ifMatch, Body<MeBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateMe(ifMatch.Version, body.Value), token))
            )
            .RequireAuthorization()
            .WithTags("Access")
            .WithName("UpdateMe")
            .Refuses<UpdateMe>();
    }

    private static void MapPasswords(RouteGroupBuilder auth)
    {
        auth.MapPost(
                "/invitation",
                async (Body<AcceptInvitation> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(body.Value, token);
                    return TypedResults.NoContent();
                }
            )
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .WithName("AcceptInvitation")
            .Refuses<AcceptInvitation>();
        auth.MapPost(
                "/password",
                async (Body<ChangePassword> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(body.Value, token);
                    return TypedResults.NoContent();
                }
            )
            .RequireAuthorization()
            .RequireRateLimiting(RateLimits.SignIn)
            .WithName("ChangePassword")
            .Refuses<ChangePassword>()
            .WithMetadata(Sensitive.NotKept);
        auth.MapPost(
                "/password-reset",
                async (Body<ResetBody> body, IMediator mediator, HttpContext context, CancellationToken token) =>
                {
                    await mediator.Send(new RequestPasswordReset(body.Value.Email, context.Language()), token);
                    return TypedResults.Accepted((string?)null);
                }
            )
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .WithName("RequestPasswordReset");
        auth.MapPost(
                "/password-reset/confirmation",
                async (Body<ResetPassword> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(body.Value, token);
                    return TypedResults.NoContent();
                }
            )
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .WithName("ResetPassword")
            .Refuses<ResetPassword>();
    }

    private static async Task<SignInHttpResult> LoginAsync(
        Body<LoginBody> body,
        HttpContext context,
        PasswordSignIn signIn,
        SessionStore sessions,
        CancellationToken token
    )
    {
        var user = await signIn.VerifyAsync(body.Value.Email, body.Value.Password);
        return TypedResults.SignIn(
            await sessions.OpenAsync(user, context.Request.Headers.UserAgent, token),
            authenticationScheme: IdentityConstants.BearerScheme
        );
    }

    private static async Task<SignInHttpResult> RefreshAsync(
        Body<RefreshBody> body,
        SessionStore sessions,
        IOptionsMonitor<BearerTokenOptions> options,
        TimeProvider time,
        CancellationToken token
    )
    {
        var ticket = options
            .Get(IdentityConstants.BearerScheme)
            .RefreshTokenProtector.Unprotect(body.Value.RefreshToken);
        if (
            ticket?.Properties.ExpiresUtc is not { } expires
            || time.GetUtcNow() >= expires
            || await sessions.RenewAsync(ticket.Principal, token) is not { } principal
        )
            throw SignInRefusals.InvalidRefreshToken.Exception();
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static async Task<NoContent> LogoutAsync(
        OptionalBody<LogoutBody> _,
        ICaller caller,
        Scope scope,
        IMediator mediator,
        CancellationToken token
    )
    {
        scope.RequirePerson();
        if (caller.SessionId is { } session)
            await mediator.Send(new EndSession(session), token);
        return TypedResults.NoContent();
    }
}
