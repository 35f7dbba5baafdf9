using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>HTTPS where it is configured, and no detour where it is not.</summary>
[SqliteOnly("Where it listens and whom it sends on asks no database.")]
public sealed class HttpsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("Production", "Urls", "http://localhost:5080", "/api/v1/me", 401)]
    [InlineData("Production", "Urls", "http://10.0.0.1:80;https://10.0.0.1:8443", "/api/v1/me", 307)]
    [InlineData("Production", "Kestrel:Endpoints:Tls:Url", "https://localhost:8443", "/api/v1/me", 307)]
    [InlineData("Production", "HTTPS_PORT", "8443", "/api/v1/me", 307)]
    [InlineData("Production", "HTTPS_PORT", "8443", "/health/live", 200)]
    [InlineData("Development", "HTTPS_PORT", "8443", "/api/v1/me", 401)]
    public async Task Plain_http_is_sent_on_only_where_https_answers(
        string environment,
        string key,
        string value,
        string path,
        int status
    )
    {
        await using var host = In(environment, (key, value));
        using var answer = await host.CreateClient(new() { AllowAutoRedirect = false })
            .GetAsync(new Uri(path, UriKind.Relative));
        ((int)answer.StatusCode).Should().Be(status);
        answer
            .Headers.Contains("Strict-Transport-Security")
            .Should()
            .BeFalse("over plain http it is ignored, and could be forged");
        if (status == 307)
            answer.Headers.Location.Should().Be(new Uri($"https://localhost:8443{path}"));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Over_https_browsers_are_told_to_stay_there(string environment, bool told)
    {
        await using var host = In(environment);
        using var answer = await host.CreateClient(new() { BaseAddress = new("https://pipeline.test") })
            .GetAsync(new Uri("/health/live", UriKind.Relative));
        answer.Headers.Contains("Strict-Transport-Security").Should().Be(told);
    }

    private WebApplicationFactory<Program> In(string environment, params (string, string)[] settings) =>
        api.With(settings).WithWebHostBuilder(builder => builder.UseEnvironment(environment));
}
