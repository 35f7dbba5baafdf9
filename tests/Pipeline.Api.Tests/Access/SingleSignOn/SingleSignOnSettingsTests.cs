using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Pipeline.Api.Authentication.SingleSignOn;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Hosting;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Access.SingleSignOn;

/// <summary>Off unless it is set up, and never by half.</summary>
public sealed class SingleSignOnSettingsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Section = "Pipeline:SingleSignOn";

    [Fact]
    public async Task It_is_off_where_nothing_is_set()
    {
        (await api.Anonymous().GetAsync("auth/providers")).ShouldBe(200).Items().Should().BeEmpty();
        (
            await api.Anonymous().PostAsync("auth/provider", new { code = "x", verifier = new string('v', 43) })
        ).ShouldBeProblem(404, "single_sign_on_off");
        foreach (
            var path in new[]
            {
                "/sign-in",
                $"/sign-in/provider?challenge={new string('c', 43)}",
                "/sign-in/callback?code=x&state=y",
            }
        )
        {
            using var answer = await api.Anonymous().Http.GetAsync(new Uri(path, UriKind.Relative));
            (await Reply.ReadAsync(answer)).ShouldBeProblem(404, "not_found");
        }
    }

    [Fact]
    public async Task Where_it_is_on_it_names_itself_and_has_a_page_that_nothing_can_be_slipped_into()
    {
        await using var host = On();
        var listed = (await host.Anonymous().GetAsync("auth/providers")).ShouldBe(200);
        (listed.Text("items.0.name"), listed.Text("items.0.url")).Should().Be(("The Foundation", "/sign-in/provider"));
        using var page = await host.CreateClient().GetAsync(new Uri("/sign-in", UriKind.Relative));
        var script = (await page.Content.ReadAsStringAsync()).Split("<script>")[1].Split("</script>")[0];
        var hash = Convert.ToBase64String(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script))
        );
        page.Headers.GetValues("Content-Security-Policy")
            .Single()
            .Should()
            .Contain("default-src 'none'")
            .And.Contain($"script-src 'sha256-{hash}'")
            .And.Contain("frame-ancestors 'none'");
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    [Theory]
    [InlineData("ClientSecret is missing", "ClientSecret", "")]
    [InlineData("TokenEndpoint is missing", "TokenEndpoint", " ")]
    [InlineData("TokenEndpoint is 'http://login.example.org/token'", "TokenEndpoint", "http://login.example.org/token")]
    [InlineData("AuthorizationEndpoint is '/authorize'", "AuthorizationEndpoint", "/authorize")]
    [InlineData(
        "UserInformationEndpoint is 'ftp://login.example.org/'",
        "UserInformationEndpoint",
        "ftp://login.example.org/"
    )]
    [InlineData(
        "ReturnTo is 'http://portal.example.org/'",
        "ReturnTo",
        "https://portal.example.org/, http://portal.example.org/"
    )]
    [InlineData(
        "ReturnTo is 'https://portal.example.org/#signed-in'",
        "ReturnTo",
        "https://portal.example.org/#signed-in"
    )]
    [InlineData("TimeoutSeconds is 'soon'", "TimeoutSeconds", "soon")]
    public void A_setting_that_cannot_be_stops_the_start_with_a_sentence(string sentence, string key, string value)
    {
        var settings = SingleSignOnApi.Settings("https://login.example.org");
        settings[$"{Section}:{key}"] = value;
        Reading(settings).Should().Throw<SettingException>().WithMessage($"{Section}*{sentence}*");
    }

    [Fact]
    public void Half_of_it_stops_the_start_and_names_what_is_missing() =>
        Reading(
                new()
                {
                    [$"{Section}:ClientId"] = "pipeline",
                    [$"{Section}:TokenEndpoint"] = "https://login.example.org/token",
                }
            )
            .Should()
            .Throw<SettingException>()
            .WithMessage(
                $"{Section} is set up by half: ClientSecret, AuthorizationEndpoint, UserInformationEndpoint are missing."
            );

    [Fact]
    public void Whole_it_asks_for_what_OpenID_calls_things()
    {
        var provider = ProviderSettings.Read(Configuration(SingleSignOnApi.Settings("https://login.example.org")))!;
        (provider.Scope, provider.Claims, provider.Patience)
            .Should()
            .Be(("openid email", ("sub", "email", "email_verified"), TimeSpan.FromSeconds(10)));
        ProviderSettings
            .Read(Configuration(new() { [$"{Section}:ClientId"] = " ", ["Pipeline:Other"] = "x" }))
            .Should()
            .BeNull();
    }

    private static Func<ProviderSettings?> Reading(Dictionary<string, string> settings) =>
        () => ProviderSettings.Read(Configuration(settings));

    private static IConfiguration Configuration(Dictionary<string, string> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();

    private WebApplicationFactory<Program> On() =>
        api.With([.. SingleSignOnApi.Settings("https://login.example.org").Select(s => (s.Key, s.Value))]);
}
