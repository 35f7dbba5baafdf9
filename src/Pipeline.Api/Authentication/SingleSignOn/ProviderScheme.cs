using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace Pipeline.Api.Authentication.SingleSignOn;

/// <summary>The framework's OAuth 2.0 code flow with PKCE, towards the provider that is configured.</summary>
internal static class ProviderScheme
{
    public const string Name = "SingleSignOn";

    /// <summary>Where the provider sends browsers back to; to be registered there.</summary>
    public const string CallbackPath = "/sign-in/callback";

    // What a provider says of one person and one token is far less.
    private const int AnswerBytes = 256 * 1024;

    // How long somebody may take at the provider.
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(15);

    public static AuthenticationBuilder AddSingleSignOn(
        this AuthenticationBuilder authentication,
        IConfiguration configuration
    )
    {
        var provider = ProviderSettings.Read(configuration);
        authentication.Services.AddSingleton(new SingleSignOnState(provider)).AddSingleton<SignInCodes>();
        if (provider is null)
            return authentication;
        authentication.Services.AddSingleton(provider).AddScoped<ProviderEvents>();
        return authentication.AddOAuth(Name, options => Configure(options, provider));
    }

    /// <summary>
    /// Ahead of authentication, which answers the provider's callback itself: whoever comes with made-up codes would have us ask the provider as
    /// often as they like. Counted apart from the other steps.
    /// </summary>
    public static void UseSingleSignOnLimits(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.Equals(CallbackPath, StringComparison.OrdinalIgnoreCase),
            branch => branch.UseRateLimiter()
        );

    private static void Configure(OAuthOptions options, ProviderSettings provider)
    {
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.UserInformationEndpoint) = (
            provider.AuthorizationEndpoint,
            provider.TokenEndpoint,
            provider.UserInformationEndpoint
        );
        foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
        options.UsePkce = true;
        options.CallbackPath = CallbackPath;
        // Never signed into: what comes of the callback is a code (ProviderEvents).
        options.SignInScheme = IdentityConstants.BearerScheme;
        options.EventsType = typeof(ProviderEvents);
        options.RemoteAuthenticationTimeout = Visit;
        // The way back is a plain link from elsewhere, which Lax lets through; the framework's None is refused by browsers on plain HTTP.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        // No cookies of one person's sign-in in that of another, and no token sent on to where the provider points.
        options.Backchannel = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = provider.Patience,
            MaxResponseContentBufferSize = AnswerBytes,
        };
    }
}
