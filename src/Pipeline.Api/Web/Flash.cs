using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Pipeline.Api.Web;

/// <summary>
/// What the page that follows says, once: what was done, and a secret that came of it. Sealed, so that nobody else puts words into the product's mouth, nor reads
/// the secret where first answers are kept.
/// </summary>
internal sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "said";

    private readonly ITimeLimitedDataProtector _seal = protection
        .CreateProtector("Pipeline.Flash")
        .ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Keeps for a page what it is to say.</summary>
    public void Say(Said said) =>
        Context.Response.Cookies.Append(
            Cookie,
            _seal.Protect(JsonSerializer.Serialize(said), TimeSpan.FromMinutes(5)),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Context.Request.IsHttps,
                IsEssential = true,
            }
        );

    /// <summary>What was kept for this page; it is said once.</summary>
    public Said? Take()
    {
        if (Context.Request.Cookies[Cookie] is not { } kept)
            return null;
        var said = Read(kept);
        if (said is not null && said.Path != Context.Request.Path)
            return null;
        Context.Response.Cookies.Delete(Cookie);
        return said;
    }

    private Said? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<Said>(_seal.Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
