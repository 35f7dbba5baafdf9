using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Pipeline.Api.Authentication;
using Pipeline.Api.Authentication.SingleSignOn;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Endpoints;

/// <summary>What a sign-in through the provider comes back with.</summary>
/// <param name="Code">What stands behind <c>#code=</c>; good for two minutes, once.</param>
/// <param name="Verifier">The secret whose SHA-256 the sign-in began with (RFC 7636).</param>
public sealed record ProviderSignInBody(
    [property: StringLength(4_000)] string Code,
    [property: StringLength(128), RegularExpression(SingleSignOnEndpoints.VerifierForm)] string Verifier
);

/// <summary>The providers that people can sign in through: one, or none.</summary>
public sealed record ProvidersReply
{
    /// <summary>Empty where single sign-on is off.</summary>
    public required IReadOnlyList<ProviderReply> Items { get; init; }
}

/// <summary>A provider that people can sign in through.</summary>
public sealed record ProviderReply
{
    /// <summary>What to write on the button.</summary>
    public required string Name { get; init; }

    /// <summary>Where to send the browser, with <c>challenge</c> and, for a page of another origin, <c>returnTo</c> behind it.</summary>
    public required string Url { get; init; }
}

/// <summary>Signing in through the provider: a page, the way there, the way back, and tokens for what came back.</summary>
internal static partial class SingleSignOnEndpoints
{
    /// <summary>A verifier as PKCE has it.</summary>
    public const string VerifierForm = "^[A-Za-z0-9._~-]{43,128}$";

    private const string Start = "/sign-in/provider";

    public static void MapSingleSignOn(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapGet(
                "/providers",
                (SingleSignOnState state, HttpContext context) =>
                    TypedResults.Ok(
                        new ProvidersReply
                        {
                            Items = state.Provider is { } provider
                                ? [new() { Name = provider.Name, Url = context.Request.PathBase + Start }]
                                : [],
                        }
                    )
            )
            .AllowAnonymous()
            .WithName("ListProviders")
            .WithSummary("Names who signs people in besides their passwords")
            .WithDescription(
                "The way there: open `url` with `?challenge=`, the base64url of the SHA-256 of a secret of 43 to 128 characters. It comes back to `/sign-in`, or to a "
                    + "`returnTo` that the operator has listed, with `#code=`, which `POST /auth/provider` takes together with the secret."
            );
        auth.MapPost("/provider", RedeemAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .Produces<AccessTokenResponse>()
            .WithName("SignInThroughProvider")
            .Refuses([.. SignInRefusals.OfProvider, SignInRefusals.SingleSignOnOff])
            .WithSummary("Signs in with what the provider's way came back with")
            .WithDescription(
                "Opens a session as a sign-in by password does, once: a code that comes twice ends the session that it opened. "
                    + "Where the provider's answer was a refusal, or nobody here is meant by it, this says so."
            );
    }

    public static void MapSignInPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Start, Begin).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        // Answered by authentication where there is a provider; here for its limits, and where there is none.
        app.MapGet(ProviderScheme.CallbackPath, () => TypedResults.NotFound())
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.SignIn)
            .ExcludeFromDescription();
    }

    private static Results<ChallengeHttpResult, RedirectHttpResult, NotFound> Begin(
        HttpContext context,
        SingleSignOnState state,
        SignInCodes codes,
        string? challenge = null,
        string? returnTo = null,
        string? page = null
    )
    {
        if (state.Provider is not { } provider)
            return TypedResults.NotFound();
        // From the sign-in page: it ends in this browser's cookie, and no code goes anywhere.
        if (page is not null)
            return TypedResults.Challenge(
                new AuthenticationProperties { Items = { [ProviderEvents.Page] = page } },
                [ProviderScheme.Name]
            );
        // Never to a page that only the address names: what comes back signs somebody in.
        if (!ChallengeForm.IsMatch(challenge ?? "") || (returnTo is not null && !provider.ReturnTo.Contains(returnTo)))
            return TypedResults.Redirect(
                ProviderEvents.AddressOf(context, null, codes.Refusing(SignInRefusals.NotBegun))
            );
        var properties = new AuthenticationProperties { Items = { [ProviderEvents.Challenge] = challenge } };
        if (returnTo is not null)
            properties.Items[ProviderEvents.ReturnTo] = returnTo;
        return TypedResults.Challenge(properties, [ProviderScheme.Name]);
    }

    private static async Task<SignInHttpResult> RedeemAsync(
        Body<ProviderSignInBody> body,
        SingleSignOnState state,
        SignInCodes codes,
        SessionStore sessions,
        HttpContext context,
        CancellationToken token
    )
    {
        if (state.Provider is null)
            throw SignInRefusals.SingleSignOnOff.Exception();
        var attempt = codes.Open(body.Value.Code, body.Value.Verifier);
        var principal =
            await sessions.OpenOnceAsync(
                attempt.SessionId,
                attempt.UserId,
                attempt.Stamp,
                context.Request.Headers.UserAgent,
                token
            ) ?? throw SignInRefusals.CodeNotValid.Exception();
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    // SHA-256 in base64url.
    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex ChallengeForm { get; }
}
