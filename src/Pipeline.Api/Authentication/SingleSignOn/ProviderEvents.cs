using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Api.Problems;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Authentication.SingleSignOn;

/// <summary>What becomes of the provider's answer: always the way back with a code, which says who came in or why nobody did.</summary>
internal sealed partial class ProviderEvents(
    ProviderSettings provider,
    SignInCodes codes,
    ProviderAccounts accounts,
    SessionStore sessions,
    ILogger<ProviderEvents> log
) : OAuthEvents
{
    /// <summary>What the client's secret is held against, and where it wants to be returned to, kept in the state.</summary>
    public const string Challenge = "pipeline.challenge",
        ReturnTo = "pipeline.returnTo";

    /// <summary>The page that the browser goes on to, kept in the state, where the sign-in ends in a cookie.</summary>
    public const string Page = "pipeline.page";

    /// <summary>Asks whose the token is.</summary>
    public override async Task CreatingTicket(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(
            await answer.Content.ReadAsByteArrayAsync(context.HttpContext.RequestAborted)
        );
        foreach (var claim in new[] { provider.Claims.Subject, provider.Claims.Email, provider.Claims.EmailVerified })
            if (person.RootElement.TryGetProperty(claim, out var value) && value.ValueKind is not JsonValueKind.Null)
                context.Identity!.AddClaim(new(claim, value.ToString()));
        if (string.IsNullOrWhiteSpace(context.Identity!.FindFirst(provider.Claims.Subject)?.Value))
            throw new AuthenticationFailureException("The provider names nobody.");
    }

    /// <summary>Somebody came back whom the provider knows.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        try
        {
            var user = await accounts.FindAsync(IdentityOf(context.Principal!), context.HttpContext.RequestAborted);
            if (context.Properties!.Items.TryGetValue(Page, out var page))
            {
                // The framework has held the state against this browser's own cookie: nobody is signed in by a link that somebody else began.
                await BrowserSession.OpenAsync(context.HttpContext, sessions, user);
                context.Response.Redirect(LocalAddress.Inside(page));
            }
            else
                Return(context.HttpContext, context.Properties, codes.For(context.Properties.Items[Challenge]!, user));
        }
        catch (ForbiddenException e)
        {
            Refuse(context.HttpContext, context.Properties, HttpRefusal.Of(e.Refusal));
        }
    }

    /// <summary>Somebody said no at the provider, or it did.</summary>
    public override Task AccessDenied(AccessDeniedContext context)
    {
        Refuse(context.HttpContext, context.Properties, SignInRefusals.Declined);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Whatever else: a state that is not ours, another browser's, an error of the provider, an answer that cannot be used, none at all.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var error = context.Failure?.Data["error"] as string;
        log.LogWarning(
            "A sign-in through the provider failed, with {Error}: {Failure}",
            error is not null && ErrorCode.IsMatch(error) ? error : "no error code",
            context.Failure is null ? "" : Failure.Describe(context.Failure)
        );
        // Where a failure was thrown, only the state that came back knows whose sign-in it was.
        Refuse(
            context.HttpContext,
            context.Properties
                ?? ((OAuthOptions)context.Options).StateDataFormat.Unprotect(context.Request.Query["state"]),
            SignInRefusals.Failed
        );
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Behind the hash, which browsers send to nobody: neither logs nor referrers learn a code.</summary>
    public static string AddressOf(HttpContext context, string? returnTo, string code) =>
        $"{returnTo ?? $"{context.Request.PathBase}/sign-in"}#code={code}";

    private void Refuse(HttpContext context, AuthenticationProperties? properties, HttpRefusal refusal)
    {
        if (properties?.Items.TryGetValue(Page, out var page) == true)
            context.Response.Redirect(
                QueryHelpers.AddQueryString(
                    $"{context.Request.PathBase}/sign-in",
                    new Dictionary<string, string?> { ["refusal"] = refusal.Code, ["returnUrl"] = page }
                )
            );
        else
            Return(context, properties, codes.Refusing(refusal));
    }

    private static void Return(HttpContext context, AuthenticationProperties? properties, string code) =>
        context.Response.Redirect(
            AddressOf(context, properties?.Items.TryGetValue(ReturnTo, out var page) == true ? page : null, code)
        );

    private ProviderIdentity IdentityOf(ClaimsPrincipal principal) =>
        new(
            provider.Key,
            principal.FindFirstValue(provider.Claims.Subject)!,
            principal.FindFirstValue(provider.Claims.Email),
            // Some write it as a text.
            "true".Equals(principal.FindFirstValue(provider.Claims.EmailVerified), StringComparison.OrdinalIgnoreCase)
        );

    // Anybody can make up an error in an address; nothing but a code of RFC 6749's kind goes into the log.
    [GeneratedRegex("^[a-z_]{1,40}$")]
    private static partial Regex ErrorCode { get; }
}
