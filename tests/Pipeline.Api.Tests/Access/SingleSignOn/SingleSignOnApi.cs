using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Net.Http.Headers;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access.SingleSignOn;

/// <summary>The product with a provider beside it.</summary>
public sealed class SingleSignOnApi : PipelineApi
{
    /// <summary>A page of another origin that is listed.</summary>
    public const string Portal = "https://portal.test/signed-in?from=pipeline";

    private FakeProvider? _provider;

    public FakeProvider Provider => _provider ?? throw new InvalidOperationException("Not started yet.");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Somebody whom an administrator has invited, and who has an account at the provider.</summary>
    public async Task<(Guid Id, Visitor Visitor)> NewVisitorAsync()
    {
        var email = $"{NewCode("visitor")}@test.pipeline";
        var user = (await Administrator.PostAsync("users", new { email, name = "Visitor" })).ShouldBe(201);
        return (user.Id("id"), new($"subject of {email}") { Email = email });
    }

    protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings) =>
        _provider = await FakeProvider.StartAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in Settings(Provider.Address))
            builder.UseSetting(key, value);
        // A slow machine is no silent provider; what is done about one has a test of its own.
        builder.UseSetting("Pipeline:SingleSignOn:TimeoutSeconds", "60");
    }

    public static Dictionary<string, string> Settings(string provider) =>
        new()
        {
            ["Pipeline:SingleSignOn:Name"] = "The Foundation",
            ["Pipeline:SingleSignOn:ClientId"] = FakeProvider.ClientId,
            ["Pipeline:SingleSignOn:ClientSecret"] = FakeProvider.Secret,
            ["Pipeline:SingleSignOn:AuthorizationEndpoint"] = $"{provider}/authorize",
            ["Pipeline:SingleSignOn:TokenEndpoint"] = $"{provider}/token",
            ["Pipeline:SingleSignOn:UserInformationEndpoint"] = $"{provider}/me",
            ["Pipeline:SingleSignOn:ReturnTo"] = $"https://other.test/, {Portal}",
        };
}

/// <summary>Somebody's browser: it keeps cookies, and goes where it is sent only when it is told to.</summary>
internal sealed class Browser(WebApplicationFactory<Program> api, FakeProvider provider, Uri? address = null)
{
    public const string Verifier = "a-secret-of-this-browser-that-nobody-else-knows";

    private readonly HttpClient _http = api.CreateClient(
        new()
        {
            AllowAutoRedirect = false,
            HandleCookies = false,
            BaseAddress = address ?? new("http://localhost"),
        }
    );

    // The framework's own jar takes no cookie for another path than the one that sets it; browsers do.
    private readonly Dictionary<string, SetCookieHeaderValue> _cookies = [];

    /// <summary>All the way: to the provider, back, and in.</summary>
    public async Task<Reply> SignInAsync(Visitor visitor) => await RedeemAsync(await FetchCodeAsync(visitor));

    /// <summary>To the provider and back: what comes back.</summary>
    public async Task<string> FetchCodeAsync(Visitor visitor, string? returnTo = null) =>
        CodeIn(await ComeBackAsync(provider.Visit(await BeginAsync(returnTo), visitor)));

    /// <summary>The way there.</summary>
    public Task<Uri> BeginAsync(string? returnTo = null, string? challenge = null) =>
        SentToAsync(
            "/sign-in/provider?challenge="
                + (challenge ?? Api.Authentication.SingleSignOn.SignInCodes.ChallengeOf(Verifier))
                + (returnTo is null ? "" : $"&returnTo={Uri.EscapeDataString(returnTo)}")
        );

    /// <summary>The way back: where the browser ends.</summary>
    /// <summary>One step; a browser that is out for harm keeps cookies that it is told to forget.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, bool keepCookies = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var sent = _cookies
            .Values.Where(c =>
                path.StartsWith(c.Path.Value!, StringComparison.Ordinal) && c.Expires > TimeProvider.System.GetUtcNow()
            )
            .ToList();
        if (sent.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", sent.Select(c => $"{c.Name}={c.Value}")));
        var answer = await _http.SendAsync(request);
        if (!keepCookies && answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(text => SetCookieHeaderValue.Parse(text)))
                _cookies[cookie.Name.Value!] = cookie;
        return answer;
    }

    public Task<Uri> ComeBackAsync(Uri callback) => SentToAsync(callback.PathAndQuery);

    public async Task<Reply> RedeemAsync(string code, string verifier = Verifier) =>
        await new Client(_http).PostAsync("auth/provider", new { code, verifier });

    /// <summary>What stands behind the hash, and nowhere else.</summary>
    public static string CodeIn(Uri end)
    {
        var parts = end.OriginalString.Split("#code=");
        parts.Should().HaveCount(2, "a code comes back, and the browser alone sees it: {0}", end);
        return parts[1];
    }

    private async Task<Uri> SentToAsync(string path)
    {
        using var answer = await GetAsync(path);
        ((int)answer.StatusCode).Should().Be(302, "the answer was {0}", await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!;
    }
}
