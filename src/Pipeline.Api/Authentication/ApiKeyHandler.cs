using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pipeline.Api.Binding;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Authentication;

/// <summary>
/// Takes <c>Authorization: Bearer pl_…</c>, or Basic with any user name and the key as the password, which is what spreadsheets offer: a key is looked up by
/// its hash, in one query.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PipelineDbContext db,
    LastUse lastUse,
    TimeProvider time
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    /// <summary>Chooses between people's tokens and machines' keys.</summary>
    public const string Selector = "PeopleAndMachines";

    private const string Bearer = "Bearer ",
        Basic = "Basic ";

    private static readonly object Rights = new();

    /// <summary>The rights of the key that calls; null for people.</summary>
    public static ApiKeyRights? RightsOf(HttpContext context) => context.Items[Rights] as ApiKeyRights;

    /// <summary>Cookies open pages, tokens and keys everything else; never one the other's.</summary>
    public static string SchemeFor(HttpContext context) =>
        context.IsPage() ? PageCookie.Scheme
        : KeyOf(context.Request) is null ? IdentityConstants.BearerScheme
        : Name;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } secret)
            return AuthenticateResult.NoResult();
        var (hash, now) = (Secret.HashOf(secret), time.GetUtcNow());
        var key = await db
            .ApiKeys.Where(k => k.SecretHash == hash && k.RevokedAt == null && k.ExpiresAt > now)
            .Select(k => new
            {
                k.Id,
                k.PortfolioId,
                k.Access,
                k.LastUsedAt,
            })
            .FirstOrDefaultAsync(Context.RequestAborted);
        if (key is null)
            return AuthenticateResult.Fail("There is no such key, or not any more.");
        await lastUse.NoteAsync(
            key.LastUsedAt,
            async (other, at) => (await other.ApiKeys.SingleAsync(k => k.Id == key.Id)).NoteUse(at),
            Context.RequestAborted
        );
        Context.Items[Rights] = new ApiKeyRights(key.PortfolioId, ApiKey.RoleOf(key.Access));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, key.Id.ToString())], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    private static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Key(header[Bearer.Length..].Trim());
        return header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            ? Key(PasswordOf(header[Basic.Length..].Trim()))
            : null;
    }

    private static string? Key(string secret) =>
        secret.StartsWith(ApiKey.Prefix, StringComparison.OrdinalIgnoreCase) ? secret : null;

    // Behind the first colon (RFC 7617); a person's password is no key, and is not looked at.
    private static string PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
            return "";
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
