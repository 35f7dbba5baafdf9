using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Pipeline.Api.Authentication.SingleSignOn;

namespace Pipeline.Api.Endpoints;

/// <summary>The pages for browsers, in their language: the form for a password that one-time links lead to, and signing in through a provider.</summary>
internal static class PageEndpoints
{
    private static readonly Page SetPassword = new("SetPassword"),
        SignIn = new("SignIn");

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/invitation", SetPassword.Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/password-reset", SetPassword.Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(
                "/sign-in",
                Results<ContentHttpResult, NotFound> (HttpContext context, SingleSignOnState state) =>
                    state.Provider is null ? TypedResults.NotFound() : SignIn.Show(context)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private sealed class Page
    {
        private readonly string _html,
            _policy;

        public Page(string name)
        {
            using var stream = typeof(Program).Assembly.GetManifestResourceStream($"Pipeline.Api.Pages.{name}.html")!;
            using var reader = new StreamReader(stream);
            _html = reader.ReadToEnd();
            // The one script of the page by its hash, and nothing else: no page around it, nothing from elsewhere.
            _policy =
                $"default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-{HashOf(Script())}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        }

        public ContentHttpResult Show(HttpContext context)
        {
            var headers = context.Response.Headers;
            (headers.ContentSecurityPolicy, headers.CacheControl) = (_policy, "no-store");
            return TypedResults.Content(_html, "text/html; charset=utf-8");
        }

        private string Script()
        {
            const string open = "<script>";
            var start = _html.IndexOf(open, StringComparison.Ordinal) + open.Length;
            return _html[start.._html.IndexOf("</script>", StringComparison.Ordinal)];
        }

        private static string HashOf(string script) =>
            Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
    }
}
