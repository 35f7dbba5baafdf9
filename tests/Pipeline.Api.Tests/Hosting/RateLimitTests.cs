using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>Who asks too often waits, and nobody else does.</summary>
[SqliteOnly("Requests are counted in the process.")]
public sealed class RateLimitTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_person_has_a_bucket_of_their_own()
    {
        var (greedy, patient) = (await EmailAsync(), await EmailAsync());
        await using var host = api.With(("Pipeline:Limits:RequestsPerMinute", "5"));
        var first = await host.SignInAsync(greedy);
        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
            statuses.Add((await first.GetAsync("reference")).Status);
        statuses[..4].Should().AllBeEquivalentTo(200, "a burst passes");
        statuses.Should().Contain(429, "signing in took one of five");

        using var refused = await RefusedAsync(first);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        (await Reply.ReadAsync(refused)).ShouldBeProblem(429, "too_many_requests");
        (await (await host.SignInAsync(patient)).GetAsync("reference")).ShouldBe(200);
    }

    [Fact]
    public async Task Who_is_not_signed_in_shares_the_bucket_of_an_address()
    {
        await using var host = api.With(("Pipeline:Limits:RequestsPerMinute", "3"));
        for (var i = 0; i < 3; i++)
            (await host.Anonymous().GetAsync("me")).ShouldBe(401);
        (await host.Anonymous().GetAsync("me")).ShouldBeProblem(429, "too_many_requests");
        using var health = await host.CreateClient().GetAsync(new Uri("/health/live", UriKind.Relative));
        ((int)health.StatusCode).Should().Be(200, "probes are never limited");
    }

    [Fact]
    public async Task Signing_in_from_one_address_is_limited_whoever_it_is_for()
    {
        await using var host = api.With(("Pipeline:Limits:SignInsPerMinute", "4"));
        for (var i = 0; i < 4; i++)
            (await LoginAsync(host, $"nobody{i}@test.pipeline")).ShouldBe(401);
        (await LoginAsync(host, "nobody5@test.pipeline")).ShouldBeProblem(429, "too_many_requests");
        (await host.Anonymous().GetAsync("me")).ShouldBe(401);
    }

    [Fact]
    public async Task A_locked_account_says_when_to_come_back()
    {
        var email = await EmailAsync();
        for (var i = 0; i < 10; i++)
            (await LoginAsync(api, email)).Status.Should().BeOneOf(401, 429);
        using var locked = await api.CreateClient()
            .PostAsJsonAsync("/api/v1/auth/login", new { email, password = PipelineApi.Password });
        locked.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(5));
        (await Reply.ReadAsync(locked)).ShouldBeProblem(429, "too_many_requests");
    }

    private async Task<string> EmailAsync() =>
        (await (await api.NewUserAsync("Somebody")).GetAsync("me")).Text("email");

    private static async Task<HttpResponseMessage> RefusedAsync(Client client)
    {
        for (var i = 0; ; i++)
        {
            var answer = await client.Http.GetAsync(new Uri("/api/v1/reference", UriKind.Relative));
            if ((int)answer.StatusCode == 429 || i == 20)
                return answer;
            answer.Dispose();
        }
    }

    private static async Task<Reply> LoginAsync(WebApplicationFactory<Program> host, string email)
    {
        using var client = host.CreateClient();
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login",
            new { email, password = "guessed wrongly" }
        );
        return await Reply.ReadAsync(answer);
    }
}
