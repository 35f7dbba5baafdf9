using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Pipeline.Api.Web;

/// <summary>One sentence for the next page that is shown: what was done. Sealed, so that nobody else puts words into the product's mouth.</summary>
internal sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "said";

    private readonly ITimeLimitedDataProtector _seal = protection
        .CreateProtector("Pipeline.Flash")
        .ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Keeps a sentence for the next page.</summary>
    public void Say(string sentence) =>
        Context.Response.Cookies.Append(
            Cookie,
            _seal.Protect(sentence, TimeSpan.FromMinutes(5)),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Context.Request.IsHttps,
                IsEssential = true,
            }
        );

    /// <summary>What was kept; it is said once.</summary>
    public string? Take()
    {
        if (Context.Request.Cookies[Cookie] is not { } sealedSentence)
            return null;
        Context.Response.Cookies.Delete(Cookie);
        try
        {
            return _seal.Unprotect(sealedSentence);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
