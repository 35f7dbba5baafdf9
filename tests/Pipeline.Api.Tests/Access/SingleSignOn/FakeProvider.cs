using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Pipeline.Api.Tests.Access.SingleSignOn;

/// <summary>What a provider does instead of its duty.</summary>
public enum Fault
{
    None,
    Error,
    Garbage,
    Failure,
    Silence,
    Redirect,
    Flood,
    Nobody,
}

/// <summary>Somebody with an account at the provider.</summary>
public sealed record Visitor(string Subject)
{
    public string? Email { get; set; }

    /// <summary>As the provider writes it: true, "true", false or nothing.</summary>
    public object? Verified { get; set; } = true;

    /// <summary>Instead of sending a code back.</summary>
    public string? Error { get; set; }

    public Fault AtToken { get; set; }

    public Fault AtUserInformation { get; set; }
}

/// <summary>
/// A provider of the OAuth 2.0 code flow at a free port, which holds the program to the rules: the client's secret, one use of a code, its redirect
/// address, and a verifier (PKCE) that fits the challenge.
/// </summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "pipeline-test",
        Secret = "the program's own secret";

    private readonly ConcurrentDictionary<string, (Visitor Visitor, string Challenge, string ReturnTo)> _codes = new();
    private readonly ConcurrentDictionary<string, Visitor> _tokens = new();
    private readonly WebApplication _app;
    private int _asked;

    private FakeProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>How often a code was offered.</summary>
    public int Asked => _asked;

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new FakeProvider(app);
        app.MapPost("/token", provider.TokenAsync);
        app.MapGet("/me", provider.MeAsync);
        // Where a redirect leads: whoever follows it gets what they came for.
        app.MapGet(
            "/elsewhere",
            (HttpContext context) =>
                TypedResults.Bytes(
                    Base64Url.DecodeFromChars(context.Request.QueryString.Value!.AsSpan(1)),
                    "application/json"
                )
        );
        await app.StartAsync();
        return provider;
    }

    /// <summary>Somebody's browser arrives, and is sent back.</summary>
    public Uri Visit(Uri address, Visitor visitor)
    {
        address.GetLeftPart(UriPartial.Path).Should().Be($"{Address}/authorize");
        var query = QueryHelpers.ParseQuery(address.Query);
        (One(query, "client_id"), One(query, "response_type"), One(query, "code_challenge_method"))
            .Should()
            .Be((ClientId, "code", "S256"));
        One(query, "scope").Split(' ').Should().BeEquivalentTo("openid", "email");
        var answer = new Dictionary<string, string?> { ["state"] = One(query, "state") };
        if (visitor.Error is not null)
            answer["error"] = visitor.Error;
        else
        {
            answer["code"] = Random();
            _codes[answer["code"]!] = (visitor, One(query, "code_challenge"), One(query, "redirect_uri"));
        }
        return new(QueryHelpers.AddQueryString(One(query, "redirect_uri"), answer));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TokenAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        var form = await context.Request.ReadFormAsync();
        var known = _codes.TryRemove(form["code"].ToString(), out var asked);
        var fits =
            known
            && asked.Challenge
                == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            !fits
            || (form["client_id"], form["client_secret"], form["grant_type"], form["redirect_uri"])
                != (ClientId, Secret, "authorization_code", asked.ReturnTo)
        )
        {
            await RefuseAsync(context, "invalid_grant");
            return;
        }
        var token = Random();
        _tokens[token] = asked.Visitor;
        await AnswerAsync(
            context,
            asked.Visitor.AtToken,
            new()
            {
                ["access_token"] = token,
                ["token_type"] = "Bearer",
                ["expires_in"] = 60,
            }
        );
    }

    private async Task MeAsync(HttpContext context)
    {
        if (!_tokens.TryGetValue(context.Request.Headers.Authorization.ToString()["Bearer ".Length..], out var visitor))
        {
            await RefuseAsync(context, "invalid_token");
            return;
        }
        var claims = new Dictionary<string, object?>
        {
            ["sub"] = visitor.AtUserInformation == Fault.Nobody ? null : visitor.Subject,
            ["email"] = visitor.Email,
            ["email_verified"] = visitor.Verified,
        };
        await AnswerAsync(
            context,
            visitor.AtUserInformation,
            claims.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!)
        );
    }

    private static async Task AnswerAsync(HttpContext context, Fault fault, Dictionary<string, object> answer)
    {
        switch (fault)
        {
            case Fault.Error:
                await RefuseAsync(context, "invalid_client");
                break;
            case Fault.Garbage:
                await context.Response.WriteAsync("<html>under maintenance");
                break;
            case Fault.Failure:
                // With an answer that would do.
                context.Response.StatusCode = 500;
                await context.Response.WriteAsJsonAsync(answer);
                break;
            case Fault.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case Fault.Redirect:
                context.Response.Redirect(
                    "/elsewhere?" + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(answer))
                );
                break;
            case Fault.Flood:
                await context.Response.WriteAsJsonAsync(
                    answer.Concat([new("padding", new string('x', 2_000_000))]).ToDictionary()
                );
                break;
            default:
                await context.Response.WriteAsJsonAsync(answer);
                break;
        }
    }

    private static Task RefuseAsync(HttpContext context, string error)
    {
        context.Response.StatusCode = 400;
        return context.Response.WriteAsJsonAsync(new { error });
    }

    private static string One(Dictionary<string, StringValues> query, string name) => query[name].Single()!;

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
