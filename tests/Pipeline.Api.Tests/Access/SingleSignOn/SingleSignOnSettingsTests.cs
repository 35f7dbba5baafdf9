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
        (await PageAsync(api.Anonymous().Http, "/sign-in")).Should().NotContain("/sign-in/provider");
        foreach (
            var path in new[]
            {
                $"/sign-in/provider?challenge={new string('c', 43)}",
                "/sign-in/provider?page=%2F",
                "/sign-in/callback?code=x&state=y",
            }
        )
        {
            using var answer = await api.Anonymous().Http.GetAsync(new Uri(path, UriKind.Relative));
            ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).Should().Be((404, "text/html"));
        }
    }

    [Fact]
    public async Task Where_it_is_on_it_names_itself_and_the_page_leads_to_it()
    {
        await using var host = On();
        var listed = (await host.Anonymous().GetAsync("auth/providers")).ShouldBe(200);
        (listed.Text("items.0.name"), listed.Text("items.0.url")).Should().Be(("The Foundation", "/sign-in/provider"));
        (await PageAsync(host.CreateClient(), "/sign-in"))
            .Should()
            .Contain("The Foundation")
            .And.Contain("/sign-in/provider?page=");
    }

    private static async Task<string> PageAsync(HttpClient http, string path)
    {
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        ((int)page.StatusCode).Should().Be(200);
        return await page.Content.ReadAsStringAsync();
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
