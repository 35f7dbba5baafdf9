using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pipeline.Api.Endpoints;

/// <summary>The page that one-time links lead to: a form for a password, in the browser's language.</summary>
internal static class PageEndpoints
{
    private static readonly string Page = Read();

    // The one script of the page by its hash, and nothing else: no page around it, nothing from elsewhere.
    private static readonly string Policy = $"default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-{HashOf(Script())}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/invitation", Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/password-reset", Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static ContentHttpResult Show(HttpContext context)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl) = (Policy, "no-store");
        return TypedResults.Content(Page, "text/html; charset=utf-8");
    }

    private static string Script()
    {
        const string open = "<script>";
        var start = Page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return Page[start..Page.IndexOf("</script>", StringComparison.Ordinal)];
    }

    private static string HashOf(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Read()
    {
        using var stream = typeof(Program).Assembly.GetManifestResourceStream("Pipeline.Api.Pages.SetPassword.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
