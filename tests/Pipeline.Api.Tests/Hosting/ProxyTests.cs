using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>Where a request came from, and whose word is taken for it.</summary>
public sealed class ProxyTests(WireApi api) : IClassFixture<WireApi>
{
    [Fact]
    public async Task An_account_that_is_tried_from_many_addresses_is_limited_too()
    {
        await using var host = api.With(("Pipeline:Limits:SignInsPerMinute", "4"), ("Pipeline:Proxies", "127.0.0.0/8"));
        var address = Wire.Serve(host);
        for (var i = 0; i < 4; i++)
            (await LoginAsync(address, "hunted@test.pipeline", $"198.51.100.{i}")).ShouldBe(401);
        (await LoginAsync(address, "Hunted@test.pipeline", "198.51.100.200")).ShouldBeProblem(429, "too_many_requests");
        (await LoginAsync(address, "other@test.pipeline", "198.51.100.200")).ShouldBe(401);
    }

    [Fact]
    public async Task A_forwarded_address_is_believed_from_a_known_proxy_alone()
    {
        await using var host = api.With(("Pipeline:Limits:SignInsPerMinute", "4"));
        var address = Wire.Serve(host);
        for (var i = 0; i < 4; i++)
            (await LoginAsync(address, $"liar{i}@test.pipeline", $"198.51.100.{i}")).ShouldBe(401);
        (await LoginAsync(address, "liar5@test.pipeline", "198.51.100.5")).ShouldBeProblem(429, "too_many_requests");
    }

    [Fact]
    public async Task Https_that_a_known_proxy_speaks_for_us_counts()
    {
        await using var host = api.With(("HTTPS_PORT", "443"), ("Pipeline:Proxies", "127.0.0.1"))
            .WithWebHostBuilder(builder => builder.UseEnvironment("Production"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = Wire.Serve(host),
        };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        ((int)answer.StatusCode).Should().Be(401);
    }

    private static async Task<Reply> LoginAsync(Uri address, string email, string from)
    {
        using var client = new HttpClient
        {
            BaseAddress = address,
            DefaultRequestHeaders = { { "X-Forwarded-For", from } },
        };
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login",
            new { email, password = "guessed wrongly" }
        );
        return await Reply.ReadAsync(answer);
    }
}
